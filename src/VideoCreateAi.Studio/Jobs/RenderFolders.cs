using VideoCreateAi.Studio.Blobs;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>Where attempts work and where finished files stay.</summary>
/// <param name="blobs">Where the other nodes find finished files; null = there are no others.</param>
internal sealed class RenderFolders(StudioOptions options, IBlobStore? blobs = null)
{
    // Of other nodes' files as many as are asked for again soon.
    private const long MostFetchedBytes = 10_000_000_000;

    private const string SheetEnding = ".sheet.json";

    /// <summary>A new, empty folder for one attempt. The caller removes it.</summary>
    public string NewScratch(string renderId, int attempt)
    {
        var folder = Path.Combine(options.ScratchFolder, $"{SafeName(renderId)}-{attempt}");
        Remove(folder);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Moves an attempt's file to its place. Nobody sees it before the row says so.</summary>
    /// <returns>Its name below the render folder.</returns>
    public async Task<string> KeepAsync(string renderId, int attempt, string path, CancellationToken cancellationToken)
    {
        var name = NameOf(renderId, attempt, Path.GetExtension(path));
        if (blobs is { IsHere: false })
        {
            await blobs.PutAsync(BlobKey.Render(name), path, cancellationToken);
            return name;
        }

        Directory.CreateDirectory(options.RenderFolder);
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            // The row that will name it is on the disk at once; so must the bytes be.
            RandomAccess.FlushToDisk(file);
        }

        File.Move(path, Path.Combine(options.RenderFolder, name), overwrite: true);
        return name;
    }

    /// <summary>Fetches a finished file that another node made.</summary>
    /// <returns>Whether the file is here now.</returns>
    public async Task<bool> HaveAsync(string name, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(name)))
        {
            return true;
        }

        if (blobs is not { IsHere: false } || !await blobs.GetAsync(BlobKey.Render(name), PathOf(name), cancellationToken))
        {
            return false;
        }

        LeastRecentlyUsed.Trim(options.RenderFolder, "*", MostFetchedBytes, PathOf(name));
        return true;
    }

    /// <summary>Takes a file away, here and where the other nodes find it.</summary>
    public async Task DiscardAsync(string name, CancellationToken cancellationToken)
    {
        Discard(name);
        if (blobs is { IsHere: false })
        {
            await blobs.DeleteAsync(BlobKey.Render(name), cancellationToken);
        }
    }

    /// <summary>Of finished files without their sheets, of the sheets, and of what attempts work in.</summary>
    public (FolderTally Files, FolderTally Sheets, FolderTally Scratch) Tallies()
    {
        var all = FolderTally.Of(options.RenderFolder);
        var sheets = FolderTally.Of(options.RenderFolder, "*" + SheetEnding);
        return (new FolderTally(all.Files - sheets.Files, all.Bytes - sheets.Bytes), sheets, FolderTally.Of(options.ScratchFolder));
    }

    /// <summary>Drops all sheets; each is drawn anew when it is asked for.</summary>
    public FolderTally RemoveSheets() => FolderTally.Remove(options.RenderFolder, "*" + SheetEnding);

    /// <summary>Bytes of a finished file, 0 when it is gone.</summary>
    public long LengthOf(string name) => new FileInfo(PathOf(name)) is { Exists: true } file ? file.Length : 0;

    public string PathOf(string name) => Path.Combine(options.RenderFolder, name);

    /// <summary>Where the contact sheet of a finished file is kept.</summary>
    public string SheetOf(string name) => PathOf(name) + SheetEnding;

    public void Discard(string name)
    {
        File.Delete(PathOf(name));
        File.Delete(SheetOf(name));
    }

    /// <summary>Discards every file, and every sheet of one, that is not among these.</summary>
    /// <returns>How many.</returns>
    public int DiscardAllBut(IReadOnlySet<string> names)
    {
        if (!Directory.Exists(options.RenderFolder))
        {
            return 0;
        }

        List<string> others = [.. Directory.EnumerateFiles(options.RenderFolder).Where(path => !names.Contains(FileOf(Path.GetFileName(path))))];
        others.ForEach(File.Delete);
        return others.Count;
    }

    /// <summary>What an attempt's file is called.</summary>
    public static string NameOf(string renderId, int attempt, string extension) => $"{SafeName(renderId)}-{attempt}{extension}";

    /// <summary>Whether a name can be that of a file of this render. It may come from a worker that is not to be trusted.</summary>
    public static bool IsNameOf(string name, string renderId) =>
        name.StartsWith(renderId + "-", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') && !name.Contains("..", StringComparison.Ordinal);

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string FileOf(string name) => name.EndsWith(SheetEnding, StringComparison.Ordinal) ? name[..^SheetEnding.Length] : name;

    // Ids are checked where they come in (letters, digits, _ and -); this keeps a mistake there from becoming a path.
    private static string SafeName(string renderId) => string.Concat(renderId.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'));
}
