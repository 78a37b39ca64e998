using System.Xml;
using System.Xml.Linq;
using ActionPlan.Sources;
using ActionPlan.Word;

namespace ActionPlan.Templates;

/// <summary>A table of the plan as it is written: within a control, begun by its first row.</summary>
internal sealed class PlanTable(XmlWriter writer, ContentControls controls, AccessibleText? before)
{
    private bool _isOpen;

    /// <summary>Begins it, unless it has begun.</summary>
    /// <param name="front">What stands before the rows.</param>
    public void Open(List<XElement> front)
    {
        if (!_isOpen)
        {
            _isOpen = true;
            before?.Flush();
            writer.WriteStartElement("sdt", Wml.Namespace);
            controls.GroupProperties(PlanTags.Plan, null).WriteTo(writer);
            writer.WriteStartElement("sdtContent", Wml.Namespace);
            writer.WriteStartElement("tbl", Wml.Namespace);
            foreach (var element in front)
            {
                element.WriteTo(writer);
            }
        }
    }

    /// <summary>Ends it, if it has begun.</summary>
    public void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
    }
}
