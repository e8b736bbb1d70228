using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Blobs;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Library;

/// <summary>The files that users handed over. Knows which id is which path, and nobody else does.</summary>
internal sealed partial class MediaLibrary : IMediaFiles
{
    private const string IncomingName = ".incoming";
    private const string SidecarName = "media.json";
    private const string SmallCopyName = "small.jpg";
    private const string IdPrefix = "m_";
    private const int IdDigits = 32;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    private readonly ConcurrentDictionary<string, MediaFile> _files = new(StringComparer.Ordinal);
    private readonly LibraryOptions _options;
    private readonly MediaInspector _inspector;
    private readonly ILogger<MediaLibrary> _logger;
    private readonly IBlobStore _blobs;

    /// <summary>Sweeps what an earlier process left half-done: one process owns the folder.</summary>
    /// <param name="blobs">Where other nodes find what this one was handed; null = there are no others.</param>
    public MediaLibrary(LibraryOptions options, MediaInspector inspector, ILogger<MediaLibrary> logger, IBlobStore? blobs = null)
    {
        _blobs = blobs ?? new LocalBlobs();
        _options = options;
        _inspector = inspector;
        _logger = logger;
        PrivateFolder.Create(options.Folder);
        if (Directory.Exists(Incoming))
        {
            Directory.Delete(Incoming, recursive: true);
        }

        PrivateFolder.Create(Incoming);
    }

    private string Incoming => Path.Combine(_options.Folder, IncomingName);

    /// <summary>Takes a file: all of it, judged and known, or nothing.</summary>
    /// <param name="announcedLength">What the sender said. Null = it did not.</param>
    /// <exception cref="MediaRefusedException">It is not taken.</exception>
    public async Task<MediaFile> AddAsync(
        string originalName, Stream content, long? announcedLength, CancellationToken cancellationToken)
    {
        var arrival = Path.Combine(Incoming, RandomNumberGenerator.GetHexString(IdDigits, lowercase: true));
        PrivateFolder.Create(arrival);
        try
        {
            return await AddAsync(arrival, originalName, content, announcedLength, cancellationToken);
        }
        finally
        {
            DeleteFolder(arrival);
        }
    }

    public MediaFile Get(string id) => Find(id) ?? throw new KeyNotFoundException("No media has that id.");

    /// <summary>Null when no media has that id.</summary>
    public MediaFile? Find(string id)
    {
        if (_files.TryGetValue(id, out var known))
        {
            return known;
        }

        return IsId(id) && Load(id) is { } file ? _files.GetOrAdd(id, file) : null;
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        _files.TryRemove(id, out _);
        var folder = Path.Combine(_options.Folder, id);
        if (!IsId(id) || !Directory.Exists(folder))
        {
            return false;
        }

        // Gone in one step: a crash in the middle of the deletion leaves nothing that looks like media.
        var leaving = Path.Combine(Incoming, "removed-" + RandomNumberGenerator.GetHexString(IdDigits, lowercase: true));
        Directory.Move(folder, leaving);
        DeleteFolder(leaving);
        return true;
    }

    /// <summary>What lies in the folder by its id: how many bytes it takes and since when. Damaged media too.</summary>
    public IReadOnlyDictionary<string, (long Bytes, DateTimeOffset Since)> Holdings() => new DirectoryInfo(_options.Folder)
        .EnumerateDirectories(IdPrefix + "*")
        .Where(folder => IsId(folder.Name))
        .ToDictionary(
            folder => folder.Name,
            folder => (FolderTally.Of(folder.FullName).Bytes, new DateTimeOffset(folder.LastWriteTimeUtc)),
            StringComparer.Ordinal);

    /// <summary>What lies in the folder, damaged media too.</summary>
    public IEnumerable<string> Ids() => Directory.EnumerateDirectories(_options.Folder, IdPrefix + "*").Select(folder => Path.GetFileName(folder)).Where(IsId);

    /// <summary>What is on its way in, or was left on it.</summary>
    public FolderTally IncomingTally() => FolderTally.Of(Incoming);

    /// <summary>All that lies in the folder.</summary>
    public IReadOnlyList<MediaFile> RestoreAll() =>
    [
        .. Directory.EnumerateDirectories(_options.Folder, IdPrefix + "*")
            .Select(folder => Find(Path.GetFileName(folder)))
            .OfType<MediaFile>(),
    ];

