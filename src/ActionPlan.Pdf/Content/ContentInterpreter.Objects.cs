using ActionPlan.Pdf.Syntax;

namespace ActionPlan.Pdf.Content;

/// <content>External objects (ISO 32000-1, 8.8-8.10), inline images (8.9.7) and marked content (14.6).</content>
internal sealed partial class ContentInterpreter
{
    private bool ObjectOperator(int key, ref Lexer lexer)
    {
        switch (key)
        {
            case 'D' | ('o' << 8):
                if (LastName(ref lexer) is { } name)
                {
                    DrawObject(name);
                }

                return true;
            case 'B' | ('I' << 8):
                SkipInlineImage(ref lexer);
                return true;
            case 'B' | ('M' << 8) | ('C' << 16):
                _marks.Begin(-1, IsArtifactTag(ref lexer), hidden: false, null);
                return true;
            case 'B' | ('D' << 8) | ('C' << 16):
                BeginWithProperties(ref lexer);
                return true;
            case 'E' | ('M' << 8) | ('C' << 16):
                _marks.End(_markFloor);
                return true;
            case 'M' | ('P' << 8) or 'D' | ('P' << 8) or 'd' | ('0' << 8) or 'd' | ('1' << 8) or 'E' | ('I' << 8):
                return true;
            default:
                return false;
        }
    }

    private void DrawObject(string name)
    {
        if (file.Resolve(Resource("XObject", name)).AsStream() is not { } stream)
        {
            output.Tell(PdfDiagnosticCode.ObjectDamaged, $"The external object {name} is missing.");
            return;
        }

        if (_marks.IsHidden || optional.IsHidden(stream.Dictionary["OC"]))
        {
            return;
        }

        switch (file.Get(stream.Dictionary, "Subtype").AsName())
        {
            case "Form":
                RunForm(stream);
                break;
            case "Image":
                AddImage();
                break;
            default:
                if (stream.Dictionary.Contains("BBox"))
                {
                    RunForm(stream);
                }

                break;
        }
    }

    private void AddImage()
    {
        var box = _state.Transform.Apply(new Box(0, 0, 1, 1)).Intersect(_state.Clip);
        if (!box.IsEmpty && !_marks.IsHidden && double.IsFinite(box.X0 + box.X1 + box.Y0 + box.Y1))
        {
            output.AddImage(new ImageBox(box.ToPublic(), _marks.Id, _text.Form, _marks.IsArtifact));
        }
    }

    private void RunForm(PdfStream form)
    {
        if (_running.Count >= Math.Min(DeepestForms, output.Limits.MaxFormNesting) || _running.Contains(form))
        {
            output.Tell(PdfDiagnosticCode.LimitReached, "A form draws itself, or forms are nested too deeply; the innermost was left out.");
            return;
        }

        var saved = (_state, _resources, _fontResources, _savedFloor, _savesBeyond, _markFloor, _text.Matrices, _text.Form);
        using var content = new ByteSink(file.Limits.MaxDecodedStreamBytes);
        if (!file.Decode(form, content))
        {
            output.Tell(PdfDiagnosticCode.StreamDamaged, "The content of a form on the page is not whole; what could be read was kept.");
        }

        // Forms that are drawn again and again are decoded again and again: their bytes count as work.
        if (!output.Spend(1 + (content.Length / 64)))
        {
            return;
        }

        _running.Add(form);
        _savedFloor = _saved.Count;
        _savesBeyond = 0;
        _markFloor = _marks.Depth;
        _text.Form = form.Number;
        _state.Transform = Matrix.Read(file, form.Dictionary["Matrix"]).Then(_state.Transform);
        if (Box.Read(file, form.Dictionary["BBox"]) is { } box)
        {
            _state.Clip = _state.Clip.Intersect(_state.Transform.Apply(box));
        }

        _enclosing.Add(_resources);
        UseResources(file.GetDictionary(form.Dictionary, "Resources") ?? PdfDictionary.Empty);
        Execute(content.Written);
        _enclosing.RemoveAt(_enclosing.Count - 1);
        _marks.EndAll(_markFloor);
        _saved.RemoveTo(_savedFloor);
        _running.RemoveAt(_running.Count - 1);
        (_state, _resources, _fontResources, _savedFloor, _savesBeyond, _markFloor, _text.Matrices, _text.Form) = saved;
        _operands.Clear();
        _strings.Clear();
        _path.Clear();
    }

