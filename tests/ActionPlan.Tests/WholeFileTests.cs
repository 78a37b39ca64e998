namespace ActionPlan.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actionplan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_written()
    {
        WholeFile.Write(In("a.json"), WriteOptions.Default, stream => stream.WriteByte(65));
        Assert.Equal("A", File.ReadAllText(In("a.json")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(In("a.json"), "old");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(In("a.json"), new WriteOptions { Overwrite = true }, stream =>
        {
            stream.WriteByte(65);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(In("a.json")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(In("a.docx"), "old");
        var e = Assert.Throws<DocumentWriteException>(() => WholeFile.Write(In("a.docx"), new WriteOptions { Overwrite = true }, stream =>
        {
            stream.Write(new byte[1 << 16]);
            throw new IOException("No space left on device");
        }));
        Assert.Equal("AP3002", e.Diagnostic.Code);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Equal("old", File.ReadAllText(In("a.docx")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_is_not_to_be_kept_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(In("a.json"), "old");
        Assert.False(WholeFile.TryWrite(In("a.json"), new WriteOptions { Overwrite = true }, stream =>
        {
            stream.Write(new byte[1 << 16]);
            return false;
        }));
        Assert.Equal("old", File.ReadAllText(In("a.json")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_no_input_that_cannot_be_read()
    {
        File.WriteAllText(In("plan.csv"), "Aktivitet;Uppföljning 2022\nUtbilda;Klart\n");
        var e = Assert.Throws<DocumentWriteException>(() => new WordTemplate().Next(In("plan.csv"), In("missing/mall.docx"), new() { Period = "2023" }));
        Assert.Equal("AP3002", e.Diagnostic.Code);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_file_that_exists_is_replaced_only_if_told()
    {
        File.WriteAllText(In("a.json"), "old");
        var e = Assert.Throws<DocumentWriteException>(() => WholeFile.Write(In("a.json"), WriteOptions.Default, _ => { }));
        Assert.Equal("AP3001", e.Diagnostic.Code);
        WholeFile.Write(In("a.json"), new WriteOptions { Overwrite = true }, _ => { });
        Assert.Equal("", File.ReadAllText(In("a.json")));
    }

    [Fact]
    public void An_input_is_never_replaced_not_even_through_a_link()
    {
        File.WriteAllText(In("a.docx"), "input");
        File.CreateSymbolicLink(In("link.json"), In("a.docx"));
        var options = new WriteOptions { Overwrite = true, Inputs = [In("a.docx")] };
        Assert.Equal("AP3003", Assert.Throws<DocumentWriteException>(() => WholeFile.Write(In("link.json"), options, _ => { })).Diagnostic.Code);
        Assert.Equal("AP3003", Assert.Throws<DocumentWriteException>(() => WholeFile.Write(Path.Combine(_folder, ".", "a.docx"), options, _ => { })).Diagnostic.Code);
    }

    [Fact]
    public void A_folder_that_is_missing_is_an_error() =>
        Assert.Equal("AP3002", Assert.Throws<DocumentWriteException>(() => WholeFile.Write(In("no/a.json"), WriteOptions.Default, _ => { })).Diagnostic.Code);

    private string In(string name) => Path.Combine(_folder, name);
}
