namespace ActionPlan.Pdf.Content;

/// <content>Path construction, painting and clipping (ISO 32000-1, 8.5).</content>
internal sealed partial class ContentInterpreter
{
    private bool PathOperator(int key)
    {
        switch (key)
        {
            case 'm':
                if (Numbers(2))
                {
                    _path.Move(To(2, 0));
                }

                return true;
            case 'l':
                if (Numbers(2))
                {
                    _path.Line(To(2, 0));
                }

                return true;
            case 'c':
                if (Numbers(6))
                {
                    _path.Curve(To(6, 0), To(6, 2), To(6, 4));
                }

                return true;
            case 'v':
                if (Numbers(4))
                {
                    var control = _point;
                    _path.Curve(control, To(4, 0), To(4, 2));
                }

                return true;
            case 'y':
                if (Numbers(4))
                {
                    var end = To(4, 2);
                    _path.Curve(To(4, 0), end, end);
                }

                return true;
            case 'h':
                _path.Close();
                return true;
            case 'r' | ('e' << 8):
                if (Numbers(4))
                {
                    Rectangle(Last(4, 0), Last(4, 1), Last(4, 2), Last(4, 3));
                }

                return true;
            case 'W' or 'W' | ('*' << 8):
                _clipPending = true;
                return true;
            case 'n':
                Paint(stroke: false, fill: false);
                return true;
            case 's':
                _path.Close();
                Paint(stroke: true, fill: false);
                return true;
            case 'S':
                Paint(stroke: true, fill: false);
                return true;
            case 'f' or 'F' or 'f' | ('*' << 8):
                Paint(stroke: false, fill: true);
                return true;
            case 'b' or 'b' | ('*' << 8):
                _path.Close();
                Paint(stroke: true, fill: true);
                return true;
            case 'B' or 'B' | ('*' << 8):
                Paint(stroke: true, fill: true);
                return true;
            default:
                return false;
        }
    }

    private (double X, double Y) To(int count, int index) => _point = _state.Transform.Apply(Last(count, index), Last(count, index + 1));

    private void Rectangle(double x, double y, double width, double height)
    {
        var matrix = _state.Transform;
        _path.Move(matrix.Apply(x, y));
        _path.Line(matrix.Apply(x + width, y));
        _path.Line(matrix.Apply(x + width, y + height));
        _path.Line(matrix.Apply(x, y + height));
        _path.Close();
        _point = matrix.Apply(x, y);
    }

    private void Paint(bool stroke, bool fill)
    {
        if (!_marks.IsHidden)
        {
            if (fill)
            {
                _path.Fill(_state.FillColour, _state.Clip);
            }

            if (stroke)
            {
                _path.Stroke(_state.LineWidth * _state.Transform.Scale, _state.StrokeColour, _state.Dashed, _state.Clip);
            }
        }

        if (_clipPending)
        {
            // A path that is no rectangle clips to less than its bounds; what lies in between counts as seen.
            _state.Clip = _path.Bounds.IsEmpty ? new Box(0, 0, -1, -1) : _state.Clip.Intersect(_path.Bounds);
            _clipPending = false;
        }

        _path.Clear();
    }
}
