namespace VideoCreateAi.Mcp.Files;

internal sealed partial class OutputFolder
{
    private const int MostOfOneName = 1000;

    /// <summary>Gives a finished file its name: the first that is free of <c>name.mp4</c>, <c>name-2.mp4</c> and so on.</summary>
    /// <param name="about">Told of the name before the file gets it.</param>
    internal string Publish(FileStream part, string name, string extension, Action<string> about)
    {
        var ending = OutputName.CheckedExtension(extension);
        var stem = OutputName.Clean(name);
        using var folder = NativeFile.OpenFolder(RealFolder);
        if (!IsStillAt(part.Name, part) || (folder is not null && NativeFile.PathOf(folder) is { } now && !FolderPath.AreSame(now, RealFolder)))
        {
            throw Directory.Exists(RealFolder) ? OutputFolderException.Moved(RealFolder) : OutputFolderException.Missing(RealFolder);
        }

        for (var number = 1; number <= MostOfOneName; number++)
        {
            var wish = number == 1 ? $"{stem}.{ending}" : FormattableString.Invariant($"{stem}-{number}.{ending}");
            var path = Path.Combine(RealFolder, wish);
            if (Exists(path))
            {
                continue;
            }

            about(wish);
            try
            {
                if (NativeFile.RenameToFree(folder, RealFolder, Path.GetFileName(part.Name), wish))
                {
                    if (folder is not null)
                    {
                        NativeFile.Sync(folder);
                    }

                    return path;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw OutputFolderException.From(fault, RealFolder);
            }
        }

        throw OutputFolderException.TooManyOfOneName(stem);
    }

    private static bool Exists(string path)
    {
        var file = new FileInfo(path);

        // A link that leads nowhere does not exist for File.Exists, and must not be written through either.
        return file.Exists || Directory.Exists(path) || file.LinkTarget is not null;
    }
}