    private bool IsArtifactTag(ref Lexer lexer)
    {
        foreach (var operand in _operands.Items)
        {
            if (operand.Kind == TokenKind.Name)
            {
                return lexer.Data.Slice(operand.Start, operand.Length).SequenceEqual("Artifact"u8);
            }
        }

        return false;
    }

    private void BeginWithProperties(ref Lexer lexer)
    {
        var artifact = IsArtifactTag(ref lexer);
        var id = -1;
        var hidden = false;
        string? actual = null;
        var operands = _operands.Items;
        if (operands.Length >= 2 && operands[^1].Kind == TokenKind.Name)
        {
            var name = NameAt(ref lexer, operands[^1]);
            var properties = Resource("Properties", name);
            var tag = operands[^2].Kind == TokenKind.Name ? lexer.Data.Slice(operands[^2].Start, operands[^2].Length) : default;
            hidden = tag.SequenceEqual("OC"u8) && optional.IsHidden(properties);
            if (file.Resolve(properties).AsDictionary() is { } dictionary)
            {
                id = file.Get(dictionary, "MCID").AsInteger(-1);
                actual = file.Get(dictionary, "ActualText").AsString() is { } bytes ? TextStrings.Decode(bytes) : null;
            }
        }
        else
        {
            ReadInlineProperties(ref lexer, out id, out actual);
        }

        _marks.Begin(id, artifact, hidden, actual);
    }

    /// <summary>Reads the entries that matter out of a dictionary among the operands, without making one.</summary>
    private void ReadInlineProperties(ref Lexer lexer, out int id, out string? actual)
    {
        id = -1;
        actual = null;
        var depth = 0;
        var operands = _operands.Items;
        for (var i = 0; i < operands.Length; i++)
        {
            var operand = operands[i];
            depth += operand.Kind switch
            {
                TokenKind.DictionaryStart or TokenKind.ArrayStart => 1,
                TokenKind.DictionaryEnd or TokenKind.ArrayEnd => -1,
                _ => 0,
            };
            if (depth != 1 || operand.Kind != TokenKind.Name || i + 1 >= operands.Length)
            {
                continue;
            }

            var key = lexer.Data.Slice(operand.Start, operand.Length);
            var value = operands[i + 1];
            if (value.IsNumber && key.SequenceEqual("MCID"u8))
            {
                id = (int)Math.Clamp(value.Number, -1, int.MaxValue);
            }
            else if (value.Kind == TokenKind.String && key.SequenceEqual("ActualText"u8))
            {
                actual = TextStrings.Decode(_strings.Written.Slice(value.Start, value.Length));
            }
        }
    }

    private void SkipInlineImage(ref Lexer lexer)
    {
        while (true)
        {
            var kind = lexer.Next();
            if (kind == TokenKind.End)
            {
                return;
            }

            if (kind == TokenKind.Keyword && lexer.Text.StartsWith("ID"u8))
            {
                break;
            }

            if (kind == TokenKind.Keyword && lexer.Text.SequenceEqual("EI"u8))
            {
                return;
            }
        }

        _strings.Clear();
        lexer.Position = FindImageEnd(lexer.Data, lexer.TokenStart + 2);
        AddImage();
    }

    /// <summary>
    /// The end of an inline image's data: "EI" between white space, after which operators follow and no binary data. Lengths are
    /// not told by the file before PDF 2.0.
    /// </summary>
    private static int FindImageEnd(ReadOnlySpan<byte> data, int start)
    {
        var at = Math.Min(start + 1, data.Length);
        while (true)
        {
            var found = data[at..].IndexOf("EI"u8);
            if (found < 0)
            {
                return data.Length;
            }

            at += found;
            var after = at + 2;
            var closes = at > start && Characters.IsWhite(data[at - 1]) && (after >= data.Length || Characters.IsWhite(data[after]));
            for (var i = after; closes && i < data.Length && i < after + 16; i++)
            {
                closes = data[i] is (>= 32 and < 127) or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0;
            }

            if (closes)
            {
                return after;
            }

            at = after;
        }
    }
}
