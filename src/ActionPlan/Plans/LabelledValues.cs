using ActionPlan.Tables;

namespace ActionPlan.Plans;

/// <summary>
/// Reads labels with their values, as information boxes and cover pages have them: 'Fastställd av | Kommunfullmäktige',
/// 'Diarienummer: KS 2021/00123'. A decision may be spread over several labels.
/// </summary>
internal sealed class LabelledValues
{
    private readonly List<Decision> _decisions = [];
    private string _body = string.Empty;
    private PartialDate _date;
    private string? _section;
    private string _text = string.Empty;
    private bool _named;
    private bool _datedAsDecision;

    public string? Reference { get; private set; }

    public string? Period { get; private set; }

    public string? Title { get; private set; }

    /// <summary>The decisions read so far, the one that is spread over several labels first.</summary>
    public List<Decision> Decisions
    {
        get
        {
            var all = new List<Decision>();
            if ((!_date.IsEmpty && (_datedAsDecision || _body.Length > 0)) || _section is not null || _named)
            {
                all.Add(new(DecisionRole.Adopted, _body, _date, _section ?? string.Empty, _text));
            }

            all.AddRange(_decisions);
            return all;
        }
    }

    /// <summary>Whether the label alone says that this is a box of information on the document.</summary>
    public static bool IsKnown(string label) => KindOf(label) != LabelKind.None;

    /// <summary>Takes in a label and its value; false where the label means nothing here.</summary>
    public bool Add(string label, string value)
    {
        var kind = KindOf(label);
        var text = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (kind == LabelKind.None)
        {
            return false;
        }

        if (text.Length == 0 || text is "-" or "–" or "—")
        {
            return true;
        }

        switch (kind)
        {
            case LabelKind.Reference:
                Reference ??= text;
                break;
            case LabelKind.Period:
                Period ??= text;
                break;
            case LabelKind.Title:
                Title ??= text;
                break;
            case LabelKind.Revised:
                _decisions.AddRange(ReadAs(text, DecisionRole.Revised));
                break;
            case LabelKind.FollowUp:
                _decisions.AddRange(ReadAs(text, DecisionRole.FollowUp));
                break;
            default:
                AddToAdoption(kind, label, text);
                break;
        }

        return true;
    }

    private void AddToAdoption(LabelKind kind, string label, string text)
    {
        var read = ReadAs(text, DecisionRole.Adopted);
        if (read.Count > 0)
        {
            var first = read[0];

            // A date of the document beside a decision that is whole already.
            if (kind == LabelKind.Date && !_date.IsEmpty && _section is not null && first.Body.Length == 0 && first.Section.Length == 0)
            {
                return;
            }

            if (first.Body.Length > 0)
            {
                _body = first.Body;
            }

            if (!first.Date.IsEmpty)
            {
                _date = first.Date;

                // 'Datum: 2023-02-28' in the head of a letter is the day of writing.
                _datedAsDecision |= !IsPlainDate(label);
            }

            _section = first.Section.Length > 0 || text.Contains('§', StringComparison.Ordinal) ? first.Section : _section;
            _decisions.AddRange(read.Skip(1));
        }
        else if (kind == LabelKind.Section)
        {
            _section = text.TrimStart('§', ' ');
        }
        else if (kind is LabelKind.Body or LabelKind.NamedBody || DecidingBody.IsBody(text))
        {
            _body = text;
        }
        else
        {
            return;
        }

        _named |= kind == LabelKind.NamedBody;
        _text = _text.Length == 0 ? $"{label.TrimEnd(':', ' ')} {text}" : $"{_text}, {text}";
    }

    private static List<Decision> ReadAs(string text, DecisionRole role)
    {
        var read = DecisionReader.Read(text, role);
        if (read.Count > 0)
        {
            return read;
        }

        var words = Tokens.Of(text);
        return words.Count > 0 && PrintedDate.TryRead(text, words, 0, out var date, out var next) && next == words.Count
            ? [new(role, string.Empty, date, string.Empty, text)]
            : [];
    }

