namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A part of a message that is content and never an instruction: quoted text, narration, a script, a file name.</summary>
/// <param name="Sense">Quote, Narration, CaptionLines, Storyboard, Description, Media or UnknownMedia.</param>
internal sealed record Content(Sense Sense, string Text, IReadOnlyList<ScriptLine> Lines)
{
    public Content(Sense sense, string text)
        : this(sense, text, [])
    {
    }
}
