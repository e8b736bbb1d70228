namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>What a reader takes for one letter, and the room that it has on the drawn text.</summary>
/// <param name="Start">Its first character in the text that was asked for, and so <paramref name="End"/>, which is no longer part of it.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="X">In pixels from the drawn text's left edge.</param>
/// <param name="EndsWord">A line may end here, so a word does.</param>
internal readonly record struct TextCell(
    int Start, int End, int Line, float X, float Y, float Width, float Height, bool IsRightToLeft, bool EndsWord)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;
}
