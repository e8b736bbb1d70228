using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Storage;

/// <summary>Counts what takes space, and what of it could go.</summary>
internal sealed class StorageReview(
    StudioOptions options, ProjectStore projects, RenderStore renders, MediaLibrary library, RenderFolders folders, MusicLibrary music, StillCache stills, ChunkCache chunks, TimeProvider clock)
{
    /// <summary>A file that was just finished may be on its way to the user.</summary>
    public static readonly TimeSpan RenderedAge = TimeSpan.FromHours(1);

    /// <summary>A file that has just come in may not have been noted yet as a project's.</summary>
    private static readonly TimeSpan s_arrivalAge = TimeSpan.FromHours(1);

    public async Task<StorageReport> ReadAsync(CancellationToken cancellationToken)
    {
        var holdings = library.Holdings();
        var files = await renders.FilesAsync(cancellationToken);
        var before = (clock.GetUtcNow() - RenderedAge).ToUnixTimeMilliseconds();
        var (finished, sheets, scratch) = folders.Tallies();
        var (pieces, pictures, encoded) = (music.Tally(), stills.Tally(), chunks.Tally());
        return new StorageReport
        {
            Places =
            [
                Place(StoragePlace.Media, new FolderTally(holdings.Count, holdings.Values.Sum(held => held.Bytes)), await UnusedBytesAsync(holdings, cancellationToken)),
                Place(StoragePlace.Incoming, library.IncomingTally()),
                Place(StoragePlace.Music, pieces, pieces.Bytes),
                Place(StoragePlace.Pictures, pictures, pictures.Bytes),
                Place(StoragePlace.Chunks, encoded, encoded.Bytes),
                Place(StoragePlace.Sheets, sheets, sheets.Bytes),
                Place(StoragePlace.Renders, finished, files.Where(file => file.EndedMilliseconds < before).Sum(file => folders.LengthOf(file.File))),
                Place(StoragePlace.Scratch, scratch),
                Place(StoragePlace.Database, DatabaseTally()),
            ],
            Projects = await ProjectsAsync(holdings, files, cancellationToken),
        };
    }

    /// <summary>Media that no project has and no timeline names, and that did not come in just now.</summary>
    public async Task<IReadOnlyList<string>> UnusedMediaAsync(CancellationToken cancellationToken) => await UnusedAsync(library.Holdings(), cancellationToken);

    /// <summary>Media that no project has and no timeline names, also what came in just now: for the start, when nothing is on its way.</summary>
    public Task<List<string>> UnnamedMediaAsync(CancellationToken cancellationToken) => UnnamedAsync(library.Ids(), cancellationToken);

    private Task<List<string>> UnusedAsync(IReadOnlyDictionary<string, (long Bytes, DateTimeOffset Since)> holdings, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - s_arrivalAge;
        return UnnamedAsync(holdings.Where(held => held.Value.Since < before).Select(held => held.Key), cancellationToken);
    }

    private async Task<List<string>> UnnamedAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var known = (await projects.AllMediaAsync(cancellationToken)).Select(media => media.MediaId).ToHashSet(StringComparer.Ordinal);
        List<string> unused = [];
        foreach (var id in ids)
        {
            if (!known.Contains(id) && !await projects.IsMediaUsedAsync(id, cancellationToken))
            {
                unused.Add(id);
            }
        }

        return unused;
    }

    private async Task<long> UnusedBytesAsync(IReadOnlyDictionary<string, (long Bytes, DateTimeOffset Since)> holdings, CancellationToken cancellationToken) =>
        (await UnusedAsync(holdings, cancellationToken)).Sum(id => holdings[id].Bytes);

    private async Task<List<StoredProject>> ProjectsAsync(
        IReadOnlyDictionary<string, (long Bytes, DateTimeOffset Since)> holdings,
        IReadOnlyList<(string SessionId, string File, long EndedMilliseconds)> files,
        CancellationToken cancellationToken)
    {
        var uses = await projects.AllMediaAsync(cancellationToken);
        var users = uses.GroupBy(use => use.MediaId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var media = uses.ToLookup(use => use.SessionId, use => use.MediaId, StringComparer.Ordinal);
        var rendered = files.ToLookup(file => file.SessionId, file => file.File, StringComparer.Ordinal);
        return
        [
            .. (await projects.AllAsync(cancellationToken)).Select(project => new StoredProject
            {
                SessionId = project.SessionId,
                Name = project.Name,
                ChangedMilliseconds = project.ChangedMilliseconds,
                OwnBytes = Bytes(project.SessionId, isShared: false) + rendered[project.SessionId].Sum(folders.LengthOf),
                SharedBytes = Bytes(project.SessionId, isShared: true),
                Busy = project.Busy,
            }),
        ];

        long Bytes(string session, bool isShared) => media[session]
            .Where(id => users[id] > 1 == isShared)
            .Sum(id => holdings.TryGetValue(id, out var held) ? held.Bytes : 0);
    }

    private FolderTally DatabaseTally()
    {
        var (studio, queue) = (FolderTally.Of(options.DataFolder, Path.GetFileName(options.DatabasePath) + "*", isDeep: false), FolderTally.Of(options.DataFolder, "queue.db*", isDeep: false));
        return new FolderTally(studio.Files + queue.Files, studio.Bytes + queue.Bytes);
    }

    private static StoragePlace Place(string name, FolderTally tally, long freeable = 0) =>
        new() { Name = name, Files = tally.Files, Bytes = tally.Bytes, FreeableBytes = freeable };
}
