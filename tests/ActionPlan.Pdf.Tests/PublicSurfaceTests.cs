using System.Collections.Immutable;
using System.Reflection;

namespace ActionPlan.Pdf.Tests;

public sealed class PublicSurfaceTests
{
    private static readonly Type[] Types = typeof(PdfDocument).Assembly.GetExportedTypes();

    [Fact]
    public void TheSurfaceIsTheOneThatWasAgreed()
    {
        var lines = Types.OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(type => Members(type).Prepend(type.FullName!));
        Snapshot.Verify(string.Join('\n', lines) + "\n", "public-surface");
    }

    [Fact]
    public void EveryPublicTypeIsImmutable()
    {
        foreach (var type in Types)
        {
            Assert.True(type.IsSealed || type.IsInterface || (type.IsAbstract && type.IsSealed), $"{type.Name} can be derived from.");
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var setter = property.SetMethod;
                Assert.True(
                    setter is null || !setter.IsPublic || setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"),
                    $"{type.Name}.{property.Name} can be set.");
                Assert.False(property.PropertyType.IsArray, $"{type.Name}.{property.Name} is an array.");
            }

            Assert.All(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(field => !type.IsEnum), field => Assert.True(field.IsInitOnly));
        }
    }

    [Fact]
    public void AGlyphTakesNoMoreThan96Bytes()
    {
        Assert.InRange(System.Runtime.CompilerServices.Unsafe.SizeOf<Glyph>(), 1, 96);
    }

    private static IEnumerable<string> Members(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not MethodInfo { IsSpecialName: true } && !IsOfRecords(member))
        .Select(member => $"  {member.Name}: {Describe(member)}").Order(StringComparer.Ordinal);

    private static bool IsOfRecords(MemberInfo member) => member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "value__";

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => Name(property.PropertyType),
        FieldInfo field => field.IsLiteral ? "= " + Convert.ToInt32(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture) : Name(field.FieldType),
        MethodInfo method => $"({string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType)))}) -> {Name(method.ReturnType)}",
        ConstructorInfo constructor => $"({string.Join(", ", constructor.GetParameters().Select(p => Name(p.ParameterType)))})",
        _ => member.MemberType.ToString(),
    };

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
