namespace ActionPlan.Plans;

/// <summary>The texts of a measure by the number of their column, until all of its rows have been read.</summary>
internal sealed class MeasureTexts
{
    private readonly IReadOnlyList<PlanColumn> _columns;
    private readonly RichText[] _texts;
    private readonly int _others;

    public MeasureTexts(IReadOnlyList<PlanColumn> columns)
    {
        _columns = columns;
        _texts = new RichText[columns.Count];
        _others = columns.Count(column => column.Key == ColumnKey.Other);
        Clear();
    }

    public RichText this[int column]
    {
        get => _texts[column];
        set => _texts[column] = value;
    }

    public void Clear() => Array.Fill(_texts, RichText.Empty);

    /// <summary>The text of the column of this meaning; empty where there is none.</summary>
    public RichText Of(ColumnKey key)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Key == key)
            {
                return _texts[i];
            }
        }

        return RichText.Empty;
    }

    /// <summary>The measure of these texts.</summary>
    public Measure ToMeasure(string id, MeasureSource source) => new()
    {
        Id = id,
        Number = Of(ColumnKey.Number),
        FocusArea = Of(ColumnKey.FocusArea),
        Activity = Of(ColumnKey.Activity),
        Goal = Of(ColumnKey.Goal),
        FollowUp = Of(ColumnKey.FollowUp),
        Responsible = Of(ColumnKey.Responsible),
        Timeframe = Of(ColumnKey.Timeframe),
        Status = Of(ColumnKey.Status),
        Indicator = Of(ColumnKey.Indicator),
        Resources = Of(ColumnKey.Resources),
        Comment = Of(ColumnKey.Comment),
        Other = Others(),
        Source = source,
    };

    private OtherFields Others()
    {
        if (_others == 0)
        {
            return OtherFields.Empty;
        }

        var fields = new KeyValuePair<string, RichText>[_others];
        var next = 0;
        for (var i = 0; next < fields.Length; i++)
        {
            if (_columns[i].Key == ColumnKey.Other)
            {
                fields[next++] = new(_columns[i].Heading, _texts[i]);
            }
        }

        return OtherFields.From(fields);
    }
}
