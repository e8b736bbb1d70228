using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>What takes space on this machine: the studio counts its own part, and the rest is looked up here.</summary>
internal sealed class StorageOverview(ServerSettings settings, BackendClient studio, ProjectBook book, ProjectHome home, TimeProvider clock)
{
    public const string CacheOption = "--cache";
    public const string MediaOption = "--media";
    public const string Parts = "partial_downloads";

    /// <summary>A download that nobody came back to for this long is made anew instead of gone on with.</summary>
    public static readonly TimeSpan PartAge = TimeSpan.FromDays(1);

    private static readonly (string Name, string What, string Path, string? Option)[] s_rows =
    [
        (StoragePlace.Media, "Files of projects", "media", MediaOption),
        (StoragePlace.Incoming, "Files on their way in", "media/.incoming", null),
        (StoragePlace.Music, "Composed music", "cache/music", CacheOption),
        (StoragePlace.Pictures, "Pictures of previews", "cache/stills", CacheOption),
        (StoragePlace.Chunks, "Encoded parts of videos", "cache/chunks", CacheOption),
        (StoragePlace.Sheets, "Contact sheets", "renders", CacheOption),
        (StoragePlace.Renders, "Copies of exports", "renders", CacheOption),
        (StoragePlace.Scratch, "Work of running renders", "scratch", null),
        (StoragePlace.Database, "Timelines", "studio.db", null),
    ];

    public async Task<CleanReport> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await studio.ReadStorageAsync(cancellationToken);
        List<CleanPlace> places =
        [
            .. s_rows.Join(stored.Places, row => row.Name, place => place.Name, (row, place) => new CleanPlace
            {
                Name = row.Name, What = row.What, Path = row.Path, Option = row.Option,
                Files = place.Files, Bytes = place.Bytes, FreeableBytes = place.FreeableBytes,
            }),
            Own("ledger", "Jobs and history", "ledger.db", FolderTally.Of(settings.DataFolder, "ledger.db*", isDeep: false)),
            Own("logs", "Logs", "logs", FolderTally.Of(Path.Combine(settings.DataFolder, "logs"))),
            ClipPlace(),
            PartPlace(),
        ];
        return new CleanReport
        {
            DataFolder = settings.DataFolder,
            Places = places,
            TotalBytes = places.Sum(place => place.Bytes),
            Projects = await ProjectsAsync(stored.Projects, cancellationToken),
            ProjectsElsewhere = await book.CountElsewhereAsync(home.BackendKey, cancellationToken),
        };
    }

    private CleanPlace ClipPlace()
    {
        var tally = FolderTally.Of(Path.Combine(settings.DataFolder, ClipFiles.Folder));
        return Own("clips", "Small clips to look at", ClipFiles.Folder, tally) with { Option = CacheOption, FreeableBytes = tally.Bytes };
    }

    private CleanPlace PartPlace()
    {
        var (files, bytes, old) = OutputFolder.Leftovers(settings.OutputFolder, clock.GetUtcNow() - PartAge);
        return new CleanPlace
        {
            Name = Parts, What = "Unfinished downloads", Path = settings.OutputFolder, Option = CacheOption, Files = files, Bytes = bytes, FreeableBytes = old,
        };
    }

    private static CleanPlace Own(string name, string what, string path, FolderTally tally) =>
        new() { Name = name, What = what, Path = path, Files = tally.Files, Bytes = tally.Bytes };

    private async Task<List<CleanProject>> ProjectsAsync(IReadOnlyList<StoredProject> stored, CancellationToken cancellationToken)
    {
        var bySession = stored.ToDictionary(project => project.SessionId, StringComparer.Ordinal);
        List<CleanProject> projects = [];
        foreach (var listed in await book.ListAsync(home.BackendKey, int.MaxValue, cancellationToken))
        {
            bySession.Remove(listed.SessionId, out var held);
            projects.Add(Of(held, listed.Used) with { ProjectId = listed.Id, Name = ShellText.Line(listed.Name), SessionId = listed.SessionId });
        }

        return [.. projects.Concat(bySession.Values.Select(left => Of(left, DateTimeOffset.MinValue))).OrderByDescending(project => project.Changed)];
    }

    private static CleanProject Of(StoredProject? held, DateTimeOffset used) => new()
    {
        Name = ShellText.Line(held?.Name),
        Changed = held is null || DateTimeOffset.FromUnixTimeMilliseconds(held.ChangedMilliseconds) is var changed && changed < used ? used : changed,
        Bytes = held?.OwnBytes ?? 0,
        SharedBytes = held?.SharedBytes ?? 0,
        Busy = held?.Busy ?? false,
        SessionId = held?.SessionId ?? "",
    };
}
