namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A piece of a message with its meaning.</summary>
/// <param name="Value">The canonical word of the sense (<c>top-right</c>, <c>crossfade</c>), the quoted text or the media id.</param>
/// <param name="Number">A count, factor, percentage or time in ms; the start of a stretch; the first shot of a place (from 1; −1 = last).</param>
/// <param name="Second">The end of a stretch in ms, the height of a size, how many shots a place means.</param>
/// <param name="Text">As the user wrote it.</param>
/// <param name="At">Where it begins in the masked message; <paramref name="End"/>, where it ends.</param>
internal sealed record Term(Sense Sense, string Value = "", double Number = 0, double Second = 0, string Text = "", int At = 0, int End = 0)
{
    /// <summary>A relation that stands behind what it relates to.</summary>
    public bool IsBehind { get; init; }

    public TimeSpan Time => Timeline.WholeMilliseconds.Of(Number);

    public TimeSpan Until => Timeline.WholeMilliseconds.Of(Second);
}
