using System.Text;
using VideoCreateAi.Mcp.Gateway.Replies;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>What a stream has said so far: each text once, in order, however often it was sent.</summary>
internal sealed class TurnTranscript
{
    private readonly List<string> _blocks = [];
    private readonly StringBuilder _partial = new();
    private readonly StringBuilder _pieces = new();
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _tools = [];
    private bool _saidSinceTool;
    private int _heartbeats;
    private int _unknown;
    private int _unreadable;

    public int Events { get; private set; }

    /// <summary>The last failure that was reported and not followed by text.</summary>
    public Refusal? OpenRefusal { get; private set; }

    /// <summary>True once any failure came by.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>True once the agent said or did something.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>True when nothing was said after the last tool: what was done is not told.</summary>
    public bool EndedSilent => !_saidSinceTool || Text.Length == 0;

    public TurnTally Tally => new()
    {
        Events = Events,
        Heartbeats = _heartbeats,
        Unknown = _unknown,
        Unreadable = _unreadable,
        Tools = [.. _tools],
    };

    /// <summary>All text so far, without the backend's habitual last sentence.</summary>
    public string Text => NoiseSentence.Drop(
        string.Join('\n', _blocks.Append(_pieces.ToString()).Append(_partial.ToString()).Select(block => block.Trim()).Where(block => block.Length > 0)));

    /// <returns>The text that is new with this event.</returns>
    public string Add(TurnEvent item)
    {
        Events++;
        switch (item.Kind)
        {
            case TurnEventKind.Heartbeat:
                _heartbeats++;
                return "";
            case TurnEventKind.Unknown:
                _unknown++;
                return "";
            case TurnEventKind.Unreadable:
                _unreadable++;
                return "";
        }

        // Some servers give the pieces the id of the whole, so only a second whole is a repetition.
        if (item is { Id: { } id, Form: TurnTextForm.Whole } && !_seen.Add(id))
        {
            return "";
        }

        var news = AddText(item);
        _saidSinceTool |= news.Length > 0;
        HasBegun |= item.Kind == TurnEventKind.Content;
        if (item.ToolsCalled.Count + item.ToolsAnswered.Count > 0)
        {
            _tools.AddRange(item.ToolsCalled);
            _saidSinceTool = false;
            Close(_partial);
            Close(_pieces);
        }

        if (item.Refusal is { } refusal)
        {
            OpenRefusal = refusal;
            HasFailed = true;
        }
        else if (news.Length > 0)
        {
            OpenRefusal = null;
        }

        return news;
    }

    private string AddText(TurnEvent item)
    {
        if (item.Text.Length == 0)
        {
            return "";
        }

        switch (item.Form)
        {
            case TurnTextForm.Partial:
                Close(_pieces);
                _partial.Append(item.Text);
                return item.Text;

            case TurnTextForm.Piece:
                Close(_partial);
                if (_pieces.Length > 0 && _pieces.Equals(item.Text))
                {
                    return "";
                }

                if (StartsSentence(item.Text))
                {
                    _pieces.Append('\n');
                }

                _pieces.Append(item.Text);
                return item.Text;

            default:
                Close(_pieces);
                var before = _partial.ToString();
                _partial.Clear();
                if (before.Length > 0 && !item.Text.Contains(before.Trim(), StringComparison.Ordinal))
                {
                    _blocks.Add(before);
                    before = "";
                }

                _blocks.Add(item.Text);
                return item.Text.StartsWith(before, StringComparison.Ordinal) ? item.Text[before.Length..] : item.Text;
        }
    }

    /// <summary>Typed events carry pieces of a sentence or whole sentences, and do not say which.</summary>
    private bool StartsSentence(string text) =>
        _pieces.Length > 0 && _pieces[^1] is ('.' or '!' or '?') && text.Length > 1 && (char.IsUpper(text[0]) || char.IsSurrogate(text[0]));

    private void Close(StringBuilder text)
    {
        if (text.Length > 0)
        {
            _blocks.Add(text.ToString());
            text.Clear();
        }
    }
}
