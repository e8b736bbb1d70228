using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Hands the files over, one after the other.</summary>
internal sealed class UploadStep(BackendClient backend, JobLedger ledger, JobAudit audit)
{
    private const double Share = 20;

    public async Task RunAsync(RunningJob running, Project project, JobUploads uploads, CancellationToken cancellationToken)
    {
        if (uploads.Files.Count + uploads.Urls.Count == 0)
        {
            throw new ToolRefusedException(
                "upload_interrupted",
                WithAdded(
                    "The server ended while the files were being uploaded; nothing was edited and nothing was charged. Call the tool again with the files that are missing.",
                    [.. running.Job.Uploaded.Select(item => item.Name)]));
        }

        List<string> added = [];
        try
        {
            foreach (var file in uploads.Files)
            {
                var done = added.Count;
                await audit.AroundAsync(
                    running, "upload", line => line with { File = file.Name, Bytes = file.Length }, () => SendAsync(running, project, file, done, cancellationToken));
                added.Add(file.Name);
                await ledger.SaveAsync(running.Job, cancellationToken);
            }

            if (uploads.Urls.Count > 0)
            {
                running.Report(new JobProgress(Percent(running, added.Count), $"Fetching {uploads.Urls.Count} file(s) from the web…"));
                await audit.AroundAsync(
                    running, "fetch", null, async () => Add(running, await backend.UploadUrlsAsync(project.SessionId, uploads.Urls, cancellationToken)));
            }
        }
        catch (BackendException fault) when (fault.Fault == BackendFault.OutcomeUnknown)
        {
            throw new JobUnclearException(WithAdded(fault.Message, added));
        }
        catch (Exception exception) when (added.Count > 0 && JobFault.Of(exception) is { } fault)
        {
            throw new ToolRefusedException(fault.Code, WithAdded(fault.Message, added));
        }

        running.Report(new JobProgress(Share, "Files uploaded."));
    }

    private async Task SendAsync(RunningJob running, Project project, LocalFile file, int done, CancellationToken cancellationToken)
    {
        var words = $"Uploading {file.Name} ({done + 1} of {running.Job.Plan.Uploads})";
        running.Report(new JobProgress(Percent(running, done), $"{words}…"));
        await using var content = file.OpenRead();
        var progress = new UploadProgress(running, words, file.Length, Percent(running, done), Percent(running, done + 1));
        Add(running, await backend.UploadAsync(
            project.SessionId, new UploadContent(file.Name, file.Format!.ContentType, content, file.Length), progress, cancellationToken));
    }

    private static double Percent(RunningJob running, int done) => Share * done / running.Job.Plan.Uploads;

    private static string WithAdded(string message, List<string> added) => added.Count == 0
        ? message
        : $"{message} In the project already, so not to be uploaded again: {string.Join(", ", added.Select(name => $"“{name}”"))}.";

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
