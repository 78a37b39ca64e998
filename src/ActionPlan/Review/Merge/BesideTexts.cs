using ActionPlan.Messages;

namespace ActionPlan.Review.Merge;

/// <summary>
/// What a copy says where a plan has no place for it and its base does not: below the table, in a comment, in a table of its own. Somebody may have
/// answered there.
/// </summary>
internal static class BesideTexts
{
    private const int ShortestPart = 12;

    /// <summary>Reads of comments, notes, hidden texts and pictures tell them; of a copy the merge does.</summary>
    public static bool IsTold(Diagnostic diagnostic) => KindOf(diagnostic) is not null;

    public static IEnumerable<BesideFinding> Of(ReadResult<Plan> copy, ReadResult<Plan> basis)
    {
        var known = new KnownOfBase(basis, isSameKind: HasTablesOf(copy, TableMethod.Word) == HasTablesOf(basis, TableMethod.Word));
        var own = OwnTexts(copy.Value!).Select(ComparedText.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var text in copy.Report.Beside)
        {
            if (text.Text.Any(char.IsLetterOrDigit) && !known.Holds(text) && !own.Contains(ComparedText.Key(text.Text)))
            {
                yield return new(MergeFindingKind.TextBeside, DiagnosticCatalog.MergeBeside, text.Text, text.Place);
            }
        }

        foreach (var finding in Pictures(copy.Report, basis.Report).Concat(Struck(copy, basis)))
        {
            yield return finding;
        }

        var told = basis.Diagnostics.Where(diagnostic => KindOf(diagnostic) is not null).Select(diagnostic => Identity(diagnostic, basis.Value!)).ToHashSet();
        foreach (var diagnostic in copy.Diagnostics)
        {
            if (KindOf(diagnostic) is { } kind && !told.Contains(Identity(diagnostic, copy.Value!)))
            {
                yield return new(kind.Kind, kind.Descriptor, diagnostic.Arguments.Count > 0 ? diagnostic.Arguments[0] : string.Empty, diagnostic.Place);
            }
        }
    }

    /// <summary>Pictures that the base has none like; each of the base's stands for one.</summary>
    private static IEnumerable<BesideFinding> Pictures(ReadReport copy, ReadReport basis)
    {
        var known = basis.Pictures.ToList();
        foreach (var picture in copy.Pictures)
        {
            var at = known.FindIndex(picture.MayBe);
            if (at >= 0)
            {
                known.RemoveAt(at);
            }
            else
            {
                yield return new(MergeFindingKind.Picture, DiagnosticCatalog.MergePictureBeside, picture.Description, default);
            }
        }
    }

    /// <summary>What was struck by tracked changes, the base's own texts apart: of those the comparison of cells tells.</summary>
    private static IEnumerable<BesideFinding> Struck(ReadResult<Plan> copy, ReadResult<Plan> basis)
    {
        if (copy.Report.Struck.Count == 0)
        {
            yield break;
        }

        var known = basis.Value!.Measures.SelectMany(measure => basis.Value.Columns.Select(column => measure[column].Text))
            .Concat(basis.Report.Prompts).Concat(OwnTexts(basis.Value)).Concat(basis.Value.Columns.Select(column => column.Heading)).Select(ComparedText.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var struck in copy.Report.Struck.Where(struck => !known.Contains(ComparedText.Key(struck.Text))))
        {
            yield return new(MergeFindingKind.StruckText, struck.LeavesNothing ? DiagnosticCatalog.MergeStruck : DiagnosticCatalog.MergeStruckPart, struck.Text, struck.Place);
        }
    }

    private static bool HasTablesOf(ReadResult<Plan> result, TableMethod method) => result.Report.Tables.Any(table => table.Method == method);

