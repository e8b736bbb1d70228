using System.Runtime.InteropServices;
using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    public Task<ProjectSnapshot> GetStateAsync(string sessionId, CancellationToken cancellationToken)
    {
        var path = Routes.State(SessionId(sessionId));
        return CallAsync(() => Get(path), Read(CallScope.Session, _options.MaxStateBytes), ReadState, cancellationToken);
    }

    private ProjectSnapshot ReadState(JsonElement data)
    {
        // Some servers answer with the state itself, without the frame around it.
        var state = data.Field("state") ?? data;
        return state.ValueKind != JsonValueKind.Object
            ? throw Unreadable("the project's state")
            : new ProjectSnapshot
            {
                Draft = ReadDraft(state),
                Media = ReadFiles(state.Items("video_infos", "videoInfos")),
                Generated = ReadFiles(state.Items("generated_media", "generatedMedia")),
            };
    }

    /// <summary>Null, <c>{}</c> and absent all mean that there is no timeline yet.</summary>
    private static RawDraft? ReadDraft(JsonElement state) =>
        state.Field("draft") is { ValueKind: JsonValueKind.Object } draft && draft.GetPropertyCount() > 0
            ? new RawDraft(JsonMarshal.GetRawUtf8Value(draft).ToArray())
            : null;

    private List<UploadedFile> ReadFiles(JsonElement.ArrayEnumerator items)
    {
        var files = new List<UploadedFile>();
        foreach (var item in items)
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                files.Add(new UploadedFile
                {
                    FileName = Clean(item.Text("filename", "file_name", "fileName", "name")),
                    FileType = Clean(item.Text("file_type", "fileType", "type")),
                    CdnUrl = Clean(item.Text("cdn_url", "cdnUrl", "url")),
                    Duration = item.Number("duration"),
                    Width = item.Integer("width"),
                    Height = item.Integer("height"),
                    Fps = item.Number("fps"),
                    Hash = Clean(item.Text("hash")),
                    Size = item.Long("size", "file_size", "fileSize"),
                });
            }
        }

        return files;
    }
}
