namespace ActionPlan.Sources.Word;

/// <summary>
/// The few operations of a list that the reader of text needs. The platform's list over value types of ours cannot be compiled ahead with this assembly, and was
/// compiled anew at each start.
/// </summary>
internal sealed class GrowingArray<T>
    where T : struct
{
    private T[] _items = new T[8];

    public int Count { get; private set; }

    public ref T this[int index] => ref _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            var larger = new T[2 * Count];
            _items.AsSpan().CopyTo(larger);
            _items = larger;
        }

        _items[Count++] = item;
    }

    /// <summary>Keeps the first ones.</summary>
    public void CutTo(int count) => Count = count;
}
