using System.Reflection;

namespace ActionPlan.Tests.Architecture;

/// <summary>Whatever the library hands out can be shared between threads: no public type can be changed after it was made.</summary>
public sealed class ImmutabilityTests
{
    public static TheoryData<Type> Types =>
        [.. typeof(Plan).Assembly.GetExportedTypes().Where(type => !type.IsEnum && !typeof(Exception).IsAssignableFrom(type) && !(type.IsAbstract && type.IsSealed))];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_public_type_is_immutable(Type type) => Assert.Empty(Changeable(type));

    [Fact]
    public void A_type_that_can_be_changed_would_be_seen() => Assert.Equal(["List", "Open", "_number"], Changeable(typeof(Mutable)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Changeable(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var field in type.GetFields(All).Where(field => !field.IsInitOnly && !IsOfProperty(field)))
        {
            yield return field.Name;
        }

        foreach (var property in type.GetProperties(All))
        {
            var settable = property.SetMethod is { } setter && setter.ReturnParameter.GetRequiredCustomModifiers().All(modifier => modifier.Name != "IsExternalInit");
            if (settable || IsOpenCollection(property.PropertyType))
            {
                yield return property.Name;
            }
        }
    }

    // The field of an init-only property of a struct or record is written by its constructor and initializer alone.
    private static bool IsOfProperty(FieldInfo field) => field.Name.StartsWith('<');

    private static bool IsOpenCollection(Type type) =>
        type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(List<>) || definition == typeof(IList<>) || definition == typeof(Dictionary<,>) || definition == typeof(IDictionary<,>)
                || definition == typeof(ICollection<>) || definition == typeof(HashSet<>)));

    private sealed class Mutable
    {
        private int _number;

        public int Open { get; set; }

        public List<int> List { get; } = [];

        public int Read() => _number++;
    }
}
