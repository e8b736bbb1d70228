using System.Buffers;

namespace VideoCreateAi.Mcp.Language;

/// <summary>The features of one text, in borrowed memory.</summary>
internal ref struct FeatureBuffer : IDisposable
{
    // Enough to tell apart what a model knows, and a byte less in its file.
    private const uint Bits = 0xFF_FFFF;

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

        _items[Count++] = feature & Bits;
    }

    public void Clear() => Count = 0;

    public readonly void Dispose() => ArrayPool<uint>.Shared.Return(_items);
}
