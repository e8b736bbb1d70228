using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Jobs;

/// <param name="Draft">What is shown and exported.</param>
/// <param name="Own">The backend's.</param>
/// <param name="Step">The step that was chosen in place of the backend's own; null = it is that.</param>
internal sealed record ShownDraft(RawDraft Draft, RawDraft Own, int? Step);
