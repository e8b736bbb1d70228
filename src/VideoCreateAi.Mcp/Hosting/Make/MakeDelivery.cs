using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Brings a finished file under the very name that was typed. Most are there already: what remains is a name that
/// exports do not give, a file that is to be replaced, and one that another run of the same wish saved elsewhere.</summary>
internal sealed class MakeDelivery(MakeTarget target, bool force, DateTimeOffset begun)
{
    private const string Taken = "Something came to lie under the name that you gave while the video was made, so it has another one.";

    /// <returns>The file where it now is.</returns>
    /// <exception cref="OutputFolderException">It could not be put there; the file stays where it was.</exception>
    public ExportedFile Deliver(ExportedFile file)
    {
        if (target.FullPath is not { } path)
        {
            return target.Folder is { } folder && !IsIn(folder, file.Path) ? Copied(file, Path.Combine(folder, Path.GetFileName(file.Path)), overwrite: false) : file;
        }

        if (file.Path == path || (Path.GetFileName(file.Path) == Path.GetFileName(path) && IsIn(target.Folder!, file.Path)))
        {
            return file with { Path = path };
        }

        // An older file is somebody's export already and keeps its name.
        var isOurs = IsIn(target.Folder!, file.Path) && File.GetLastWriteTimeUtc(file.Path) >= begun.UtcDateTime;
        return isOurs ? Renamed(file, path) : Copied(file, path, force);
    }

    private ExportedFile Renamed(ExportedFile file, string path)
    {
        try
        {
            if (force)
            {
                target.CheckFree(force);
                File.Move(file.Path, path, overwrite: true);
                return file with { Path = path };
            }

            using var folder = NativeFile.OpenFolder(target.Folder!);
            return NativeFile.RenameToFree(folder, target.Folder!, Path.GetFileName(file.Path), Path.GetFileName(path))
                ? file with { Path = path }
                : file with { Notes = [.. file.Notes, Taken] };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw OutputFolderException.From(fault, target.Folder!);
        }
    }

    private ExportedFile Copied(ExportedFile file, string path, bool overwrite)
    {
        var part = Path.Combine(target.Folder!, $".{Guid.NewGuid():N}{PartNames.PartEnding}");
        try
        {
            File.Copy(file.Path, part, overwrite: false);
            if (overwrite)
            {
                target.CheckFree(force);
                File.Move(part, path, overwrite: true);
                return file with { Path = path };
            }

            using var folder = NativeFile.OpenFolder(target.Folder!);
            if (NativeFile.RenameToFree(folder, target.Folder!, Path.GetFileName(part), Path.GetFileName(path)))
            {
                return file with { Path = path };
            }

            OutputFolder.TryDelete(part);
            return file with { Notes = [.. file.Notes, $"{path} was taken meanwhile, so the video was left at its first place."] };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            OutputFolder.TryDelete(part);
            throw OutputFolderException.From(fault, target.Folder!);
        }
    }

    private static bool IsIn(string folder, string path) => Path.GetDirectoryName(path) is { } parent && FolderPath.AreSame(RealPath.OfNearest(folder), RealPath.OfNearest(parent));
}
