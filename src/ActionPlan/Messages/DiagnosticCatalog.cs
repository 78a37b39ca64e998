namespace ActionPlan.Messages;

/// <summary>Every diagnostic of the library. Messages stand in Messages.resx (English) and Messages.sv.resx, by code.</summary>
/// <remarks>Codes: AP10 refusals, AP11 Word, AP12 delimited text, AP13 PDF, AP14 JSON, AP2 tables and plans, AP3 output.</remarks>
internal static class DiagnosticCatalog
{
    public static readonly DiagnosticDescriptor FileMissing = new("AP1001", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor FileEmpty = new("AP1002", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor FileUnreadable = new("AP1003", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor KindUnknown = new("AP1004", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor KindNotReadYet = new("AP1005", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor OldWordFormat = new("AP1006", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor RichTextFormat = new("AP1007", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PasswordProtected = new("AP1008", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PackageDamaged = new("AP1009", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor NoDocumentPart = new("AP1010", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor EntryTwice = new("AP1011", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor DocumentTypeDeclaration = new("AP1012", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor XmlDamaged = new("AP1013", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor LimitExceeded = new("AP1014", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor Undecodable = new("AP1015", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PartMissing = new("AP1016", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor HiddenText = new("AP1101", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor CommentLeftOut = new("AP1102", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor NoteLeftOut = new("AP1103", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor TrackedChanges = new("AP1104", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor PictureInCell = new("AP1105", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor EmbeddedDocumentLeftOut = new("AP1106", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor DiagnosticsCut = new("AP1107", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor RowWidth = new("AP1201", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor EncodingAssumed = new("AP1202", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor QuotationOpen = new("AP1203", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PlanNotJson = new("AP1401", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PlanSchema = new("AP1402", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PlanNewer = new("AP1403", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor PlanUnknownProperty = new("AP1404", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor NoPlanTable = new("AP2001", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor NoTable = new("AP2002", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor Unplaced = new("AP2003", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor TableLeftOut = new("AP2004", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor HeadingUnknown = new("AP2005", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor ColumnSecond = new("AP2006", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor StatusByColour = new("AP2007", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor RowJoined = new("AP2008", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor HyphenKept = new("AP2009", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor HeadingRepeated = new("AP2010", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor TitleMissing = new("AP2011", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor ColumnMissing = new("AP2012", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor IdTwice = new("AP2013", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor IdMalformed = new("AP2014", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor OutputExists = new("AP3001", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor OutputUnwritable = new("AP3002", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor OutputIsInput = new("AP3003", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor LinkLeftOut = new("AP3010", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor PartLeftOut = new("AP3011", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor PeriodDoubtful = new("AP3012", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor PeriodNeeded = new("AP3013", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor MeasureNotInTemplate = new("AP3014", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor MeasureNotInPlan = new("AP3015", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BuiltInLookUsed = new("AP3016", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor NoAnswerCell = new("AP3017", DiagnosticSeverity.Warning);
}
