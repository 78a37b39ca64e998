using Microsoft.Extensions.Logging;

namespace ActionPlan;

/// <summary>The steps of a read, for whoever listens.</summary>
internal static partial class ReadingLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Name} is read as {Kind}")]
    public static partial void KindFound(this ILogger logger, string name, DocumentKind kind);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Blocks} paragraphs and grids")]
    public static partial void SourceRead(this ILogger logger, int blocks);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Tables} tables")]
    public static partial void TablesFound(this ILogger logger, int tables);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Characters} characters in the tables, {Unplaced} unplaced")]
    public static partial void PlanBuilt(this ILogger logger, long characters, long unplaced);
}
