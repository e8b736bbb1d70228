namespace VideoCreateAi.Studio.Jobs;

/// <summary>Where attempts work and where finished files stay.</summary>
internal sealed class RenderFolders(StudioOptions options)
{
    /// <summary>A new, empty folder for one attempt. The caller removes it.</summary>
    public string NewScratch(string renderId, int attempt)
    {
        var folder = Path.Combine(options.ScratchFolder, $"{SafeName(renderId)}-{attempt}");
        Remove(folder);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Moves an attempt's file to its place. Nobody sees it before the row says so.</summary>
    /// <returns>Its name below the render folder.</returns>
    public string Keep(string renderId, int attempt, string path)
    {
        Directory.CreateDirectory(options.RenderFolder);
        var name = $"{SafeName(renderId)}-{attempt}{Path.GetExtension(path)}";
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            // The row that will name it is on the disk at once; so must the bytes be.
            RandomAccess.FlushToDisk(file);
        }

        File.Move(path, Path.Combine(options.RenderFolder, name), overwrite: true);
        return name;
    }

    public string PathOf(string name) => Path.Combine(options.RenderFolder, name);

    /// <summary>Where the contact sheet of a finished file is kept.</summary>
    public string SheetOf(string name) => PathOf(name) + ".sheet.json";

    public void Discard(string name)
    {
        File.Delete(PathOf(name));
        File.Delete(SheetOf(name));
    }

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Ids are checked where they come in (letters, digits, _ and -); this keeps a mistake there from becoming a path.
    private static string SafeName(string renderId) => string.Concat(renderId.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'));
}
