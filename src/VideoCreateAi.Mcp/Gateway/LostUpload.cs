using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>An upload without a clear reply, and how it is told apart from what the project held before.</summary>
/// <param name="before">The project's media before the upload; null when they could not be read.</param>
internal sealed class LostUpload(UploadContent content, UploadBody body, IReadOnlyList<UploadedFile>? before)
{
    public const string NotListed =
        "The connection broke during the upload, and the project does not list the file so far. It was not sent again and nothing was charged. Look at the project's media in a minute, and upload the file again if it is not there.";

    public const string OfAddress =
        "The backend gave no clear answer to the upload, so it is not certain whether the files are in the project. Nothing was sent again and nothing was charged. Look at the project's media before uploading them again.";

    private const string NotLookedUp =
        "The connection broke during the upload, and the project could not be asked whether it holds the file. It was not sent again and nothing was charged. Look at the project's media before uploading it again.";

    private const string Doubtful =
        "The connection broke during the upload. The project lists a file of that name, which may be only a part of it. It was not sent again and nothing was charged. Look at the project's media; if the file there is too short, upload it again.";

    private bool _isListed;
    private bool _wasRead;

    /// <summary>True once the project was read and holds nothing that could be this file.</summary>
    public bool IsProvenAbsent => _wasRead && !_isListed && before is not null;

    public string Words => _isListed ? Doubtful : _wasRead ? NotListed : NotLookedUp;

    /// <returns>Null when nothing there is this file for certain.</returns>
    public UploadedFile? FindIn(IReadOnlyList<UploadedFile> media)
    {
        _wasRead = true;
        _isListed = false;
        foreach (var file in New(media))
        {
            if (IsSame(file.Hash, body.Digest))
            {
                return file;
            }

            if (!string.Equals(file.FileName, content.FileName, StringComparison.Ordinal))
            {
                continue;
            }

            // Without the list from before, one of that name may have been there for long.
            if (before is not null && (file.Size is { } size ? size == content.Length : body.IsComplete))
            {
                return file;
            }

            _isListed = true;
        }

        return null;
    }

    public void StateUnreadable() => _wasRead = false;

    /// <summary>What was not there before. The same file may lie there several times, so each is taken off once.</summary>
    private List<UploadedFile> New(IReadOnlyList<UploadedFile> media)
    {
        var rest = media.ToList();
        foreach (var file in before ?? [])
        {
            var at = rest.FindIndex(other => Key(other) == Key(file));
            if (at >= 0)
            {
                rest.RemoveAt(at);
            }
        }

        return rest;
    }

    private static (string? Name, string? Place, string? Hash, double? Duration, long? Size) Key(UploadedFile file) =>
        (file.FileName, PlaceOf(file.CdnUrl), file.Hash, file.Duration, file.Size);

    /// <summary>Without the query: addresses that are signed anew at each read name the same file.</summary>
    private static string? PlaceOf(string? address) => address?.Split('?')[0];

    private static bool IsSame(string? hash, string? digest) =>
        digest is not null && string.Equals(hash, digest, StringComparison.OrdinalIgnoreCase);
}
