namespace VideoCreateAi.Studio.Rendering.Planning;

/// <summary>Frames of the output that follow each other.</summary>
/// <param name="End">The first frame that is no longer part of it.</param>
internal readonly record struct FrameRange(int First, int End)
{
    public int Count => End - First;

    public bool Contains(int frame) => frame >= First && frame < End;

    public bool Meets(int first, int end) => first < End && end > First;
}
