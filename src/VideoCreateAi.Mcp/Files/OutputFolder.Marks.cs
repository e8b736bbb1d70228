using System.Text.Json;

namespace VideoCreateAi.Mcp.Files;

internal sealed partial class OutputFolder
{
    private const int LargestMark = 16 * 1024;

    private const string LeftoverPattern = "*.videocreateai.*";

    private static readonly EnumerationOptions s_leftovers = new() { AttributesToSkip = FileAttributes.Directory };

    // A render that nobody came back to for this long is not asked for any more.
    private static readonly TimeSpan s_leftoverAge = TimeSpan.FromDays(7);

    /// <summary>How many unfinished files lie in a folder of exports, and their bytes; of those, the bytes that nobody came back to for long.</summary>
    public static (int Files, long Bytes, long OldBytes) Leftovers(string folder, DateTimeOffset oldest)
    {
        if (!Directory.Exists(folder))
        {
            return default;
        }

        var files = new DirectoryInfo(folder).EnumerateFiles(LeftoverPattern, s_leftovers).Where(file => file.LinkTarget is null).ToList();
        return (files.Count, files.Sum(file => file.Length), files.Where(file => file.LastWriteTimeUtc < oldest.UtcDateTime).Sum(file => file.Length));
    }

    /// <summary>Writes what is known of an unfinished file, whole or not at all.</summary>
    /// <returns>False when it could not be written: then the file is not gone on with, and nothing else is lost.</returns>
    internal bool WriteMark(PartMark mark)
    {
        var fresh = Path.Combine(RealFolder, PartNames.NewMark(mark.RenderId));
        try
        {
            File.Delete(fresh);
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                if (!IsStillAt(fresh, stream))
                {
                    return false;
                }

                JsonSerializer.Serialize(stream, mark, PartMarkJson.Default.PartMark);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, Path.Combine(RealFolder, PartNames.Mark(mark.RenderId)), overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    internal void DeleteMark(string renderId)
    {
        TryDelete(Path.Combine(RealFolder, PartNames.Mark(renderId)));
        TryDelete(Path.Combine(RealFolder, PartNames.NewMark(renderId)));
    }

    internal static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It takes space and nothing more, and goes once it is old.
        }
    }

    /// <summary>Null when there is none, or what lies there is none of ours.</summary>
    private PartMark? ReadMark(string renderId)
    {
        try
        {
            var file = new FileInfo(Path.Combine(RealFolder, PartNames.Mark(renderId)));
            if (!file.Exists || file.LinkTarget is not null || file.Length > LargestMark)
            {
                return null;
            }

            var mark = JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), PartMarkJson.Default.PartMark);
            return mark?.RenderId == renderId && mark.Received >= 0 ? mark : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Where an earlier process published this file and died before it could say so.</summary>
    private string? PublishedFile(PartMark mark, FileStream part)
    {
        if (mark.PublishedAs is not { } name || Path.GetFileName(name) != name)
        {
            return null;
        }

        // Renamed, nothing is left of the part; linked, both names are the same file.
        var isRenamed = part.Length == 0;
        if (!isRenamed && NativeFile.NamesOf(part.SafeFileHandle) < 2)
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(RealFolder, name));
        return file.Exists && file.LinkTarget is null
            && file.Length == mark.PublishedBytes && file.LastWriteTimeUtc.Ticks == mark.PublishedTicks
            ? file.FullName
            : null;
    }

    /// <summary>Removes unfinished files that nobody holds.</summary>
    /// <param name="age">Only those that nobody came back to for this long.</param>
    public void DiscardLeftovers(TimeSpan age)
    {
        try
        {
            var oldest = (_clock.GetUtcNow() - age).UtcDateTime;
            foreach (var path in Directory.EnumerateFiles(RealFolder, LeftoverPattern, s_leftovers))
            {
                if (path.EndsWith(PartNames.PartEnding, StringComparison.Ordinal))
                {
                    DiscardOldPart(path, oldest);
                }
                else if ((path.EndsWith(PartNames.MarkEnding, StringComparison.Ordinal) || path.EndsWith(PartNames.NewMarkEnding, StringComparison.Ordinal))
                    && new FileInfo(path) is { LinkTarget: null } mark && mark.LastWriteTimeUtc < oldest)
                {
                    TryDelete(path);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // They take space and nothing more; whether the folder can be written to is said when something is exported.
        }
    }

    /// <summary>Whoever gets an old unfinished file alone may remove it: nobody is at it.</summary>
    private void DiscardOldPart(string path, DateTime oldest)
    {
        try
        {
            if (new FileInfo(path) is not { LinkTarget: null } file || file.LastWriteTimeUtc >= oldest)
            {
                return;
            }

            using var held = new FileStream(path, PartOptions(FileMode.Open));
            if (IsStillAt(path, held) && NativeFile.KindOf(held.SafeFileHandle) == NativeFileKind.Regular)
            {
                File.Delete(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Held, or not ours to remove.
        }
    }
}
