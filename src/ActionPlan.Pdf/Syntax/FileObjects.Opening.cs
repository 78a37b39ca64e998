namespace ActionPlan.Pdf.Syntax;

/// <content>Opening: the header, the cross-references or what replaces them, the key, the catalog (ISO 32000-1, 7.5 and 7.6).</content>
internal sealed partial class FileObjects
{
    public static FileObjects? Open(ReadOnlyMemory<byte> data, string? password, PdfReadLimits limits, DiagnosticLog log, out PdfRefusal? refusal)
    {
        var file = new FileObjects(data, limits, log);
        var header = data.Span[..Math.Min(data.Length, 8192)].IndexOf("%PDF-"u8);
        if (header < 0 && data.Span.IndexOf(" obj"u8) < 0)
        {
            refusal = new PdfRefusal(PdfRefusalReason.NotAPdf, "The data has no PDF header and no PDF objects.");
            return null;
        }

        if (header != 0)
        {
            log.Add(PdfDiagnosticCode.HeaderMisplaced, header < 0 ? "The file has no header." : $"{header} bytes precede the header.");
        }

        file.HeaderOffset = Math.Max(0, header);
        var read = new CrossReferenceReader(file, file._table).Read(file.FindStart());
        if (!read)
        {
            file._table = file._rebuilt.Value;
        }

        refusal = file.Unlock(password);
        if (refusal is not null)
        {
            return null;
        }

        file.FindCatalog();
        if (file.Catalog.Count == 0 && !file.WasRebuilt)
        {
            file.UseRebuilt();
            if (file.Security is null)
            {
                refusal = file.Unlock(password);
            }

            file.FindCatalog();
        }

        return refusal is null ? file : null;
    }

    /// <summary>Replaces the table by the rebuilt one, where what the file says of itself led nowhere.</summary>
    public void UseRebuilt()
    {
        if (!ReferenceEquals(_table, _rebuilt.Value))
        {
            var old = _table;
            _table = _rebuilt.Value;
            _table.Trailers.AddRange(old.Trailers);
            _objects.Clear();
            FindCatalog();
        }
    }

    private int FindStart()
    {
        var data = Data.Span;
        var at = data.LastIndexOf("startxref"u8);
        if (at < 0)
        {
            return -1;
        }

        using var scratch = new ByteSink();
        var lexer = new Lexer(data, at + 9, scratch);
        if (lexer.Next() != TokenKind.Integer || lexer.Number >= data.Length)
        {
            return -1;
        }

        return (int)lexer.Number + HeaderOffset;
    }

    private PdfRefusal? Unlock(string? password)
    {
        var encrypt = _table.Trailer("Encrypt");
        if (encrypt.IsNull)
        {
            return null;
        }

        var dictionary = Resolve(encrypt).AsDictionary();
        if (dictionary is null)
        {
            Log.Add(PdfDiagnosticCode.ObjectDamaged, "The encryption dictionary is missing; the file is read as if it were not encrypted.");
            return null;
        }

        var id = Resolve(_table.Trailer("ID")).AsArray();
        var first = id is { Length: > 0 } ? Resolve(id[0]).AsString() ?? [] : [];
        var security = SecurityHandler.Create(this, dictionary, first, password, out var refusal);
        if (refusal is not null)
        {
            return refusal;
        }

        security!.DictionaryNumber = encrypt.ReferenceNumber;
        Security = security;
        IsEncryptedUnknown = false;
        _objects.Clear();
        if (WasRebuilt)
        {
            // Object streams could not be listed before the key was known.
            var again = Rebuilder.Rebuild(this);
            foreach (var (number, place) in again.Places)
            {
                _table.Places[number] = place;
            }

            _objects.Clear();
        }

        return null;
    }

    private void FindCatalog()
    {
        Catalog = PdfDictionary.Empty;
        foreach (var trailer in _table.Trailers)
        {
            if (Resolve(trailer["Root"]).AsDictionary() is { } root && (root.Contains("Pages") || root.IsType("Catalog")))
            {
                Catalog = root;
                return;
            }
        }

        if (!WasRebuilt)
        {
            return;
        }

        foreach (var number in Numbers.Reverse())
        {
            if (Get(number).AsDictionary() is { } dictionary && dictionary.IsType("Catalog"))
            {
                Catalog = dictionary;
                return;
            }
        }
    }

    private CrossReferenceTable Rebuild()
    {
        Log.Add(PdfDiagnosticCode.CrossReferencesRebuilt, "The cross-reference data is missing or wrong; the objects were found by searching the file.");
        IsEncryptedUnknown = Security is null && Data.Span.LastIndexOf("/Encrypt"u8) >= 0;
        return Rebuilder.Rebuild(this);
    }
}
