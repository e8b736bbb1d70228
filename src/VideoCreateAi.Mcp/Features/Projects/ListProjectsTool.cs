using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.Projects;

[McpServerToolType]
internal sealed class ListProjectsTool(ProjectBook book, ProjectSessions sessions)
{
    private const int Most = 50;

    [McpServerTool(
        Name = "list_projects", Title = "List projects", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ProjectList))]
    [Description("""
        Lists the projects of this machine, most recently used first, with their ids.
        Use it to go on with a video from an earlier conversation: pass the project_id to the other tools.
        """)]
    public async Task<CallToolResult> ListProjectsAsync(CancellationToken cancellationToken)
    {
        var projects = await book.ListAsync(sessions.BackendKey, Most, cancellationToken);
        var list = new ProjectList
        {
            Projects =
            [
                .. projects.Select(project => new ProjectItem
                {
                    ProjectId = project.Id,
                    Name = UntrustedText.Clean(project.Name),
                    Created = project.Created,
                    LastUsed = project.Used,
                    Current = project.Id == sessions.CurrentId,
                }),
            ],
        };
        var lines = list.Projects.Select(project => string.Create(
            CultureInfo.InvariantCulture,
            $"{project.ProjectId} · {project.Name} · last used {project.LastUsed:yyyy-MM-dd HH:mm} UTC{(project.Current ? " · current" : "")}"));
        return ToolReply.Of(
            list.Projects.Count == 0 ? "There are no projects yet. create_video begins one." : string.Join('\n', lines),
            list, ToolJson.Default.ProjectList);
    }
}
