namespace VideoCreateAi.Mcp.Files;

/// <summary>The folders that files are taken from. What is not in one of them is refused, so that a model that was talked
/// into it cannot hand over keys or the process's own secrets. Folders are resolved to their real paths once, here.</summary>
internal sealed class FileAccessPolicy
{
    private static readonly string[] s_never = ["/proc", "/sys", "/dev"];
    private static readonly string[] s_secretFolders = [".ssh", ".gnupg", ".aws", ".kube", ".password-store"];

    private readonly List<string> _roots = [];
    private readonly List<string> _private = [];
    private readonly List<string> _named = [];
    private readonly string? _realHome;

    public FileAccessPolicy(FileAccessOptions options)
    {
        HomeFolder = options.HomeFolder;
        _realHome = options.HomeFolder is null ? null : RealPath.OfNearest(options.HomeFolder);
        foreach (var folder in options.UserFolders)
        {
            AddWhenItCounts(folder);
        }

        AddAsGiven(options.OutputFolder);
        foreach (var folder in options.ExtraFolders)
        {
            AddAsGiven(folder);
        }

        WorkingDirectory = AddWhenItCounts(options.WorkingDirectory);
        _private.AddRange(options.PrivateFolders.Select(RealPath.OfNearest));
        _named.AddRange(options.NamedFiles.Select(RealPath.OfNearest));
    }

    public string? HomeFolder { get; }

    /// <summary>What relative paths start from; null when the server was not started in a folder of the user's.</summary>
    public string? WorkingDirectory { get; }

    /// <summary>The real paths.</summary>
    public IReadOnlyList<string> AllowedFolders => _roots;

    /// <summary>As messages list them: those that are there, none inside another, the home folder as <c>~</c>.</summary>
    public IReadOnlyList<string> ShownFolders
    {
        get
        {
            var there = _roots.Where(Directory.Exists).ToList();
            return [.. (there.Count > 0 ? there : _roots)
                .Where(root => !there.Exists(outer => FolderPath.Contains(outer, root) && !FolderPath.AreSame(outer, root)))
                .Select(root => _realHome is not null && FolderPath.Below(_realHome, root) is { } below ? Path.Combine("~", below) : root)];
        }
    }

    /// <summary>Judges a real path: links are resolved already.</summary>
    public PathVerdict Judge(string realPath)
    {
        if (!OperatingSystem.IsWindows() && Array.Exists(s_never, tree => FolderPath.Contains(tree, realPath)))
        {
            return PathVerdict.Outside;
        }

        var verdict = PathVerdict.Outside;
        foreach (var root in _roots)
        {
            if (FolderPath.Below(root, realPath) is not { } below)
            {
                continue;
            }

            // A root may itself lie in a hidden folder (exports below the data directory); what is below it may not.
            if (!FolderPath.HasHiddenPart(below) && !HoldsSecrets(realPath) && !IsPrivate(root, realPath))
            {
                return PathVerdict.Allowed;
            }

            verdict = PathVerdict.Hidden;
        }

        return verdict == PathVerdict.Outside && _named.Exists(file => FolderPath.AreSame(file, realPath)) ? JudgeNamed(realPath) : verdict;
    }

    private PathVerdict JudgeNamed(string file) =>
        FolderPath.HasHiddenPart(file) || HoldsSecrets(file) || _private.Exists(folder => FolderPath.Contains(folder, file)) ? PathVerdict.Hidden : PathVerdict.Allowed;

    private static bool HoldsSecrets(string path)
        => path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
            .Any(part => s_secretFolders.Contains(part, StringComparer.OrdinalIgnoreCase));

    private bool IsPrivate(string root, string path)
        => _private.Any(folder => FolderPath.Contains(folder, path) && !FolderPath.Contains(folder, root));

    private string? AddWhenItCounts(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Path.IsPathFullyQualified(folder))
        {
            return null;
        }

        var real = RealPath.OfNearest(folder);
        var counts = WorkingFolder.Counts(real, _realHome, OperatingSystem.IsWindows())
            && WorkingFolder.Counts(folder, HomeFolder, OperatingSystem.IsWindows());
        return counts ? Add(real) : null;
    }

    private void AddAsGiven(string? folder)
    {
        if (!string.IsNullOrWhiteSpace(folder))
        {
            Add(RealPath.OfNearest(folder));
        }
    }

    private string Add(string real)
    {
        if (!_roots.Exists(root => FolderPath.AreSame(root, real)))
        {
            _roots.Add(real);
        }

        return real;
    }
}
