using System.Text;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Takes a backend's reply as it streams in and gives it out without the instructions for a window that nobody here has.
/// A reply without any comes out byte for byte. One instance a reply; how the reply was cut into pieces makes no difference.</summary>
internal sealed class GuiTranslator
{
    private readonly StringBuilder _unread = new();
    private readonly StringBuilder _gap = new();
    private readonly ReplyText _reply = new();
    private readonly List<string> _trouble = [];
    private readonly List<GuiAction> _actions = [];
    private HeldSentence? _held;
    private GuiAction? _pending;
    private GuiContext _context;
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
        Settle(next: null, string.Empty);
        if (_reply.From(0).AsSpan().ContainsAnyLetterOrDigit())
        {
            _trouble.Clear();
        }

        foreach (var sentence in _trouble)
        {
            _reply.Append(sentence);
        }

        _reply.End(_gap.ToString());
        _gap.Clear();
        _trouble.Clear();
        return new TranslatedReply(_reply.From(0), _actions, _edits == 1 ? _handEdit : null);
    }

    private string Drain(bool whole)
    {
        var from = _reply.Length;
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
            var end = at == text.Length ? -1 : SentenceEnd.Find(text, at, ref seen, whole);
            if (end < 0)
            {
                _seen = seen;
                break;
            }

            var gap = _gap.ToString();
            _gap.Clear();
            Take(gap, text[at..end]);
            (at, _seen) = (end, end);
        }

        _unread.Remove(0, at);
        _seen = Math.Max(0, _seen - at);
        return _reply.From(from);
    }

    private void Take(string gap, string sentence)
    {
        _context = _context with { Story = _context.Story && HeldSentence.IsItem(sentence) };
        var read = GuiSentence.Read(sentence, _context);
        if (read.IsTrouble || (read.IsRetry && _trouble.Count > 0))
        {
            Settle(read, sentence);
            _trouble.Add(gap + sentence);
            _reply.Drop(gap);
            return;
        }

        var swallowed = _held?.Swallows(gap, read) ?? false;
        if (!swallowed)
        {
            Settle(read, sentence);
        }

        Count(read);
        if (swallowed)
        {
            return;
        }

        if (read.IsHeader || read.Describes)
        {
            _held = new HeldSentence(gap, sentence, read);
        }
        else if (read.Text.Length == 0)
        {
            _reply.Drop(gap);
        }
        else
        {
            _reply.Show(gap, read.Text);
        }
    }

    private void Count(GuiSentence read)
    {
        if (read.TakesUp)
        {
            _pending = null;
        }

        AddPending();
        if (read.IsPointer)
        {
            _pending = read.Actions[0];
        }
        else
        {
            foreach (var action in read.Actions)
            {
                Add(action);
            }
        }

        _edits += read.Actions.Contains(GuiAction.SendEdit) ? 1 : 0;
        _handEdit ??= read.HandEdit;
        var goesOn = read.Text.Length == 0 || (_context.GoesOn && read.IsHeader);
        var step = (goesOn && _context.Step) || (read.Actions.Count > 0 && read.Actions[^1] is GuiAction.Export or GuiAction.Upload or GuiAction.Credits);
        _context = new GuiContext(goesOn, read.Control, step, _context.Story || read.IsStory);
    }

    private void Settle(GuiSentence? next, string sentence)
    {
        if (next is null)
        {
            AddPending();
        }

        _held?.Settle(_reply, next, sentence);
        _held = null;
    }

    private void AddPending()
    {
        if (_pending is { } action)
        {
            Add(action);
        }

        _pending = null;
    }

    private void Add(GuiAction action)
    {
        if (!_actions.Contains(action))
        {
            _actions.Add(action);
        }
    }
}
