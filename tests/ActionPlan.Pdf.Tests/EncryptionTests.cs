namespace ActionPlan.Pdf.Tests;

/// <summary>The same two pages, encrypted in every way of the standard, and stored in other forms.</summary>
public sealed class EncryptionTests
{
    private static readonly string Plain = Reading.Text(TestData.Bytes("p46.pdf"));

    [Theory]
    [InlineData("rc4-40.pdf", null)]
    [InlineData("rc4-40.pdf", "owner")]
    [InlineData("rc4-128-user.pdf", "user")]
    [InlineData("rc4-128-user.pdf", "owner")]
    [InlineData("aes-128-objstm.pdf", null)]
    [InlineData("aes-128-objstm.pdf", "wrong, but the empty one opens it")]
    [InlineData("aes-128-clear-metadata.pdf", null)]
    [InlineData("aes-256-r5-user.pdf", "user")]
    [InlineData("aes-256-r5-user.pdf", "owner")]
    [InlineData("aes-256-r6.pdf", null)]
    [InlineData("aes-256-r6.pdf", "owner")]
    [InlineData("aes-256-r6-user.pdf", "lösen")]
    [InlineData("linearised.pdf", null)]
    [InlineData("object-streams.pdf", null)]
    public void TheTextIsThatOfThePlainFile(string name, string? password)
    {
        var document = PdfDocument.Open(TestData.Path(name), password).Require();
        Assert.Equal(Plain, string.Join('\f', Enumerable.Range(1, document.PageCount).Select(n => Reading.Text(document.ReadPage(n)))));
        Assert.Equal(name.StartsWith("rc4", StringComparison.Ordinal) || name.StartsWith("aes", StringComparison.Ordinal), document.Permissions.IsEncrypted);
    }

    [Theory]
    [InlineData("rc4-128-user.pdf", null)]
    [InlineData("rc4-128-user.pdf", "User")]
    [InlineData("aes-256-r5-user.pdf", "")]
    [InlineData("aes-256-r6-user.pdf", "losen")]
    public void WithoutThePasswordTheFileIsRefused(string name, string? password)
    {
        Assert.Equal(PdfRefusalReason.PasswordRequired, PdfDocument.Open(TestData.Path(name), password).Refusal?.Reason);
    }

    [Theory]
    [InlineData("aes-128-objstm.pdf")]
    [InlineData("aes-256-r6.pdf")]
    [InlineData("rc4-40.pdf")]
    public void AnEncryptedFileWithoutItsCrossReferencesIsRebuilt(string name)
    {
        var bytes = TestData.Bytes(name);
        var at = bytes.AsSpan().LastIndexOf("startxref"u8);
        bytes.AsSpan(at).Fill((byte)' ');
        Assert.Equal(Plain, Reading.Text(bytes));
    }
}

internal static class TestData
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));
}