    private static (MergeFindingKind Kind, DiagnosticDescriptor Descriptor)? KindOf(Diagnostic diagnostic) =>
        diagnostic.Code == DiagnosticCatalog.CommentLeftOut.Code || diagnostic.Code == DiagnosticCatalog.NoteLeftOut.Code ? (MergeFindingKind.Note, DiagnosticCatalog.MergeNote)
        : diagnostic.Code == DiagnosticCatalog.HiddenText.Code ? (MergeFindingKind.TextBeside, DiagnosticCatalog.MergeHidden)
        : diagnostic.Code == DiagnosticCatalog.PictureInCell.Code ? (MergeFindingKind.Picture, DiagnosticCatalog.MergePicture)
        : null;

    /// <summary>What makes two of them one: their words, and of a picture the measure that it stands with.</summary>
    private static (string Code, string Words) Identity(Diagnostic diagnostic, Plan plan) =>
        (diagnostic.Code, diagnostic.Code == DiagnosticCatalog.PictureInCell.Code ? MeasureAt(plan, diagnostic.Place) : ComparedText.Normal(string.Join(' ', diagnostic.Arguments)));

    private static string MeasureAt(Plan plan, DocumentPlace place)
    {
        var found = string.Empty;
        foreach (var measure in plan.Measures)
        {
            found = measure.Source is { } source && source.Table == place.Table && source.Row <= place.Row ? measure.Id : found;
        }

        return found;
    }

    /// <summary>What a plan itself says outside of its measures.</summary>
    private static IEnumerable<string> OwnTexts(Plan plan) =>
    [
        .. plan.Decisions.Select(decision => decision.Text),
        .. plan.Sections.Where(section => section.Measures.Count > 0).SelectMany(section => (string[])[section.Heading, section.Group ?? string.Empty]), plan.Title, plan.Reference ?? string.Empty, plan.Period ?? string.Empty,
    ];

    /// <summary>What the base says beside its plan and in its front.</summary>
    private sealed class KnownOfBase
    {
        private readonly HashSet<string> _texts;
        private readonly HashSet<string> _margins;
        private readonly HashSet<string>? _letters;
        private readonly string? _joined;
        private readonly bool _isData;

        public KnownOfBase(ReadResult<Plan> basis, bool isSameKind)
        {
            _isData = basis.Report.Tables.Count == 0;
            IEnumerable<string> all = [.. OwnTexts(basis.Value!), .. basis.Value!.Columns.Select(column => column.Heading), .. basis.Value.Sections.Select(section => section.Heading), .. basis.Report.Beside.Select(text => text.Text), .. basis.Report.Account.UnplacedText, .. basis.Report.Prompts];
            _texts = all.Select(ComparedText.Key).ToHashSet(StringComparer.Ordinal);
            _margins = basis.Report.Beside.Select(text => Margin(text.Text)).ToHashSet(StringComparer.Ordinal);
            if (!isSameKind)
            {
                _letters = _texts.Select(Letters).ToHashSet(StringComparer.Ordinal);
                _joined = string.Join('\n', _letters);
            }
        }

        public bool Holds(TextBeside text)
        {
            var normal = ComparedText.Key(text.Text);

            // Of data nobody knows what stood above the table of the document that was sent out.
            return _texts.Contains(normal) || (_isData && !text.Follows) || (text.InMargin && _margins.Contains(Margin(text.Text))) || HoldsPart(normal);
        }

        /// <summary>A print divides paragraphs otherwise than the document that it was made from.</summary>
        private bool HoldsPart(string text)
        {
            var letters = Letters(text);
            return _letters is not null && (letters.Length < ShortestPart ? _letters.Contains(letters) || letters.All(char.IsDigit) : _joined!.Contains(letters, StringComparison.Ordinal));
        }

        private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

        /// <summary>Page numbers and dates of printing change.</summary>
        private static string Margin(string text) => new([.. ComparedText.Normal(text).Select(letter => char.IsDigit(letter) ? '0' : letter)]);
    }
}

/// <summary>A text or picture of a copy that has no place in a plan.</summary>
internal sealed record BesideFinding(MergeFindingKind Kind, DiagnosticDescriptor Descriptor, string Text, DocumentPlace Place);
