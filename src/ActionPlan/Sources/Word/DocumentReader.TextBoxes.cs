namespace ActionPlan.Sources.Word;

/// <summary>Drawings: of pictures nothing but that they are there, of text boxes their paragraphs.</summary>
internal sealed partial class DocumentReader
{
    private void ReadDrawing()
    {
        // Whatever a drawing is made of is transparent; only text boxes and pictures in it mean something.
        CheckStack();
        var outer = _drawing;
        _drawing = new(string.Empty);
        var level = _xml.Enter();
        while (_xml.NextChild(level))
        {
            switch (_xml.Mark)
            {
                case Mark.TxbxContent:
                    ReadTextBox();
                    break;
                case Mark.Extent:
                    _drawing = _drawing with { Width = _xml.Number("cx", 0), Height = _xml.Number("cy", 0) };
                    break;
                case Mark.DrawingName:
                    _drawing = _drawing with { Description = _xml.Attribute("descr") is { Length: > 0 } description ? description : _xml.Attribute("name") ?? string.Empty };
                    break;
                case Mark.Picture:
                    ReportPicture();
                    _xml.Skip();
                    break;
                case Mark.AlternateContent:
                    ReadAlternates(ControlPlace.Run, null, null);
                    break;
                default:
                    break;
            }
        }

        _drawing = outer;
    }

    private void ReadTextBox()
    {
        var outer = (_sink, _fields, _link, _look, _style, _inTextBox, _inRun, _language);
        var level = _xml.Enter();
        _fields = null;
        _link = null;
        _inRun = false;
        _inTextBox = true;
        if (_tableDepth > 0)
        {
            _sink = _sink.Boxes ??= NewSink();
            ReadBlocks(level);
            CloseFields();
        }
        else
        {
            var (blocks, boxes) = (_blocks, _boxBlocks);
            _blocks = [];
            _boxBlocks = null;
            _sink = NewSink();
            ReadBlocks(level);
            CloseFields();
            (boxes ??= []).AddRange(_blocks);
            (_blocks, _boxBlocks) = (blocks, boxes);
        }

        (_sink, _fields, _link, _look, _style, _inTextBox, _inRun, _language) = outer;
    }
}
