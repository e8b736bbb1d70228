namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>A file that pieces of a timeline are taken from.</summary>
/// <param name="Address">Where other programs find it.</param>
/// <param name="Seconds">Null for a still, and where nobody knows.</param>
/// <param name="HasSound">Null where nobody knows.</param>
internal sealed record OtioMedia(string Id, string Name, Uri Address, double? Seconds, bool? HasSound);
