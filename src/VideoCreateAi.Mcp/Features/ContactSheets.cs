using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The contact sheet of a project as it is now, for what shows pictures and nothing else.</summary>
internal sealed class ContactSheets(Previews previews)
{
    /// <exception cref="ToolRefusedException">There is nothing to see, or nothing to draw it with.</exception>
    public async Task<ReadOnlyMemory<byte>> DrawAsync(Project project, CancellationToken cancellationToken)
    {
        if (project.SessionId.Length == 0)
        {
            throw new ToolRefusedException("timeline_empty", "There is nothing on the timeline yet, so there is nothing to look at. Call create_video first.");
        }

        var drawn = await previews.DrawAsync(project, new PreviewRequest(), cancellationToken);
        return drawn.Image?.Jpeg ?? throw new ToolRefusedException("no_picture", drawn.Remark ?? "No picture could be drawn.");
    }
}
