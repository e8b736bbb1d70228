using System.Text;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>The text of a reply as it is given out, with the space between its sentences.</summary>
internal sealed class ReplyText
{
    private readonly StringBuilder _given = new();
    private string _gapBeforeDropped = string.Empty;
    private bool _droppedSinceText;

    public int Length => _given.Length;

    public void Show(string gap, string text)
    {
        if (!_droppedSinceText)
        {
            _given.Append(gap);
        }
        else if (_given.Length > 0)
        {
            // The space of one gap stays where a sentence between two is gone.
            _given.Append(Wider(_gapBeforeDropped, gap));
        }

        _given.Append(text);
        _gapBeforeDropped = string.Empty;
        _droppedSinceText = false;
    }

    public void Drop(string gap)
    {
        _gapBeforeDropped = Wider(_gapBeforeDropped, gap);
        _droppedSinceText = true;
    }

    /// <summary>What comes after the last sentence; with none left there, nothing.</summary>
    public void End(string gap)
    {
        if (!_droppedSinceText)
        {
            _given.Append(gap);
        }
    }

    public void Append(string text) => _given.Append(text);

    public string From(int start) => _given.ToString(start, _given.Length - start);

    private static string Wider(string first, string second)
        => second.AsSpan().Count('\n') > first.AsSpan().Count('\n') || first.Length == 0 ? second : first;
}
