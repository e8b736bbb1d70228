using System.Globalization;
using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Tells of jobs: as data, and in the few lines that a model reads.</summary>
internal sealed class JobReports(BackendClient backend, ProjectBook projects, ProjectHome home)
{
    /// <param name="withTimeline">Reads the timeline too, for a job that has ended well.</param>
    public async Task<JobReport> DescribeAsync(Job job, bool withTimeline, CancellationToken cancellationToken) => new()
    {
        ProjectId = job.ProjectId,
        JobId = job.Id,
        Status = job.State.ToString().ToLowerInvariant(),
        Progress = Math.Round(job.Progress, 1),
        Uploaded = job.Uploaded.Count > 0 ? job.Uploaded : null,
        Reply = string.IsNullOrWhiteSpace(job.Reply) ? null : job.Reply,
        Changes = job.Changes.Count > 0 ? job.Changes : null,
        Timeline = withTimeline && job.State == JobState.Done ? await TimelineAsync(job, cancellationToken) : null,
        Export = job is { Export: { } file, RenderedStep: { } step } ? file with { Notes = [ShownStep(step), .. file.Notes] } : job.Export,
        Items = job.Items.Count > 0 ? [.. job.Items.Select((item, index) => Describe(job, item, index))] : null,
        Charged = job.Charged,
        ErrorCode = job.ErrorCode,
        Error = job.Error,
        Suggestions = job.Suggestions.Count > 0 ? job.Suggestions : null,
        Next = NextStep(job),
    };

    public static string Text(JobReport report)
    {
        var text = new StringBuilder();
        if (report.Error is { } error)
        {
            text.Append(CultureInfo.InvariantCulture, $"{report.ErrorCode}: {error}\n");
        }

        // Of several videos only their own lines are told; several files are of one video.
        var isOne = report.Items is null || report.Items.Any(item => item.Preset is not null);
        if (isOne && report.Uploaded is { } uploaded)
        {
            text.Append(CultureInfo.InvariantCulture, $"Added {uploaded.Count} file(s): {string.Join(", ", uploaded.Select(item => item.Name))}.\n");
        }

        if (isOne)
        {
            AppendLine(text, report.Reply);
            AppendLine(text, report.Changes is { } changes ? "Changed: " + string.Join("; ", changes) : null);
            AppendLine(text, report.Timeline);
        }

        IEnumerable<string> notes = report.Export?.Notes ?? [];
        if (report.Items is { } items)
        {
            AppendItems(text, items);
            notes = items.SelectMany(item => item.Notes ?? []).Distinct();
        }
        else if (report.Export is { } file)
        {
            text.Append(CultureInfo.InvariantCulture, $"Saved {file.Path} ({Measures(file.DurationSeconds, file.Width, file.Height, file.Bytes)}).\n");
        }

        AppendLine(text, report.Export?.ClaimLink is { } link ? $"To take the project over in a browser: {link}" : null);
        AppendLine(text, notes.Any() ? "Worth knowing: " + string.Join(" ", notes) : null);
        AppendLine(text, isOne && report.Suggestions is { } suggestions ? "Offered next: " + string.Join(" ", suggestions) : null);
        AppendEnd(text, report);
        return text.ToString();
    }

    private static BatchReport Describe(Job job, BatchItem item, int index) => new()
    {
        Item = index + 1,
        Status = item switch
        {
            { State: { } state } => state.ToString().ToLowerInvariant(),
            { ErrorCode: { } code } => code,
            _ => job.State == JobState.Running ? (index == job.Item ? "running" : "waiting")
                : job.State == JobState.Cancelled && index == job.Item ? "cancelled" : "skipped",
        },
        Preset = item.Plan.Export?.Preset,
        Reply = string.IsNullOrWhiteSpace(item.Reply) ? null : item.Reply,
        Path = item.Export?.Path,
        Width = item.Export?.Width,
        Height = item.Export?.Height,
        DurationSeconds = item.Export?.DurationSeconds,
        Bytes = item.Export?.Bytes,
        Notes = item.Export is { Notes: { Count: > 0 } notes } ? notes : null,
        ErrorCode = item.ErrorCode,
        Error = item.Error,
    };

