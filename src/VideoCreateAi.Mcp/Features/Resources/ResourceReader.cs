using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Resources;

/// <summary>Reads one resource: the timeline as it is now, a picture of it, or a saved file that is small enough to send.</summary>
internal sealed class ResourceReader(ProjectResources resources, TimelineReports timelines, ContactSheets sheets, ExportedFiles exports, OperationsForm form)
{
    public const int MostMegabytes = 8;

    private const long MostBytes = MostMegabytes * 1024 * 1024;

    // Read by people and models as it is, and by no browser: a plus stays a plus.
    private static readonly ToolJson s_json = new(new JsonSerializerOptions(ToolJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // An edit may come at any time; a saved file never changes, but it may be moved.
    private static readonly TimeSpan s_timelineIsFresh = TimeSpan.Zero;
    private static readonly TimeSpan s_fileIsFresh = TimeSpan.FromMinutes(10);

    // As long as this server runs.
    private static readonly TimeSpan s_formIsFresh = TimeSpan.FromHours(1);

    public async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> context, CancellationToken cancellationToken)
    {
        if (context.Params?.Uri == OperationsForm.Address)
        {
            return new ReadResourceResult { Contents = [new TextResourceContents { Uri = OperationsForm.Address, MimeType = OperationsForm.Type, Text = form.Schema }] }
                .Fresh(context, s_formIsFresh);
        }

        if (context.Params?.Uri == TimelineView.Address)
        {
            return new ReadResourceResult { Contents = [TimelineView.Contents] }.Fresh(context, s_formIsFresh);
        }

        if (!ResourceUri.TryParse(context.Params?.Uri, out var uri) || await resources.FindAsync(uri, cancellationToken) is not { } project)
        {
            throw ResourceFaults.Missing(context);
        }

        var contents = uri.Kind switch
        {
            ResourceKind.Export => await ExportAsync(context, uri, cancellationToken),
            ResourceKind.ContactSheet => BlobResourceContents.FromBytes(await sheets.DrawAsync(project, cancellationToken), uri.ToString(), "image/jpeg"),
            _ => await TimelineAsync(project, uri, cancellationToken),
        };

        // Under the address that was asked for, however it was written.
        contents.Uri = context.Params!.Uri;
        return new ReadResourceResult { Contents = [contents] }.Fresh(context, uri.Kind == ResourceKind.Export ? s_fileIsFresh : s_timelineIsFresh);
    }

    private async Task<ResourceContents> TimelineAsync(Project project, ResourceUri uri, CancellationToken cancellationToken)
    {
        var report = await timelines.ReadAsync(project, segments: true, media: true, cancellationToken);
        return uri.Kind == ResourceKind.TimelineJson
            ? new TextResourceContents { Uri = "", MimeType = "application/json", Text = JsonSerializer.Serialize(report, s_json.TimelineReport) }
            : new TextResourceContents { Uri = "", MimeType = "text/plain", Text = TimelineReports.Text(report) };
    }

    private async Task<ResourceContents> ExportAsync(RequestContext<ReadResourceRequestParams> context, ResourceUri uri, CancellationToken cancellationToken)
    {
        if (await exports.FindAsync(uri.ProjectId, uri.FileName!, cancellationToken) is not { } file)
        {
            throw ResourceFaults.Missing(context);
        }

        if (file.Bytes > MostBytes)
        {
            throw new ToolRefusedException("resource_too_large", string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Name} has {file.Bytes / 1_048_576.0:0.0} MiB; a resource is sent up to {MostMegabytes} MiB. The file lies on this machine at {file.Path}."));
        }

        var bytes = new byte[file.Bytes];
        try
        {
            await using var stream = File.OpenRead(file.Path);
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ToolRefusedException("file_unreadable", $"{file.Name} cannot be read from the disk. export_video makes it again.");
        }

        return file.Kind == ExportKind.Text
            ? new TextResourceContents { Uri = "", MimeType = file.MimeType, Text = Encoding.UTF8.GetString(bytes) }
            : BlobResourceContents.FromBytes(bytes, "", file.MimeType);
    }
}
