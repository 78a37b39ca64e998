using System.Xml;
using ActionPlan.Messages;

namespace ActionPlan.Word.Checks;

/// <summary>Each text says which language it is in: by the defaults of the file, its style or itself.</summary>
internal sealed class LanguageRule(CheckFindings findings, CheckedStyles styles) : MarkupRule(findings)
{
    private bool _ofParagraph;
    private bool _ofRun;
    private bool _isMissing;

    public override void Begin(MarkupElement element, XmlReader reader, MarkupPlace place)
    {
        switch (element.IsWord ? element.Name : "")
        {
            case "p":
                _ofParagraph = false;
                break;
            case "r":
                _ofRun = _ofParagraph;
                break;
            case "pStyle" when Value(reader, "val") is { } style:
                _ofParagraph |= styles.SaysLanguage(style);
                break;
            case "rStyle" when Value(reader, "val") is { } style:
                _ofRun |= styles.SaysLanguage(style);
                break;
            case "lang" when CheckedStyles.IsLanguage(Value(reader, "val")):
                _ofRun = true;
                break;
        }
    }

    public override void Text(string text) => _isMissing |= !_ofRun && !string.IsNullOrWhiteSpace(text);

    public override void EndPart(MarkupPlace place)
    {
        if (_isMissing && !styles.HasLanguage)
        {
            Find(DiagnosticCatalog.LanguageMissing, place);
        }
    }
}
