using VideoCreateAi.Mcp.Translation.Model;

namespace VideoCreateAi.Mcp.Translation;

/// <param name="Start">Its first character in the sentence.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="Standing">What it is to its reader.</param>
/// <param name="Describes">It says where a control is, or what it looks like.</param>
/// <param name="Signs">How it is said.</param>
/// <param name="Action">What it alone asks for, where it is the first to ask.</param>
internal readonly record struct SentencePart(int Start, int End, Standing Standing, bool Describes = false, ClauseSigns Signs = ClauseSigns.None, GuiAction? Action = null)
{
    /// <summary>It tells the reader to do something.</summary>
    public bool Instructs => (Signs & ClauseSigns.Instructs) != 0;
}
