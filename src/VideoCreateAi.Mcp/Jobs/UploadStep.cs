using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Hands the files over, one after the other.</summary>
internal sealed class UploadStep(BackendClient backend)
{
    private const double Share = 20;

    public async Task RunAsync(RunningJob running, Project project, JobUploads uploads, CancellationToken cancellationToken)
    {
        if (uploads.Files.Count + uploads.Urls.Count == 0)
        {
            throw new ToolRefusedException(
                "upload_interrupted",
                "The server ended while the files were being uploaded; nothing was edited and nothing was charged. Call the tool again with the same files.");
        }

        var done = 0;
        foreach (var file in uploads.Files)
        {
            running.Report(new JobProgress(Share * done / running.Job.Plan.Uploads, $"Uploading {file.Name} ({++done} of {running.Job.Plan.Uploads})…"));
            await using var content = file.OpenRead();
            Add(running, await backend.UploadAsync(
                project.SessionId, new UploadContent(file.Name, file.Format!.ContentType, content, file.Length), sentBytes: null, cancellationToken));
        }

        if (uploads.Urls.Count > 0)
        {
            running.Report(new JobProgress(Share * done / running.Job.Plan.Uploads, $"Fetching {uploads.Urls.Count} file(s) from the web…"));
            Add(running, await backend.UploadUrlsAsync(project.SessionId, uploads.Urls, cancellationToken));
        }

        running.Report(new JobProgress(Share, "Files uploaded."));
    }

    private static void Add(RunningJob running, IReadOnlyList<UploadedFile> files) =>
        running.Job = running.Job with { Uploaded = [.. running.Job.Uploaded, .. files.Select(Describe)] };

    private static UploadedItem Describe(UploadedFile file) => new()
    {
        Name = UntrustedText.Name(file.FileName ?? "file"),
        Kind = UntrustedText.Name(file.FileType ?? "file"),
        Width = file.Width,
        Height = file.Height,
        DurationSeconds = file.Duration,
    };
}
