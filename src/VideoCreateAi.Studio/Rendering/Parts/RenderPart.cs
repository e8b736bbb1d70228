using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Parts;

/// <summary>What of a render can be made by itself, anywhere.</summary>
/// <param name="Key">Names its file. Of pictures it is made of what they show, so that the same pictures are made once.</param>
/// <param name="Range">Empty for sound.</param>
internal sealed record RenderPart(int Number, PartKind Kind, string Key, FrameRange Range);