    private static bool IsPlainDate(string label) => label.AsSpan().Trim(" :.").ToString().ToLowerInvariant() is "datum" or "dato" or "date" or "päivämäärä";

    private enum LabelKind
    {
        None,
        Body,
        NamedBody,
        Date,
        Section,
        Revised,
        FollowUp,
        Reference,
        Period,
        Title,
    }

    private static LabelKind KindOf(string label)
    {
        if (label.Length is 0 or > 60)
        {
            return LabelKind.None;
        }

        return string.Join(' ', label.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(':', ' ', '.') switch
        {
            "fastställd av" or "fastställt av" or "antagen av" or "antaget av" or "beslutad av" or "beslutat av" or "godkänd av" or "antagen i" or "beslutad i" or "vedtatt av" or "vedtaget af" or "adopted by"
                or "approved by" or "godkjent av" or "hyväksynyt" => LabelKind.NamedBody,
            "beslutsinstans" or "beslutande instans" or "beslutsorgan" or "beslutande organ" or "beslutsfattare" or "beslutande" or "instans" or "beslutande nämnd" or "beslutsnivå" or "vedtaksorgan" or "hyväksyjä"
                or "decision-making body" or "adopting body" or "beslutad av instans" => LabelKind.Body,
            "datum" or "beslutsdatum" or "datum för beslut" or "antagen" or "antaget" or "antagen datum" or "antagningsdatum" or "fastställd" or "fastställt" or "fastställelsedatum" or "fastställandedatum" or "datum för fastställande"
                or "datum för antagande" or "beslutad" or "beslut" or "beslutat" or "datum och paragraf" or "beslutsdatum och paragraf" or "datum/paragraf" or "datum, paragraf" or "beslutsdatum/paragraf" or "datum och §" or "beslutsdatum och §" or "vedtatt" or "vedtatt dato" or "vedtaksdato" or "vedtaget" or "dato"
                or "hyväksytty" or "adopted" or "date of adoption" or "approved" or "date" or "godkänd" or "beslut och datum" or "beslut/datum" or "datum för ikraftträdande och paragraf" or "päivämäärä" => LabelKind.Date,
            "paragraf" or "§" or "beslutsparagraf" or "protokollsparagraf" or "paragrafnummer" or "§ nr" or "sak" or "pykälä" or "section" or "item" => LabelKind.Section,
            "reviderad" or "senast reviderad" or "revideringsdatum" or "reviderad av" or "reviderad datum" or "revidering" or "revidert" or "revideret" or "revised" or "senaste revidering" or "tarkistettu" or "reviderat" => LabelKind.Revised,
            "uppföljning" or "uppföljd" or "uppföljningsbeslut" or "uppföljning beslutad" or "beslut om uppföljning" or "uppföljning godkänd" or "uppföljning godkänd av" or "oppfølging vedtatt" => LabelKind.FollowUp,
            "diarienummer" or "diarienr" or "dnr" or "d.nr" or "ärendenummer" or "ärendenr" or "saksnummer" or "saksnr" or "arkivsak" or "arkivsaknr" or "sagsnummer" or "sagsnr" or "journalnummer" or "journalnr" or "diaarinumero" or "dnro" or "reg. no" or "reg.no"
                or "registration number" or "reference" or "reference number" or "referens" or "referensnummer" or "diarie-/ärendenummer" or "ref" or "ref.nr" or "asianumero" or "saksreferanse" => LabelKind.Reference,
            "period" or "uppföljningsperiod" or "rapportperiod" or "redovisningsperiod" or "avser" or "avser period" or "avser perioden" or "uppföljningen avser" or "uppföljning avser" or "mätperiod" or "rapporteringsperiode" or "rapporteringsperiod" or "reporting period" or "raportointikausi" => LabelKind.Period,
            "titel" or "dokumentnamn" or "dokumentets namn" or "dokumenttitel" or "tittel" or "title" or "dokumentets titel" => LabelKind.Title,
            _ => LabelKind.None,
        };
    }
}
