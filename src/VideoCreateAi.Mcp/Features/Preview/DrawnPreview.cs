using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features.Preview;

/// <summary>What came of a preview.</summary>
/// <param name="Image">Null where no picture can be made on this machine.</param>
/// <param name="Timeline">The timeline in words, where they have to stand in for the picture.</param>
/// <param name="Remark">What the viewer must know about the picture; null = nothing.</param>
internal sealed record DrawnPreview(PreviewImage? Image, string? Timeline = null, string? Remark = null);
