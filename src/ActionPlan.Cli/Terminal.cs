using System.Text;

namespace ActionPlan.Cli;

/// <summary>The streams of the process, or those of a test. A stream of the process is opened when it is asked for: most runs need one of three.</summary>
internal sealed class Terminal
{
    private readonly Lazy<Stream> _input;
    private readonly Lazy<Stream> _output;
    private readonly Lazy<TextWriter> _error;

    public Terminal(Stream input, Stream output, TextWriter error)
        : this(new Lazy<Stream>(input), new Lazy<Stream>(output), new Lazy<TextWriter>(error))
    {
    }

    private Terminal(Lazy<Stream> input, Lazy<Stream> output, Lazy<TextWriter> error)
    {
        _input = input;
        _output = output;
        _error = error;
    }

    public Stream Input => _input.Value;

    public Stream Output => _output.Value;

    public TextWriter Error => _error.Value;

    /// <summary>Whether a person reads standard error.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether colours are wanted.</summary>
    public bool Colour { get; init; }

    public static Terminal OfProcess()
    {
        var interactive = !Console.IsErrorRedirected;
        return new(new Lazy<Stream>(Console.OpenStandardInput), new Lazy<Stream>(Console.OpenStandardOutput), new Lazy<TextWriter>(ErrorWriter))
        {
            IsInteractive = interactive,
            Width = interactive ? WindowWidth() : 80,
            Colour = interactive
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not "dumb",
        };
    }

    // Paths and document texts hold å ä ö: the same bytes whatever the machine's settings.
    private static StreamWriter ErrorWriter() =>
        new(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    private static int WindowWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0)
        {
            return columns;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return 80;
        }
    }
}