    private static void AppendItems(StringBuilder text, IReadOnlyList<BatchReport> items)
    {
        foreach (var item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"{item.Item}. {(item.Preset is { } preset ? preset + " " : "")}{item.Status}");
            AppendLine(text, item switch
            {
                { Path: { } path } => $": saved {path} ({Measures(item.DurationSeconds, item.Width, item.Height, item.Bytes ?? 0)}).",
                { Error: { } error } => $": {item.ErrorCode}: {error}",
                _ => ".",
            });
        }
    }

    private static void AppendEnd(StringBuilder text, JobReport report)
    {
        AppendLine(text, report.Charged switch
        {
            null => null,
            0 => "Nothing was charged.",
            { } credits => string.Create(CultureInfo.InvariantCulture, $"Charged: {credits} credits."),
        });
        AppendLine(text, report.Joined is true ? "This repeats an earlier request, so its job is shown and nothing was sent again." : null);
        text.Append(CultureInfo.InvariantCulture, $"project_id: {report.ProjectId} · job_id: {report.JobId} · {report.Status}\n{report.Next}");
    }

    private static string Measures(double? seconds, int? width, int? height, long bytes) => string.Join(", ", new[]
    {
        seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0##} s") : null,
        width > 0 ? string.Create(CultureInfo.InvariantCulture, $"{width}x{height}") : null,
        Size(bytes),
    }.OfType<string>());

    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000d:0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.0} MB");

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append(line).Append('\n');
        }
    }

    private static string NextStep(Job job) => job switch
    {
        { State: JobState.Running } => $"Still running ({job.Progress:0} %). Call check_job with job_id {job.Id} to wait for it; it goes on by itself.",
        { State: JobState.Done, MakesFiles: true } when job.Items.Any(item => item.State != JobState.Done) =>
            $"Mend what the lines name, then call export_video with presets {string.Join(", ", job.Items.Where(item => item.State != JobState.Done).Select(item => item.Plan.Export!.Preset))}: the others are saved.",
        { State: JobState.Done, MakesVideos: true } => "The files are saved as listed. Call create_video with what was not made, if anything; edit_video changes the last one.",
        { State: JobState.Done, Export: { Kind: not ExportKind.Video } file } => $"The {file.Format} file is saved. edit_video changes the video; export_video makes another file.",
        { State: JobState.Done, Export: not null } => "The video is finished. edit_video changes it further; export_video makes another file.",
        { State: JobState.Done, Plan.Restore: not null } => "Call export_video to save this version, edit_video to change it, or get_history for the steps.",
        { State: JobState.Done, Plan.Message: not null } => "Call export_video to save the video, or edit_video to change it.",
        { State: JobState.Done } => "Call edit_video or create_video with a description of the video that you want.",
        { State: JobState.Cancelled, Plan.Export: not null } => "Call export_video to make the file after all.",
        { State: JobState.Cancelled } => "Call the tool again to do it after all.",
        { State: JobState.Unknown, Stage: JobStage.Uploading } => "Call get_timeline with media true to see whether the file is there; add it again only when it is not.",
        { State: JobState.Unknown } => "Call check_job with this job_id later, or get_timeline, to see what arrived.",
        { Stage: JobStage.Exporting, Plan.Message: not null } => "The edit was made and stays: do not send it again. Mend what the error names, then call export_video.",
        { Uploaded.Count: > 0 } => $"The files named above are in the project: do not add them again. Mend what the error names, then call the tool again{FreshKey(job)}.",
        _ => $"Mend what the error names, then call the tool again{FreshKey(job)}.",
    };

    private static string FreshKey(Job job) => job.Key is null ? "" : " with a fresh idempotency_key";

    private static string ShownStep(int step) =>
        $"The file shows step {step} of the history, which was restored; the editor's own timeline is another one.";

    /// <summary>Null where it cannot be read: that the job ended is told all the same.</summary>
    private async Task<string?> TimelineAsync(Job job, CancellationToken cancellationToken)
    {
        if (await projects.FindAsync(job.ProjectId, cancellationToken) is not { SessionId.Length: > 0 } project || project.Backend != home.BackendKey)
        {
            return null;
        }

        try
        {
            var draft = (await backend.GetStateAsync(project.SessionId, cancellationToken)).Draft;
            return draft is null ? "Timeline: empty" : TimelineSummary.Read(draft.Utf8.Span).ToString();
        }
        catch (BackendException)
        {
            return null;
        }
    }
}
