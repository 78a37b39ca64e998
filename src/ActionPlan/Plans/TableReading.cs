using ActionPlan.Messages;
using ActionPlan.Sources;
using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>Walks the rows of the plan's tables in order and makes sections and measures of them.</summary>
internal sealed class TableReading(IReadOnlyList<PlanColumn> columns, AccountBook account, List<Diagnostic> diagnostics, List<JoinedRow> joined, string title, PromptTexts prompts, PlanAnchors? anchors = null)
{
    private readonly MeasureAssembler _assembler = new(columns, account, diagnostics, prompts, anchors);
    private readonly SectionAnchors? _sections = anchors is null ? null : new(anchors);
    private string? _group;
    private string? _headingGroup;
    private bool _isOnlyTable;

    public ValueList<PlanSection> Read(List<PlanTable> tables, Outline outline, HeadingWords words, CancellationToken cancellationToken)
    {
        _isOnlyTable = tables.Count(table => table.Found.Role != TableRole.Continuation) == 1;
        var rows = tables.SelectMany(table => table.Rows).Where(row => row.Row.Index > row.Table.Header!.LastRow).ToList();
        var keysOf = tables.ToDictionary(table => table.Found.Grid, table => table.Columns.Select(column => column < 0 ? ColumnKey.Other : columns[column].Key).ToArray());
        var kinds = new RowClassifier(rows, row => keysOf[row.Table.Grid]).Classify();
        var outer = SectionLevels.FindOuter(rows, kinds);
        var withSections = rows.Where((_, i) => kinds[i] == RowKind.Section).Select(row => row.Table.Grid).ToHashSet();
        withSections.UnionWith(tables.Where(table => !_isOnlyTable && HasSectionAbove(table)).Select(table => table.Found.Grid));
        var headings = outline.Sections(withSections.Contains);

        var at = 0;
        TableHeader? header = null;
        foreach (var table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _sections?.Begin(table.Found.Grid.Index);
            if (headings.TryGetValue(table.Found.Grid, out var heading))
            {
                OpenHeading(heading.Group, heading.Heading, withSections.Contains(table.Found.Grid));
            }

            if (table.Found.Role == TableRole.Cards)
            {
                Cards.Read(table.Found, table.CardHeadings, table.Columns, words, _assembler, account, anchors);
                continue;
            }

            if (table.Found.Role == TableRole.Measures)
            {
                ReadHeader(table, ref header);
            }

            for (; at < rows.Count && ReferenceEquals(rows[at].Table, table.Found); at++)
            {
                ReadRow(rows[at], kinds[at], outer[at], table.Columns);
            }
        }

        return _assembler.Finish();
    }

    private void OpenHeading(string? group, string heading, bool holdsSections)
    {
        _group = null;
        _headingGroup = holdsSections ? heading : null;
        if (!holdsSections)
        {
            _sections?.AddParagraph(group, heading);
            _assembler.OpenSection(group, HeadingText.OnOneLine(heading));
        }
    }

    private static bool HasSectionAbove(PlanTable table) =>
        table.Found.Header is { FirstRow: > 1 } && table.Rows.Exists(row => row.Row.Index < table.Found.Header.FirstRow && IsSectionAbove(row));

    private static bool IsSectionAbove(BodyRow row) => row.OnlyFilled is { } cell && !TitleFinder.IsOtherMatter(cell.Text.Text) && cell.Text.Text.Length <= 120;

    private void ReadHeader(PlanTable table, ref TableHeader? before)
    {
        var header = table.Found.Header!;
        var repeated = before is not null && before.Columns.Count == header.Columns.Count && before.Columns.Zip(header.Columns).All(pair => HeadingText.SameText(pair.First.Heading, pair.Second.Heading));
        foreach (var row in table.Found.Grid.Rows.Skip(header.FirstRow - 1).Take(header.LastRow - header.FirstRow + 1))
        {
            anchors?.Rows.TryAdd(new(table.Found.Grid.Index, row.Index), (RowKindOfPlan.Header, -1));
            foreach (var cell in row.Cells)
            {
                account.Place(repeated ? AccountEntry.RepeatedHeadings : AccountEntry.Headings, cell, table.Found.Grid);
            }
        }

        HeadingAnchors.Add(table, anchors);
        foreach (var row in table.Rows.Where(row => row.Row.Index < header.FirstRow))
        {
            ReadAbove(row);
        }

        before = header;
    }

    /// <summary>A row above the heading: the title, a decision or another line of the document, or the section of the table.</summary>
    private void ReadAbove(BodyRow row)
    {
        var text = HeadingText.OnOneLine(string.Join('\n', row.Row.Cells.Select(cell => cell.Text.Text)));
        var isTitle = (title.Length > 0 && HeadingText.SameText(text, title)) || (_isOnlyTable && row.OnlyFilled is not null && Outline.IsGeneric(text));
        if (!isTitle && IsSectionAbove(row))
        {
            account.Place(AccountEntry.Plan, row.OnlyFilled!);
            _sections?.AddRow(row.Row.Index, _headingGroup, null);
            _assembler.OpenSection(_headingGroup, HeadingText.OnOneLine(row.OnlyFilled!.Text.Text));
            return;
        }

        foreach (var cell in row.Row.Cells)
        {
            if (isTitle || TitleFinder.IsOtherMatter(cell.Text.Text) || title.Contains(cell.Text.Text, StringComparison.Ordinal))
            {
                account.Place(AccountEntry.Headings, cell, row.Table.Grid);
            }
            else
            {
                LeaveUnplaced(row, cell);
            }
        }
    }

