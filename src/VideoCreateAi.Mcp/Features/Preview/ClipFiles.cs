using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.Preview;

/// <summary>Lays small clips down where a person can open them. They are no exports: only the newest few stay.</summary>
internal sealed class ClipFiles(GatewayOptions options)
{
    public const int Most = 12;

    /// <summary>In the data directory.</summary>
    public const string Folder = "clips";

    private const int DigestLength = 12;

    /// <returns>The file's path.</returns>
    public async Task<string> SaveAsync(Project project, RawDraft draft, byte[] video, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.DataFolder, Folder);
        var path = Path.Combine(folder, $"{project.Id}-{draft.Digest[..DigestLength]}.mp4");
        try
        {
            PrivateFile.CreateFolder(folder);
            if (new FileInfo(path) is not { Exists: true } there || there.Length != video.Length)
            {
                // Two calls at the same moment write the same bytes; whoever opens the file finds it whole.
                var part = $"{path}.{Guid.NewGuid():N}";
                await File.WriteAllBytesAsync(part, video, cancellationToken);
                File.Move(part, path, overwrite: true);
            }

            foreach (var old in new DirectoryInfo(folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most))
            {
                old.Delete();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ToolRefusedException("clip_not_saved", string.Create(
                CultureInfo.InvariantCulture, $"The clip was made and could not be written into the data directory. Free {video.Length / 1_000_000.0:0.0} MB there, or export the video."));
        }

        return path;
    }
}
