using System.Buffers;

namespace VideoCreateAi.Mcp.Language;

/// <summary>The features of one text, in borrowed memory.</summary>
internal ref struct FeatureBuffer : IDisposable
{
    private uint[] _items;

    public FeatureBuffer() => _items = ArrayPool<uint>.Shared.Rent(2048);

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    public void Add(uint feature)
    {
        if (Count == _items.Length)
        {
            var wider = ArrayPool<uint>.Shared.Rent(_items.Length * 2);
            _items.CopyTo(wider, 0);
            ArrayPool<uint>.Shared.Return(_items);
            _items = wider;
        }

        _items[Count++] = feature;
    }

    public void Clear() => Count = 0;

    public readonly void Dispose() => ArrayPool<uint>.Shared.Return(_items);
}
