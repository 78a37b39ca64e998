using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActionPlan.Pdf.Content;

/// <summary>A list whose array is borrowed from the shared pool and given back when it is disposed.</summary>
internal sealed class PooledList<T>(int capacity) : IDisposable
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);
    private int _most;

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    public ref T this[int index] => ref _items[index];

    public void Add(in T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>A new item at the end, to be written in place: large structures are copied once less.</summary>
    public ref T Next()
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        return ref _items[Count++];
    }

    public void Clear() => RemoveTo(0);

    public void RemoveTo(int count)
    {
        _most = Math.Max(_most, Count);
        Count = Math.Min(Count, count);
    }

    public ImmutableArray<T> ToImmutable() => Count == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(Items.ToArray());

    public void Dispose()
    {
        Return();
        _items = [];
        Count = _most = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(16, _items.Length * 2));
        Items.CopyTo(larger);
        Return();
        _items = larger;
        _most = 0;
    }

    /// <summary>What was never used needs no clearing: the arrays of glyphs are half a megabyte.</summary>
    private void Return()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _items.AsSpan(0, Math.Max(_most, Count)).Clear();
        }

        if (_items.Length > 0)
        {
            ArrayPool<T>.Shared.Return(_items);
        }
    }
}
