using System.Reflection;
using System.Xml.Linq;
using ActionPlan.Messages;

namespace ActionPlan.Tests.Documentation;

/// <summary>docs/diagnostics.md names each diagnostic of the catalog with its severity, and no other.</summary>
public class DiagnosticsPageTests
{
    [Fact]
    public void Every_code_is_documented_and_no_other()
    {
        var catalog = typeof(DiagnosticCatalog).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .Select(descriptor => $"{descriptor.Code} {descriptor.Severity.ToString().ToLowerInvariant()}");

        var documented = File.ReadLines(Repository.PathOf("docs", "diagnostics.md"))
            .Where(line => line.StartsWith("| AP", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[1]} {cells[2]}");

        Assert.Equal(catalog.Order(StringComparer.Ordinal), documented);
    }

    [Theory]
    [InlineData("Messages.resx")]
    [InlineData("Messages.sv.resx")]
    public void Every_code_has_a_message_and_no_other(string resource)
    {
        var messages = XDocument.Load(Repository.PathOf("src", "ActionPlan", "Messages", resource))
            .Root!.Elements("data").Select(data => data.Attribute("name")!.Value);

        var catalog = typeof(DiagnosticCatalog).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Code);

        Assert.Equal(catalog.Order(StringComparer.Ordinal), messages.Order(StringComparer.Ordinal));
    }
}
