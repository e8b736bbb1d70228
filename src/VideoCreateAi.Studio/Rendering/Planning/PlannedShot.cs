using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Planning;

/// <summary>A picture segment in frames of the output.</summary>
/// <param name="End">The first frame that is no longer its own.</param>
/// <param name="TransitionFrames">Frames that it shares with the shot before it; 0 = a cut.</param>
/// <param name="Index">Its number on its track.</param>
internal sealed record PlannedShot(PictureSegment Segment, int First, int End, int TransitionFrames, int Index)
{
    public int Frames => End - First;

    public FrameRange Range => new(First, End);

    public bool Shows(int frame) => frame >= First && frame < End;

    /// <summary>0 at its first frame, 1 at its last.</summary>
    public double TimeAt(int frame) => Frames < 2 ? 0 : (double)(frame - First) / (Frames - 1);

    /// <summary>How far the way in has come: above 0 at the first shared frame, 1 after the last.</summary>
    public double TransitionAt(int frame) =>
        TransitionFrames == 0 ? 1 : Math.Min(1, (frame - First + 1.0) / (TransitionFrames + 1));
}