    private void ReadRow(BodyRow row, RowKind kind, bool outer, int[] map)
    {
        switch (kind)
        {
            case RowKind.RepeatedHeader:
                anchors?.Rows.TryAdd(new(row.Table.Grid.Index, row.Row.Index), (RowKindOfPlan.RepeatedHeader, -1));
                diagnostics.Add(DiagnosticCatalog.HeadingRepeated.At(row.Place));
                foreach (var cell in row.Row.Cells)
                {
                    account.Place(AccountEntry.RepeatedHeadings, cell);
                }

                break;
            case RowKind.Section:
                ReadSection(row, outer);
                break;
            case RowKind.Measure:
                _assembler.OpenMeasure(row.Table.Grid.Index, row.Row.Index, row.Row.Page);
                anchors?.Rows.TryAdd(new(row.Table.Grid.Index, row.Row.Index), (RowKindOfPlan.Measure, _assembler.Ordinal));
                ReadCells(row, map, joining: false);
                break;
            case RowKind.Continuation:
                var into = _assembler.OpenRow;
                anchors?.Rows.TryAdd(new(row.Table.Grid.Index, row.Row.Index), (RowKindOfPlan.Continuation, _assembler.Ordinal));
                joined.Add(new(row.Table.Grid.Index, into, row.Row.Index));
                diagnostics.Add(DiagnosticCatalog.RowJoined.At(row.Place, into.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                _assembler.AddPage(row.Row.Page);
                ReadCells(row, map, joining: true);
                break;
            default:
                foreach (var cell in row.Row.Cells)
                {
                    if (cell.Text.IsEmpty)
                    {
                        account.Drop(cell.Dropped);
                    }
                    else
                    {
                        LeaveUnplaced(row, cell);
                    }
                }

                break;
        }
    }

    private void ReadSection(BodyRow row, bool outer)
    {
        var isFirst = true;
        var text = row.SectionText;
        foreach (var cell in row.Row.Cells)
        {
            // Copies of a merged cell's text say nothing new, but they are in the plan all the same.
            account.Place(isFirst || !cell.Text.IsEmpty ? AccountEntry.Plan : AccountEntry.Headings, cell);
            isFirst = false;
        }

        if (outer)
        {
            _group = text;
            _sections?.AddGroupRow(row.Row.Index, text);
            return;
        }

        _sections?.AddRow(row.Row.Index, _group ?? _headingGroup, _group is null ? _headingGroup : null);

        _assembler.OpenSection(_group ?? _headingGroup, text);
    }

    private void ReadCells(BodyRow row, int[] map, bool joining)
    {
        var statusCell = -1;
        for (var i = 0; i < map.Length; i++)
        {
            if (row.Cells[i] is not { } cell || (i > 0 && ReferenceEquals(cell, row.Cells[i - 1])))
            {
                continue;
            }

            var place = row.Place with { Column = i + 1 };
            if (map[i] < 0)
            {
                if (row.IsOwn(i))
                {
                    LeaveUnplaced(row, cell);
                }

                continue;
            }

            // A merged cell that was read in a row above is there already when this row only goes on from it.
            if (row.IsOwn(i) || !joining)
            {
                _assembler.Add(map[i], cell, row.IsOwn(i), place);
            }

            statusCell = columns[map[i]].Key == ColumnKey.Status ? i : statusCell;
        }

        if (row.More is not null)
        {
            ReadMore(row, row.More, map);
        }

        if (statusCell >= 0)
        {
            ReportColour(row, statusCell);
        }
    }

    private void ReadMore(BodyRow row, List<(int Column, SourceCell Cell)> more, int[] map)
    {
        foreach (var (column, cell) in more)
        {
            if (map[column] >= 0)
            {
                _assembler.Add(map[column], cell, cell.Row == row.Row.Index, row.Place with { Column = column + 1 });
            }
            else if (cell.Row == row.Row.Index)
            {
                LeaveUnplaced(row, cell);
            }
        }
    }

    private void ReportColour(BodyRow row, int column)
    {
        var cell = row.Cells[column]!;
        var neighbour = row.Cells[column > 0 ? column - 1 : Math.Min(1, row.Cells.Length - 1)];
        if (cell.Text.IsEmpty && cell.Look.Fill >= 0 && cell.Look.Fill != neighbour?.Look.Fill)
        {
            diagnostics.Add(DiagnosticCatalog.StatusByColour.At(row.Place with { Column = column + 1 }, ColourName.Of(cell.Look.Fill)));
        }
    }

    private void LeaveUnplaced(BodyRow row, SourceCell cell)
    {
        account.LeaveUnplaced(cell);
        if (!cell.Text.IsEmpty)
        {
            diagnostics.Add(DiagnosticCatalog.Unplaced.At(row.Place with { Column = cell.Column }, cell.Text.Text));
        }
    }
}
