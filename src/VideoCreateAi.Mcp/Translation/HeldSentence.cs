namespace VideoCreateAi.Mcp.Translation;

/// <summary>A sentence whose fate the next ones tell: "Steps:" goes with its steps, "There is a red button." with "Click it."</summary>
internal sealed class HeldSentence(string gap, string text, GuiSentence read)
{
    private const string Bullets = "-*•·–—①②③④⑤⑥⑦⑧⑨第";

    private readonly List<string> _gapsOfSteps = [];

    /// <summary>Takes up the sentence behind it, which is a step that is gone; false when it is none, and this one's fate is known.</summary>
    public bool Swallows(string nextGap, GuiSentence next)
    {
        if (!read.IsHeader || next.Text.Length > 0)
        {
            return false;
        }

        _gapsOfSteps.Add(nextGap);
        return true;
    }

    /// <summary>A point of a list.</summary>
    public static bool IsItem(string sentence) => Bullets.Contains(sentence[0], StringComparison.Ordinal)
        || (char.IsAsciiDigit(sentence[0]) && sentence.AsSpan(1).TrimStart("0123456789") is ['.' or ')' or '、' or '）' or '．', ..]);

    /// <param name="reply">Where it goes, or where it leaves a gap.</param>
    /// <param name="next">The sentence that told; null at the end of the reply.</param>
    /// <param name="nextText">As it came.</param>
    public void Settle(ReplyText reply, GuiSentence? next, string nextText)
    {
        var goes = read.IsHeader ? _gapsOfSteps.Count > 0 && (next is null || !IsItem(nextText)) : next is { TakesUp: true };
        if (!goes)
        {
            reply.Show(gap, text);
        }
        else if (!read.IsHeader || read.IsBareHeader)
        {
            reply.Drop(gap);
        }
        else
        {
            reply.Show(gap, Closed(text));
        }

        foreach (var step in _gapsOfSteps)
        {
            reply.Drop(step);
        }
    }

    // A colon that nothing follows any more is a full stop.
    private static string Closed(string header) => header[^1] switch
    {
        ':' => header[..^1] + '.',
        '：' => header[..^1] + '。',
        _ => header,
    };
}
