using System.Text;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Takes a backend's reply as it streams in and gives it out without the instructions for a window that nobody here has.
/// A reply without any comes out byte for byte. One instance a reply; how the reply was cut into pieces makes no difference.</summary>
internal sealed class GuiTranslator
{
    private const string Enders = ".!?。！？।؟۔";
    // No one writes sentences of this length: they are cut, so that whatever comes in is read in linear time and held in bounded memory.
    private const int LongSentence = 1000;
    private const int LongWord = 200;
    private const int LongQuote = 400;

    private const string Closers = "\"”’'»」』）)*";

    private readonly StringBuilder _unread = new();
    private readonly StringBuilder _given = new();
    private readonly StringBuilder _gap = new();
    private readonly List<string> _trouble = [];
    private readonly List<GuiAction> _actions = [];
    private string _gapBeforeDropped = string.Empty;
    private bool _droppedSinceText;
    private bool _goesOn;
    private int _edits;
    private int _seen;
    private string? _handEdit;

    /// <summary>Takes the next piece; returns what can be shown already.</summary>
    public string Push(string piece)
    {
        _unread.Append(piece);
        return Drain(whole: false);
    }

    /// <summary>Ends the reply. The text is all of it, what <see cref="Push"/> gave before included.</summary>
    public TranslatedReply Complete()
    {
        Drain(whole: true);
        if (_given.ToString().AsSpan().ContainsAnyLetterOrDigit())
        {
            _trouble.Clear();
        }

        foreach (var sentence in _trouble)
        {
            _given.Append(sentence);
        }

        if (!_droppedSinceText)
        {
            _given.Append(_gap);
        }

        _gap.Clear();
        _trouble.Clear();
        return new TranslatedReply(_given.ToString(), _actions, _edits == 1 ? _handEdit : null);
    }

    private string Drain(bool whole)
    {
        var from = _given.Length;
        var text = _unread.ToString();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            _gap.Append(text, start, at - start);
            var seen = Math.Max(at, _seen);
            var end = at == text.Length ? -1 : EndOf(text, at, ref seen, whole);
            if (end < 0)
            {
                _seen = seen;
                break;
            }

            Take(text[at..end]);
            (at, _seen) = (end, end);
        }

        _unread.Remove(0, at);
        _seen = Math.Max(0, _seen - at);
        return _given.ToString(from, _given.Length - from);
    }

    private void Take(string sentence)
    {
        var read = GuiSentence.Read(sentence, _goesOn);
        if (read.IsTrouble || (read.IsRetry && _trouble.Count > 0))
        {
            _trouble.Add(_gap + sentence);
            Drop();
            return;
        }

        foreach (var action in read.Actions)
        {
            if (!_actions.Contains(action))
            {
                _actions.Add(action);
            }
        }

        _edits += read.Actions.Contains(GuiAction.SendEdit) ? 1 : 0;
        _handEdit ??= read.HandEdit;
        _goesOn = read.Text.Length == 0;
        if (_goesOn)
        {
            Drop();
            return;
        }

        if (!_droppedSinceText)
        {
            _given.Append(_gap);
        }
        else if (_given.Length > 0)
        {
            // The space of one gap stays where a sentence between two is gone.
            _given.Append(Wider(_gapBeforeDropped, _gap.ToString()));
        }

        _given.Append(read.Text);
        _gap.Clear();
        _gapBeforeDropped = string.Empty;
        _droppedSinceText = false;
    }

    private void Drop()
    {
        _gapBeforeDropped = Wider(_gapBeforeDropped, _gap.ToString());
        _gap.Clear();
        _droppedSinceText = true;
    }

    private static string Wider(string first, string second)
        => second.AsSpan().Count('\n') > first.AsSpan().Count('\n') || first.Length == 0 ? second : first;

    // The place after the sentence that starts here; -1 = it may go on in the next piece, and is to be read on from what is seen.
    private static int EndOf(string text, int start, ref int seen, bool whole)
    {
        for (var at = seen; at < text.Length; at++)
        {
            seen = at;
            var c = text[at];
            if (c == '\n' || (at - start >= LongSentence && (char.IsWhiteSpace(c) || at - start >= LongSentence + LongWord)))
            {
                return at;
            }

            var close = CloserOf(c);
            if (close != '\0')
            {
                var known = Math.Min(LongQuote, text.Length - at - 1);
                var closed = text.AsSpan(at + 1, known).IndexOfAny(close, '\n');
                if (closed >= 0 && text[at + 1 + closed] == close)
                {
                    at += 1 + closed;
                }
                else if (closed < 0 && known < LongQuote && !whole)
                {
                    return -1;
                }

                continue;
            }

            if (!Enders.Contains(c, StringComparison.Ordinal))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && end - start < LongSentence && (Enders.Contains(text[end], StringComparison.Ordinal) || Closers.Contains(text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            if (end == text.Length)
            {
                return whole ? end : -1;
            }

            if (c is '。' or '！' or '？' or '।' || (char.IsWhiteSpace(text[end]) && !IsOrdinal(text, start, at)))
            {
                return end;
            }
        }

        seen = text.Length;
        return whole ? text.Length : -1;
    }

    // "1. Open …" is one sentence.
    private static bool IsOrdinal(string text, int start, int dot)
    {
        for (var at = start; at < dot; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                return false;
            }
        }

        return dot > start;
    }

    private static char CloserOf(char open) => open switch
    {
        '“' or '„' => '”',
        '"' => '"',
        '«' => '»',
        '「' => '」',
        '《' => '》',
        '（' => '）',
        '(' => ')',
        _ => '\0',
    };
}
