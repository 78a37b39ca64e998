using System.Text;
using ActionPlan.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace ActionPlan.Tests.Sources;

public class TextCountTests
{
    private static readonly string[] Pieces = ["a", "å", " ", "\n", "\t", "\u0085", "\u00A0", "\u2003", "\u3000", "\u00AD", "漢", "😀", "\u001C", "abcdefghijklmnop", "        "];

    [Fact]
    public void CountsScalarValuesThatAreNotWhiteSpaceInAnyMixture() =>
        Check.One(Cases.Of(1000), Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => Agrees(string.Concat(pieces))));

    [Fact]
    public void CountsLongTexts() => Assert.True(Agrees(string.Concat(Enumerable.Repeat("ord och \u2003\u00A0åäö 😀", 20_000))));

    private static bool Agrees(string text) => TextCount.NonBlank(text) == text.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune));
}
