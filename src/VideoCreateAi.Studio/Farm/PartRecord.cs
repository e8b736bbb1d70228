using VideoCreateAi.Studio.Rendering.Parts;

namespace VideoCreateAi.Studio.Farm;

/// <summary>One attempt at a part of a render.</summary>
internal sealed record PartRecord(string RenderId, RenderPart Part, int Attempt);