    private async Task<MediaFile> AddAsync(
        string arrival, string originalName, Stream content, long? announcedLength, CancellationToken cancellationToken)
    {
        var intake = new MediaIntake(_options);
        var source = Path.Combine(arrival, "source");
        var (bytes, hash) = await intake.ReceiveAsync(content, source, announcedLength, cancellationToken);

        var work = Path.Combine(arrival, "work");
        PrivateFolder.Create(work);
        var media = await _inspector.InspectAsync(source, work, cancellationToken);
        if (media.SmallCopy is { } copy)
        {
            File.Move(copy, Path.Combine(arrival, SmallCopyName));
        }

        Directory.Delete(work, recursive: true);

        var sidecar = new MediaSidecar
        {
            Id = IdPrefix + RandomNumberGenerator.GetHexString(IdDigits, lowercase: true),
            Name = DisplayName.Of(originalName),
            Extension = media.Format.Extension,
            Kind = media.Format.Kind,
            Info = media.Info,
            Bytes = bytes,
            Hash = hash,
        };
        File.Move(source, Path.Combine(arrival, FileName(media.Format)));
        await WriteAsync(sidecar, Path.Combine(arrival, SidecarName), cancellationToken);
        await StoreAsync(sidecar.Id, arrival, cancellationToken);
        Directory.Move(arrival, Path.Combine(_options.Folder, sidecar.Id));

        LogAdded(sidecar.Id, sidecar.Kind, bytes);
        return _files.GetOrAdd(sidecar.Id, Known(sidecar, media.Format));
    }

    private MediaFile? Load(string id)
    {
        var path = Path.Combine(_options.Folder, id, SidecarName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var sidecar = JsonSerializer.Deserialize(File.ReadAllBytes(path), MediaSidecarJson.Default.MediaSidecar);
            var format = sidecar is null ? null : MediaFormats.Find(sidecar.Extension, sidecar.Kind);
            if (sidecar is { Version: MediaSidecar.CurrentVersion } && sidecar.Id == id && format is not null
                && (!_blobs.IsHere || File.Exists(PathOf(id, format))))
            {
                return Known(sidecar, format);
            }
        }
        catch (JsonException)
        {
            // Told below, with all else that makes it useless.
        }

        LogUnknownSidecar(id);
        return null;
    }

    private MediaFile Known(MediaSidecar sidecar, MediaFormat format) => new()
    {
        Id = sidecar.Id,
        Name = sidecar.Name,
        Format = format,
        Path = PathOf(sidecar.Id, format),
        SmallCopyPath = Path.Combine(_options.Folder, sidecar.Id, SmallCopyName) is var copy && File.Exists(copy) ? copy : null,
        Info = sidecar.Info,
        Bytes = sidecar.Bytes,
        Hash = sidecar.Hash,
    };

    private string PathOf(string id, MediaFormat format) => Path.Combine(_options.Folder, id, FileName(format));

    private static string FileName(MediaFormat format) => "source." + format.Extension;

    private static async Task WriteAsync(MediaSidecar sidecar, string path, CancellationToken cancellationToken)
    {
        await using var file = PrivateFolder.CreateFile(path);
        await JsonSerializer.SerializeAsync(file, sidecar, MediaSidecarJson.Default.MediaSidecar, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    // An id comes over the wire and becomes part of a path.
    private static bool IsId(string id)
        => id.Length == IdPrefix.Length + IdDigits
            && id.StartsWith(IdPrefix, StringComparison.Ordinal)
            && id.AsSpan(IdPrefix.Length).IndexOfAnyExcept(s_digits) < 0;

    private void DeleteFolder(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (IOException)
        {
            // The next start sweeps it.
            LogNotDeleted();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Media {MediaId} was added: {Kind}, {Bytes} bytes.")]
    private partial void LogAdded(string mediaId, MediaKind kind, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sidecar of media {MediaId} is damaged or of another version.")]
    private partial void LogUnknownSidecar(string mediaId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A temporary media folder could not be deleted.")]
    private partial void LogNotDeleted();
}
