using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Links to the files that a job saved, for hosts that show or open them.</summary>
internal static class ExportLinks
{
    /// <summary>Where a client on this machine finds the file itself.</summary>
    public const string FileKey = "videocreateai/file";

    /// <summary>Adds a link for each file of a job that has ended well.</summary>
    public static CallToolResult Linking(this CallToolResult result, Job job)
    {
        if (job.State == JobState.Done)
        {
            result.Content = [.. result.Content, .. ExportedFiles.FilesOf(job).Reverse().Where(file => file.IsStillThere()).Select(file => Of(job.ProjectId, file))];
        }

        return result;
    }

    public static JsonObject MetaOf(ExportedFile file) => new() { [FileKey] = new Uri(file.Path).AbsoluteUri };

    private static ResourceLinkBlock Of(string projectId, ExportedFile file) => new()
    {
        Uri = new ResourceUri(projectId, ResourceKind.Export, file.Name).ToString(),
        Name = file.Name,
        MimeType = file.MimeType,
        Size = file.Bytes,
        Meta = MetaOf(file),
    };
}
