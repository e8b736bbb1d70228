using System.Globalization;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>Looks at a job without waiting. One that has ended counts as told: the user has seen it.</summary>
internal sealed class ViewJobTool(JobRunner jobs)
{
    public async Task<CallToolResult> LookAsync(string jobId, CancellationToken cancellationToken)
    {
        var running = jobs.Here(jobId);
        var job = await jobs.LookAtAsync(jobId, cancellationToken);
        await jobs.ToldAsync(job, cancellationToken);
        var progress = job.State == JobState.Running && running is not null ? running.Latest : new JobProgress(job.Progress, "");
        var view = new ViewJob
        {
            JobId = job.Id,
            ProjectId = job.ProjectId,
            Status = job.State.ToString().ToLowerInvariant(),
            Progress = Math.Round(progress.Percent, 1),
            Words = WordsOf(job, progress),
            File = job is { State: JobState.Done, Export: { } file } ? Describe(file) : null,
        };
        return ToolReply.Of(view.Words, view, ToolJson.Default.ViewJob);
    }

    private static string WordsOf(Job job, JobProgress progress) => job.State switch
    {
        JobState.Running => progress.Message.Length > 0 ? progress.Message : string.Create(CultureInfo.InvariantCulture, $"{progress.Percent:0} %"),
        JobState.Done => job.Export is { } file ? $"Saved {file.Name}." : "Done.",
        _ => job.Error ?? "It did not go through.",
    };

    private static ViewFile Describe(ExportedFile file) => new()
    {
        Name = file.Name,
        Path = file.Path,
        Type = file.MimeType,
        Width = file.Width,
        Height = file.Height,
        DurationSeconds = file.DurationSeconds,
        Bytes = file.Bytes,
    };
}
