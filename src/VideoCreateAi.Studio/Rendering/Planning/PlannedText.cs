using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Planning;

/// <summary>A text segment in frames of the output.</summary>
internal sealed record PlannedText(TextSegment Segment, TextRole Role, int First, int End)
{
    public FrameRange Range => new(First, End);

    public bool Shows(int frame) => frame >= First && frame < End;
}
