using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using ActionPlan.Word;

namespace ActionPlan.Sources.Word;

/// <summary>
/// Moves forward through one part, element by element, within the limits of depth and time.
/// </summary>
/// <remarks>
/// The pattern: <c>var level = xml.Enter(); while (xml.NextChild(level)) { ... }</c>. A child that the loop neither enters nor skips is transparent:
/// its own children come next. A child that was entered or skipped is left at its end.
/// </remarks>
internal sealed class MarkupReader : IDisposable
{
    private const int StepsBetweenChecks = 4096;
    private const int None = -1;

    private readonly XmlReader _xml;
    private readonly MarkTable _marks;
    private readonly ReadingTime _time;
    private readonly int _deepest;
    private readonly char[] _chunk = new char[2048];
    private int _steps;

    public MarkupReader(Stream part, string name, ReadLimits limits, ReadingTime time)
    {
        var names = new VocabularyNames();
        _marks = new(names);
        Name = name;
        _time = time;
        _deepest = limits.XmlDepth;
        _xml = BoundedXml.Open(part, names);
    }

    /// <summary>Strings that come again soon.</summary>
    public RecentStrings Strings { get; } = new();

    /// <summary>The name of the part.</summary>
    public string Name { get; }

    public Mark Mark { get; private set; }

    public string LocalName => _xml.LocalName;

    public int Depth => _xml.Depth;

    /// <summary>Enters the current element; the result is given to <see cref="NextChild"/>.</summary>
    public int Enter() => _xml.IsEmptyElement ? None : _xml.Depth;

    /// <summary>Moves to the next element within the entered one; at its end, false.</summary>
    public bool NextChild(int level)
    {
        if (level == None)
        {
            return false;
        }

        while (true)
        {
            switch (Read())
            {
                case XmlNodeType.Element:
                    Mark = _marks.Find(_xml.LocalName, _xml.NamespaceURI);
                    return true;
                case XmlNodeType.EndElement when _xml.Depth <= level:
                case XmlNodeType.None:
                    return false;
            }
        }
    }

    /// <summary>Moves to the root element.</summary>
    public bool NextRoot()
    {
        while (true)
        {
            switch (Read())
            {
                case XmlNodeType.Element:
                    Mark = _marks.Find(_xml.LocalName, _xml.NamespaceURI);
                    return true;
                case XmlNodeType.None:
                    return false;
            }
        }
    }

    /// <summary>Reads to the end of the part, so that a part cut short is found out.</summary>
    public void Finish()
    {
        while (Read() != XmlNodeType.None)
        {
        }
    }

    /// <summary>Leaves the current element with all that is in it.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var level = _xml.Depth;
        while (Read() is not XmlNodeType.None and var type && !(type == XmlNodeType.EndElement && _xml.Depth == level))
        {
        }
    }

    /// <summary>The stretches of text of the current element, to its end; each is valid until the next call.</summary>
    /// <param name="level">What <see cref="Enter"/> gave for the element.</param>
    /// <param name="text">The stretch.</param>
    public bool NextText(int level, out ReadOnlySpan<char> text)
    {
        text = default;
        if (level == None)
        {
            return false;
        }

        var type = _xml.NodeType;
        while (true)
        {
            if (type is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                var count = _xml.ReadValueChunk(_chunk, 0, _chunk.Length);
                if (count > 0)
                {
                    text = _chunk.AsSpan(0, count);
                    return true;
                }
            }

            type = Read();
            if (type == XmlNodeType.None || (type == XmlNodeType.EndElement && _xml.Depth <= level))
            {
                return false;
            }
        }
    }

    /// <summary>The whole text of the current element, for the few places where it is short.</summary>
    public string Text()
    {
        const int Longest = 64 << 10;
        var level = Enter();
        var text = "";
        while (NextText(level, out var more))
        {
            text = text.Length < Longest ? string.Concat(text, more) : text;
        }

        return text;
    }

    /// <summary>The attribute of the current element by its local name in whatever namespace, or null.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.LocalName == name)
                {
                    value = Value();
                    break;
                }
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }

        return value;
    }

    /// <summary>The value of the current attribute. The same few stand thousands of times in a document, and need one string each.</summary>
    private string Value()
    {
        var count = _xml.ReadValueChunk(_chunk, 0, _chunk.Length);
        if (count < _chunk.Length)
        {
            return Strings.Get(_chunk.AsSpan(0, count));
        }

        var value = new StringBuilder();
        do
        {
            value.Append(_chunk, 0, count);
        }
        while ((count = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0);
        return value.ToString();
    }

    public string? Val() => Attribute("val");

    /// <summary>A whole number, or the fallback where it is none; what is out of range is the nearest that is in it.</summary>
    public int Number(string name, int fallback)
    {
        var text = Attribute(name);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        return text is null || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || double.IsNaN(number)
            ? fallback
            : (int)Math.Clamp(number, int.MinValue, int.MaxValue);
    }

    /// <summary>An on-off value (ECMA-376-1 clause 22.9.2.7): present without a value means on.</summary>
    public bool IsOn() => Val() is not ("0" or "false" or "off" or "none");

    /// <summary>
    /// Whether a choice asks for namespaces of Office alone (ECMA-376-3 clause 7.6). What their elements hold is read by its own name, whatever the
    /// version; a choice for another application's namespace is not meant for us.
    /// </summary>
    public bool KnowsRequired()
    {
        foreach (var prefix in (Attribute("Requires") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (_xml.LookupNamespace(prefix) is { } name
                && !name.StartsWith("http://schemas.microsoft.com/", StringComparison.Ordinal)
                && !name.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
                && !name.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)
                && !name.StartsWith("urn:schemas-microsoft-com:", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>The kind of the next node; none at the end.</summary>
    private XmlNodeType Read()
    {
        if (!_xml.Read())
        {
            return XmlNodeType.None;
        }

        if (++_steps % StepsBetweenChecks == 0)
        {
            _time.Check();
        }

        // Only elements go deeper.
        var type = _xml.NodeType;
        return type != XmlNodeType.Element || _xml.Depth <= _deepest ? type : throw Refused.Limit(nameof(ReadLimits.XmlDepth), _deepest);
    }
}

/// <summary>The time that a document may take, and the caller's wish to stop.</summary>
internal sealed class ReadingTime(ReadLimits limits, CancellationToken cancellationToken)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > limits.Time)
        {
            throw Refused.Limit(nameof(ReadLimits.Time), (long)limits.Time.TotalSeconds);
        }
    }
}
