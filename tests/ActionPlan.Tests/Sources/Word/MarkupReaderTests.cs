using System.Text;
using ActionPlan.Sources.Word;

namespace ActionPlan.Tests.Sources.Word;

public sealed class MarkupReaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(10_000)]
    public void An_attribute_of_any_length_is_read_whole_and_again_and_beside_others(int length)
    {
        var value = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        using var xml = Open($"""<w:body xmlns:w="{Spaces.Word}"><w:p w:first="{value}" w:second="2"/><w:p w:first="{value}x"/></w:body>""");
        var level = Enter(xml);
        Assert.True(xml.NextChild(level));
        Assert.Equal(value, xml.Attribute("first"));
        Assert.Equal("2", xml.Attribute("second"));
        Assert.Equal(value, xml.Attribute("first"));
        Assert.Null(xml.Attribute("third"));
        Assert.True(xml.NextChild(level));
        Assert.Equal(value + "x", xml.Attribute("first"));
        Assert.False(xml.NextChild(level));
    }

    [Fact]
    public void Elements_are_known_by_name_and_namespace_whatever_the_prefix()
    {
        using var xml = Open($"""<a:body xmlns:a="{Spaces.WordStrict}"><a:p/><p/><a:pt/><q:p xmlns:q="urn:q"/><tr xmlns="{Spaces.Word}"/></a:body>""");
        var level = Enter(xml);
        Assert.Equal(Mark.Body, xml.Mark);
        var marks = new List<Mark>();
        while (xml.NextChild(level))
        {
            marks.Add(xml.Mark);
        }

        Assert.Equal([Mark.P, Mark.Other, Mark.Other, Mark.Other, Mark.Tr], marks);
    }

    [Fact]
    public void Names_that_look_alike_stay_apart()
    {
        // The same first, middle and last character and length as 'tblGrid'.
        using var xml = Open($"""<w:body xmlns:w="{Spaces.Word}"><w:tblGrid/><w:txxGxxd/><w:tblGrid/></w:body>""");
        var level = Enter(xml);
        var names = new List<(string, Mark)>();
        while (xml.NextChild(level))
        {
            names.Add((xml.LocalName, xml.Mark));
        }

        Assert.Equal([("tblGrid", Mark.TblGrid), ("txxGxxd", Mark.Other), ("tblGrid", Mark.TblGrid)], names);
    }

    private static int Enter(MarkupReader xml)
    {
        Assert.True(xml.NextRoot());
        return xml.Enter();
    }

    private static MarkupReader Open(string markup) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(markup)), "part.xml", new ReadLimits(), new ReadingTime(new ReadLimits(), default));
}
