using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The contact sheet of a project as it is now, or single frames of it, for what shows pictures and nothing else.</summary>
internal sealed class ContactSheets(Previews previews)
{
    /// <exception cref="ToolRefusedException">There is nothing to see, or nothing to draw it with.</exception>
    public async Task<ReadOnlyMemory<byte>> DrawAsync(Project project, CancellationToken cancellationToken) =>
        (await DrawAsync(project, new PreviewRequest(), cancellationToken)).Jpeg;

    /// <inheritdoc cref="DrawAsync(Project, CancellationToken)"/>
    public async Task<PreviewImage> DrawAsync(Project project, PreviewRequest request, CancellationToken cancellationToken)
    {
        if (project.SessionId.Length == 0)
        {
            throw new ToolRefusedException("timeline_empty", "There is nothing on the timeline yet, so there is nothing to look at. Call create_video first.");
        }

        var drawn = await previews.DrawAsync(project, request, cancellationToken);
        return drawn.Image ?? throw new ToolRefusedException("no_picture", drawn.Remark ?? "No picture could be drawn.");
    }
}
