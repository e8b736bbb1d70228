using System.Text;
using VideoCreateAi.Mcp.Gateway.Replies;

namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>What a stream has said so far: each text once, in order, however often it was sent.</summary>
internal sealed class TurnTranscript
{
    /// <summary>Far beyond any answer; what comes after it is counted and not kept.</summary>
    private const int MostText = 1024 * 1024;

    private const int MostTools = 10_000;
    private const int MostOpen = 16;
    private const int MostIdLength = 256;

    private readonly List<string> _blocks = [];
    private readonly List<OpenBlock> _open = [];
    private readonly StringBuilder _partial = new();
    private readonly StringBuilder _pieces = new();
    private readonly HashSet<string> _seen = [];
    private readonly HashSet<(string Id, int Print)> _sent = [];
    private readonly List<string> _tools = [];
    private bool _saidSinceTool;
    private int _toolsCalled;
    private int _toolsAnswered;
    private int _length;
    private int _heartbeats;
    private int _unknown;
    private int _unreadable;

    public int Events { get; private set; }

    /// <summary>The last failure that was reported and not followed by text.</summary>
    public Refusal? OpenRefusal { get; private set; }

    /// <summary>True once any failure came by.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>True once the agent said or did something, or something that this build does not understand.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>True when nothing was said after the last tool: what was done is not told.</summary>
    public bool EndedSilent => !_saidSinceTool || Text.Length == 0;

    /// <summary>True when no more came than signs of life, or a tool was still at work: a stream that was cut looks the same.</summary>
    public bool EndedOpen => !HasBegun || _toolsAnswered < _toolsCalled;

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

    /// <returns>False for an event that the server sent before, under the same id.</returns>
    public bool IsNew(string id, int print) => id.Length > MostIdLength || _sent.Add((id, print));

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
                HasBegun = true;
                return "";
            case TurnEventKind.Unreadable:
                _unreadable++;
                return "";
        }

        // Some servers give the pieces the id of the whole, so only a second whole is a repetition.
        if (item is { Id: { Length: <= MostIdLength } id, Form: TurnTextForm.Whole } && !_seen.Add(id))
        {
            return "";
        }

        var news = AddText(item);
        _saidSinceTool |= news.Length > 0;
        HasBegun |= item.Kind == TurnEventKind.Content;
        if (item.ToolsCalled.Count + item.ToolsAnswered.Count > 0)
        {
            _toolsCalled += item.ToolsCalled.Count;
            _toolsAnswered += item.ToolsAnswered.Count;
            _tools.AddRange(item.ToolsCalled.Take(MostTools - _tools.Count));
            _saidSinceTool = false;
            ClosePartial();
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
        var text = item.Text.Length <= MostText - _length ? item.Text : item.Text[..(MostText - _length)];
        _length += text.Length;
        if (text.Length == 0)
        {
            return "";
        }

        switch (item.Form)
        {
            case TurnTextForm.Partial:
                Close(_pieces);
                _partial.Append(text);
                return text;

            case TurnTextForm.Piece:
                ClosePartial();
                if (_pieces.Length > 0 && _pieces.Equals(text))
                {
                    return "";
                }

                if (StartsSentence(text))
                {
                    _pieces.Append('\n');
                }

                _pieces.Append(text);
                return text;

            default:
                Close(_pieces);
                return AddWhole(text);
        }
    }

    /// <summary>A whole text takes the place of the pieces that it repeats: those just before it, or earlier ones that a
    /// tool call came after.</summary>
    private string AddWhole(string text)
    {
        var before = _partial.ToString();
        if (!string.IsNullOrWhiteSpace(before))
        {
            if (LooseText.EndOfPrefix(text, before) is >= 0 and var end)
            {
                _partial.Clear();
                _blocks.Add(text);
                return text.StartsWith(before, StringComparison.Ordinal) ? text[before.Length..] : text[end..];
            }

            if (LooseText.EndOfPrefix(before, text) is >= 0 and var rest)
            {
                // Several messages were given in pieces, and this is the first of them.
                _partial.Clear().Append(before.AsSpan(rest).TrimStart());
                _blocks.Add(text);
                return "";
            }

            if (text.Contains(before.Trim(), StringComparison.Ordinal))
            {
                _partial.Clear();
                _blocks.Add(text);
                return text;
            }

            ClosePartial();
        }

        if (TryConfirm(text) is { } news)
        {
            return news;
        }

        _blocks.Add(text);
        return text;
    }

    /// <returns>What the text adds to earlier pieces that it repeats; null when it repeats none.</returns>
    private string? TryConfirm(string text)
    {
        foreach (var open in _open)
        {
            if (LooseText.EndOfPrefix(text, open.Rest) is >= 0 and var end)
            {
                _blocks[open.Block] = _blocks[open.Block][..^open.Rest.Length] + text;
                _open.Remove(open);
                return text[end..];
            }

            if (LooseText.EndOfPrefix(open.Rest, text) is >= 0 and var rest)
            {
                open.Rest = open.Rest[rest..];
                return "";
            }
        }

        return null;
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

    private void ClosePartial()
    {
        var text = _partial.ToString().TrimEnd();
        _partial.Clear();
        if (text.Length == 0)
        {
            return;
        }

        if (_open.Count == MostOpen)
        {
            _open.RemoveAt(0);
        }

        _open.Add(new OpenBlock(_blocks.Count) { Rest = text });
        _blocks.Add(text);
    }

    /// <summary>Pieces that no whole text has repeated yet.</summary>
    private sealed class OpenBlock(int block)
    {
        public int Block { get; } = block;

        public required string Rest { get; set; }
    }
}
