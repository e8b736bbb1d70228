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
    private const int Usual = 20;
    private const int Most = 100;

    [McpServerTool(
        Name = "list_projects", Title = "List projects", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ProjectList))]
    [Description("""
        Lists the projects of this machine, most recently used first: id, name, when it was used last, and which one calls work on now.
        Use it to go on with a video from an earlier conversation: open it with open_project, or pass its project_id to the other tools. For what was done in a project use get_history.
        """)]
    public async Task<CallToolResult> ListProjectsAsync(
        CancellationToken cancellationToken,
        [Description("How many to list, 1 to 100. Default 20.")] int? limit = null)
    {
        if (limit is < 1 or > Most)
        {
            throw new ToolRefusedException("invalid_argument", $"limit is {limit}; it must be 1 to {Most}.");
        }

        var projects = await book.ListAsync(sessions.BackendKey, limit ?? Usual, cancellationToken);
        var list = new ProjectList
        {
            Projects =
            [
                .. projects.Select(project => new ProjectItem
                {
                    ProjectId = project.Id,
                    Name = UntrustedText.Name(project.Name),
                    Backend = project.Backend.Split('#')[0],
                    Created = project.Created,
                    LastUsed = project.Used,
                    Current = project.Id == sessions.CurrentId,
                }),
            ],
            Elsewhere = await book.CountElsewhereAsync(sessions.BackendKey, cancellationToken),
        };
        var lines = list.Projects.Select(project => string.Create(
            CultureInfo.InvariantCulture,
            $"{project.ProjectId} · {project.Name} · {project.Backend} · last used {project.LastUsed:yyyy-MM-dd HH:mm} UTC{(project.Current ? " · current" : "")}"));
        var text = list.Projects.Count == 0 ? "There are no projects yet. create_video begins one." : string.Join('\n', lines);
        return ToolReply.Of(
            list.Elsewhere == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}\n{list.Elsewhere} more belong to another backend or account, which this server does not use."),
            list, ToolJson.Default.ProjectList);
    }
}
