using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.Projects;

[McpServerToolType]
internal sealed class OpenProjectTool(
    ProjectSessions sessions, ProjectHistory history, ProjectDeletion deletion, CurrentDraft current, DeleteCodes codes, BackendClient backend)
{
    private const int LongestName = 200;

    [McpServerTool(
        Name = "open_project", Title = "Open a project", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(ProjectReport))]
    [Description("""
        Opens a project and makes it the one that further calls work on; also begins a new one, renames one, or deletes one.
        Use it to go back to an earlier video (list_projects has the ids) or to begin another one apart from it; create_video begins one by itself where there is none. Deleting asks first: where the client can it asks the user itself, else the first call answers with what would be lost and a delete_code. Tell the user, and call again with the code only if they agree. Exported files are never deleted.
        """)]
    public async Task<CallToolResult> OpenProjectAsync(
        RequestContext<CallToolRequestParams> context,
        CancellationToken cancellationToken,
        [Description("The project to open, rename or delete. Required unless new is true.")] string? project_id = null,
        [Description("True begins a new, empty project. Default false.")] bool @new = false,
        [Description("Name of the new project, only with new. Default: Untitled.")] string? name = null,
        [Description("New name for project_id.")] string? rename = null,
        [Description("True asks to delete the project, or deletes it when delete_code is given. Default false.")] bool delete = false,
        [Description("The code of the answer that asked, at most 10 minutes old.")] string? delete_code = null)
    {
        Check(project_id, @new, name, rename, delete, delete_code);
        var report = await (project_id switch
        {
            null => CreateAsync(name, cancellationToken),
            _ when delete => DeleteAsync(project_id, delete_code, context, cancellationToken),
            _ => OpenAsync(project_id, rename, cancellationToken),
        });
        return ToolReply.Of(Text(report), report, ToolJson.Default.ProjectReport);
    }

    private static void Check(string? projectId, bool isNew, string? name, string? rename, bool delete, string? code)
    {
        var fault = (projectId, isNew) switch
        {
            (null, false) => "project_id is missing. Call list_projects for the ids that exist, or pass new true to begin a project.",
            (not null, true) => "Give project_id or new, not both: new begins another project.",
            (not null, false) when name is not null => "name is for a new project. To rename this one pass rename.",
            (null, true) when rename is not null || delete || code is not null => "With new only name can be given.",
            _ when delete && rename is not null => "Give rename or delete, not both.",
            _ when code is not null && !delete => "delete_code is only for delete true.",
            _ when (rename ?? name) is { } given && (string.IsNullOrWhiteSpace(given) || given.Length > LongestName) => $"A name has 1 to {LongestName} characters.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new ToolRefusedException("invalid_argument", fault);
        }
    }

    private async Task<ProjectReport> CreateAsync(string? name, CancellationToken cancellationToken)
    {
        var project = await sessions.BeginAsync(UntrustedText.Name(name), cancellationToken);
        return new ProjectReport
        {
            ProjectId = project.Id, Name = project.Name, Status = "created", Next = "Call create_video with files and a description of the video.",
        };
    }

    private async Task<ProjectReport> OpenAsync(string projectId, string? rename, CancellationToken cancellationToken)
    {
        var project = await sessions.FindAsync(projectId, cancellationToken);
        if (rename is not null)
        {
            project = await sessions.RenameAsync(project, UntrustedText.Name(rename), cancellationToken);
        }

        var report = await DescribeAsync(project, rename is null ? "opened" : "renamed", cancellationToken);
        var summary = TimelineSummary.Read((await current.ReadAsync(project, cancellationToken)).Draft.Utf8.Span);
        return report with
        {
            Timeline = summary.ToString(),
            DurationSeconds = summary.DurationSeconds,
            Next = summary.IsReadyForExport
                ? "Further calls work on it: edit_video changes it, export_video saves it, get_history shows its steps."
                : "Further calls work on it. Nothing is on its timeline yet: call create_video with files and a description.",
        };
    }

    private async Task<ProjectReport> DeleteAsync(
        string projectId, string? code, RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var project = await sessions.LookUpAsync(projectId, cancellationToken);
        await deletion.ThrowWhenBusyAsync(project, cancellationToken);
        var answer = code is null ? DeleteQuestion.AnswerIn(context.Params) : (code, Agreed: true);
        if (answer is null)
        {
            return await AskAsync(project, context.Server, cancellationToken);
        }

        if (!codes.IsGood(project.Id, answer.Value.Code))
        {
            throw new ToolRefusedException(
                "delete_code_invalid", "That delete_code is not this project's, was used or is older than 10 minutes. Nothing was deleted. Call with delete true and no delete_code for a new one, and ask the user again.");
        }

        var report = await DescribeAsync(project, answer.Value.Agreed ? "deleted" : "kept", cancellationToken);
        if (answer.Value.Agreed)
        {
            await deletion.DeleteAsync(project, cancellationToken);
            sessions.LetGo(project.Id);
        }

        codes.Forget(project.Id);
        return report with { Next = (answer.Value.Agreed, backend.Backend.Kind) switch
        {
            (false, _) => "The user does not want it deleted. Nothing was changed.",
            (_, BackendKind.Studio) => "Exported files are where they were.",
            _ => $"Exported files are where they were. What {backend.Backend.Name} keeps of it stays there.",
        } };
    }

    private async Task<ProjectReport> AskAsync(Project project, McpServer server, CancellationToken cancellationToken)
    {
        var report = (await DescribeAsync(project, "delete_asked", cancellationToken)) with
        {
            DurationSeconds = await LengthAsync(project, cancellationToken),
            DeleteCode = codes.Ask(project.Id),
        };
        if (DeleteQuestion.CanBeAsked(server))
        {
            throw DeleteQuestion.Ask($"Delete the project {Title(report)}? {WhatIsLost()}", report.DeleteCode!);
        }

        return report with
        {
            Next = $"Nothing was deleted. {WhatIsLost()} Ask the user; if they agree, call open_project again with the same project_id, delete true and this delete_code within 10 minutes.",
        };
    }

    private string WhatIsLost() => backend.Backend.Kind == BackendKind.Studio
        ? "Its timeline, its history and the copies of files that only it uses would be gone for good; the originals and exported files stay."
        : $"It would no longer be listed and its history here would be gone for good; what {backend.Backend.Name} keeps of it and exported files stay.";

    private async Task<ProjectReport> DescribeAsync(Project project, string status, CancellationToken cancellationToken) => new()
    {
        ProjectId = project.Id,
        Name = UntrustedText.Name(project.Name),
        Status = status,
        Steps = await history.CountAsync(project.Id, cancellationToken),
        Next = "",
    };

    /// <summary>Null where it cannot be told: that must not keep anybody from deleting.</summary>
    private async Task<double?> LengthAsync(Project project, CancellationToken cancellationToken)
    {
        if (project.SessionId.Length == 0)
        {
            return null;
        }

        try
        {
            return TimelineSummary.Read((await current.ReadAsync(project, cancellationToken)).Draft.Utf8.Span).DurationSeconds;
        }
        catch (Exception fault) when (fault is BackendException or ToolRefusedException)
        {
            return null;
        }
    }

    private static string Title(ProjectReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"“{report.Name}” ({(report.DurationSeconds is { } length ? string.Create(CultureInfo.InvariantCulture, $"{length:0.##} s, ") : "")}{report.Steps} step(s))");

    private static string Text(ProjectReport report)
    {
        var text = new StringBuilder(Title(report)).Append(" · ").Append(report.Status.Replace('_', ' ')).Append('\n');
        if (report.Timeline is { } timeline)
        {
            text.Append(timeline).Append('\n');
        }

        if (report.DeleteCode is { } code)
        {
            text.Append("delete_code: ").Append(code).Append('\n');
        }

        return text.Append("project_id: ").Append(report.ProjectId).Append('\n').Append(report.Next).ToString();
    }
}
