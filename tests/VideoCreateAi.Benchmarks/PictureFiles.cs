using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.Benchmarks;

/// <summary>Picture files from a command line, probed as far as rendering needs it.</summary>
internal sealed class PictureFiles : IMediaFiles
{
    private readonly Dictionary<string, MediaFile> _files = [];

    public IReadOnlyList<string> Ids => [.. _files.Keys];

    public MediaFile Get(string id) => _files[id];

    /// <param name="copies">Where the small copies of large pictures go, as an upload makes them. Null = none are made.</param>
    public async Task AddAsync(string path, IToolRunner tools, string? copies = null)
    {
        var extension = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        var (format, guards) = extension switch
        {
            "png" => (new MediaFormat("png", MediaKind.Image, "png_pipe"), InputGuards.Picture),
            "jpg" or "jpeg" => (new MediaFormat("jpg", MediaKind.Image, "jpeg_pipe"), InputGuards.Picture),
            "webp" => (new MediaFormat("webp", MediaKind.Image, "webp_pipe"), InputGuards.Picture),
            _ => (new MediaFormat(extension, MediaKind.Video, "mov"), InputGuards.Clip),
        };
        var full = Path.GetFullPath(path);
        string? copy = null;
        var probed = await new FfprobeReader(tools).ReadAsync(format.Demuxer, full, guards, Path.GetTempPath(), CancellationToken.None);
        var id = $"m{_files.Count}";
        if (copies is not null && format.Kind == MediaKind.Image)
        {
            var inspected = await new MediaInspector(tools).InspectAsync(full, copies, CancellationToken.None);
            if (inspected.SmallCopy is { } made)
            {
                copy = Path.Combine(copies, id + ".jpg");
                File.Move(made, copy);
            }
        }

        _files[id] = new MediaFile
        {
            Id = id,
            Name = Path.GetFileName(path),
            Format = format,
            Path = full,
            SmallCopyPath = copy,
            Bytes = new FileInfo(full).Length,
            Hash = "",
            Info = new MediaInfo
            {
                Width = probed.Video?.Width ?? 0,
                Height = probed.Video?.Height ?? 0,
                HasAlpha = extension == "png" && await HasAlphaAsync(full),
                Duration = format.Kind == MediaKind.Image ? TimeSpan.Zero : probed.Duration ?? TimeSpan.Zero,
            },
        };
    }

    // Colour type of the PNG header: 4 and 6 carry alpha.
    private static async Task<bool> HasAlphaAsync(string path)
    {
        var header = new byte[26];
        await using var stream = File.OpenRead(path);
        await stream.ReadExactlyAsync(header);
        return header[25] is 4 or 6;
    }
}
