using System.Buffers;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>The phrases of all languages in one text, by where they start, in borrowed memory.</summary>
internal ref struct FoundPhrases : IDisposable
{
    private (int Start, int End, int Phrase)[] _items;

    public FoundPhrases(int capacity) => _items = ArrayPool<(int, int, int)>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public readonly (int Start, int End, int Phrase) this[int at] => _items[at];

    public void Add(int start, int end, int phrase)
    {
        if (Count == _items.Length)
        {
            var wider = ArrayPool<(int, int, int)>.Shared.Rent(_items.Length * 2);
            _items.CopyTo(wider, 0);
            ArrayPool<(int, int, int)>.Shared.Return(_items);
            _items = wider;
        }

        _items[Count++] = (start, end, phrase);
    }

    public readonly void Dispose() => ArrayPool<(int, int, int)>.Shared.Return(_items);
}
