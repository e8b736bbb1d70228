using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Tells words that name a control from the same words in a story.</summary>
internal static class ControlNames
{
    public const GuiCue Nouns = GuiCue.Control | GuiCue.Panel | GuiCue.Knob | GuiCue.Menu;

    // 写着“导出”的绿色圆角按钮
    private const int NearNoun = 8;

    /// <summary>点击“导出”, the “Export” button, 写着“导出”的绿色按钮.</summary>
    public static bool IsQuotedName(string sentence, List<CueToken> tokens, int quote)
    {
        var end = tokens[quote].End;
        var near = end < sentence.Length && sentence[end] == '的' ? NearNoun : 1;
        for (var i = quote + 1; i < tokens.Count && !tokens[i].IsStop && tokens[i].Start - end <= near; i++)
        {
            if (((GuiCue)tokens[i].Cue & Nouns) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is a control only by its name must look like one: Done, the done button.</summary>
    public static bool IsName(string sentence, List<CueToken> tokens, int at)
    {
        var token = tokens[at];
        return ((GuiCue)token.Cue & GuiCue.Name) == 0 || (token.Start > 0 && char.IsUpper(sentence[token.Start]))
            || (at + 1 < tokens.Count && tokens[at + 1].Start - token.End <= 1 && ((GuiCue)tokens[at + 1].Cue & Nouns) != 0);
    }
}
