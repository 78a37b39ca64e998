namespace ActionPlan.Tests.Templates;

/// <summary>Work that nobody waits for any more ends, and nothing has been written.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task A_template_that_is_cancelled_before_it_begins_is_never_made()
    {
        await _source.CancelAsync();
        using var destination = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new WordTemplate().NextAsync(Document(), "plan.docx", destination, new() { Period = "2031" }, _source.Token));
        Assert.Equal(0, destination.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(20)]
    public async Task A_template_that_is_cancelled_while_its_document_is_read_is_not_written(int reads)
    {
        using var destination = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new WordTemplate().NextAsync(Cancelling(reads), "plan.docx", destination, new() { Period = "2031" }, _source.Token));
        Assert.Equal(0, destination.Length);
    }

    [Fact]
    public async Task Filling_that_is_cancelled_is_not_written()
    {
        var plan = WordFiles.Simple("Klart.");
        using var destination = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new WordTemplate().FillAsync(Cancelling(3), "mall.docx", plan, destination, _source.Token));
        Assert.Equal(0, destination.Length);
    }

    private static MemoryStream Document() => new(WordFiles.Of(WordFiles.Simple("")));

    private CancellingStream Cancelling(int reads) => new(Document().ToArray(), reads, _source);

    /// <summary>Cancels at one of the times that it is read from.</summary>
    private sealed class CancellingStream(byte[] content, int reads, CancellationTokenSource source) : MemoryStream(content)
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_reads++ == reads)
            {
                source.Cancel();
            }

            return base.Read(buffer, offset, count);
        }
    }
}
