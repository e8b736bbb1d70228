using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.History;

[McpServerToolType]
internal sealed class GetHistoryTool(ProjectSessions sessions, ProjectHistory history)
{
    private const int Usual = 20;
    private const int Most = 200;
    private const int ShownChanges = 4;

    private const string FoundWords = "(changed outside of these steps)";

    [McpServerTool(
        Name = "get_history", Title = "Show the history", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(HistoryReport))]
    [Description("""
        Lists the steps of a project, newest first: when, what was asked for, what changed on the timeline, and which step the video is at.
        Use it when the user asks what was done so far, or wants an earlier version: find the step here, then call restore_version. For what is on the timeline now use get_timeline; for jobs use check_job.
        """)]
    public async Task<CallToolResult> GetHistoryAsync(
        CancellationToken cancellationToken,
        [Description("How many steps to list, 1 to 200. Default 20.")] int? limit = null,
        [Description("The project. Left out: the one used last in this conversation.")] string? project_id = null)
    {
        if (limit is < 1 or > Most)
        {
            throw new ToolRefusedException("invalid_argument", $"limit is {limit}; it must be 1 to {Most}.");
        }

        var project = await sessions.FindAsync(project_id, cancellationToken);
        var steps = await history.ListAsync(project.Id, limit ?? Usual, cancellationToken);
        var report = new HistoryReport
        {
            ProjectId = project.Id,
            Steps = [.. steps.Select((step, index) => Describe(step, isCurrent: index == 0))],
            Total = await history.CountAsync(project.Id, cancellationToken),
        };
        return ToolReply.Of(Text(report), report, ToolJson.Default.HistoryReport);
    }

    private static HistoryItem Describe(HistoryStep step, bool isCurrent) => new()
    {
        Step = step.Number,
        When = step.Made,
        Message = step.Kind == HistoryStepKind.Found ? FoundWords : UntrustedText.Name(step.Message, 300),
        Changes = step.Changes,
        Current = isCurrent,
        Restored = step.Restored,
        CanBeRestored = step.CanBeRestored,
    };

    private static string Text(HistoryReport report)
    {
        if (report.Total == 0)
        {
            return $"There are no steps yet: each edit becomes one. project_id: {report.ProjectId}.";
        }

        var text = new StringBuilder();
        foreach (var step in report.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"{step.Step}. {step.When:yyyy-MM-dd HH:mm} UTC · {step.Message}")
                .Append(step.Changes.Count > 0 ? " → " + string.Join("; ", step.Changes.Take(ShownChanges)) : "")
                .Append(step.Changes.Count > ShownChanges ? string.Create(CultureInfo.InvariantCulture, $"; and {step.Changes.Count - ShownChanges} more") : "")
                .Append(step.Current ? " · current" : step.CanBeRestored ? "" : " · can no longer be restored")
                .Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"{report.Steps.Count} of {report.Total} steps. project_id: {report.ProjectId}. restore_version goes to any step, back or forward.").ToString();
    }
}
