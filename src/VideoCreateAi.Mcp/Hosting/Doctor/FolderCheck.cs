using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>The folders that this program lives in, writes to and reads from.</summary>
internal static class FolderCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Less than this, and a render may not have the room to end.</summary>
    private const long LeastRoom = 500_000_000;

    private const long GoodRoom = 3_000_000_000;

    public static DoctorCheck Data(string folder)
    {
        const string Name = "data";
        try
        {
            PrivateFile.CreateFolder(folder);
            TryWriting(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(Name, $"{folder} cannot be written to: {fault.Message}", Mending($"sudo chown -R \"$(id -un)\" '{folder}' && chmod 700 '{folder}'", "choose a folder of your own with --data"));
        }

        if (!OperatingSystem.IsWindows())
        {
            if (Foreign(folder) is { } foreign)
            {
                return Failed(Name, $"{foreign} belongs to another user, so it cannot be used", $"sudo chown -R \"$(id -un)\" '{folder}'");
            }

            if ((File.GetUnixFileMode(folder) & Others) != 0)
            {
                return new() { Name = Name, State = FindingState.Warning, Detail = $"{folder} is open to other users", Mend = $"chmod 700 '{folder}'" };
            }
        }

        return new() { Name = Name, State = FindingState.Ok, Detail = folder };
    }

    public static DoctorCheck Output(string folder)
    {
        const string Name = "output";
        try
        {
            Directory.CreateDirectory(folder);
            TryWriting(folder);
            return new() { Name = Name, State = FindingState.Ok, Detail = folder };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(Name, $"{folder} cannot be written to: {fault.Message}", "choose a folder of your own with --output (VIDEOCREATEAI_OUTPUT)");
        }
    }

    public static DoctorCheck Allowed(IReadOnlyList<string> folders)
    {
        const string Name = "allowed-folders";
        var bad = folders.Where(folder => !IsReadable(folder)).ToList();
        return bad.Count > 0
            ? new() { Name = Name, State = FindingState.Warning, Detail = $"cannot be read: {string.Join(", ", bad)}", Mend = "correct --allow-dir (VIDEOCREATEAI_ALLOW)" }
            : new() { Name = Name, State = FindingState.Ok, Detail = folders.Count == 0 ? "the usual ones: Pictures, Videos, Music, Downloads, Desktop, Documents" : $"the usual ones and {string.Join(", ", folders)}" };
    }

    public static DoctorCheck Disk(string data, string output) =>
        Disk([.. new[] { data, output }.Distinct().Where(Directory.Exists).Select(folder => (folder, Room(folder)))]);

    public static DoctorCheck Disk(IReadOnlyList<(string Folder, long Free)> places)
    {
        const string Name = "disk";
        if (places.Count == 0)
        {
            return new() { Name = Name, State = FindingState.Warning, Detail = "how much is free cannot be told: the folders are not there" };
        }

        var (folder, free) = places.MinBy(place => place.Free);
        return new()
        {
            Name = Name,
            State = free < LeastRoom ? FindingState.Missing : free < GoodRoom ? FindingState.Warning : FindingState.Ok,
            Detail = $"{ShellText.Size(free)} free in {folder}",
            Mend = free < GoodRoom ? "videocreateai clean --cache" : null,
        };
    }

    private static long Room(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A share on Windows has no drive to ask.
            return long.MaxValue;
        }
    }

    private static void TryWriting(string folder)
    {
        var path = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        file.WriteByte(1);
    }

    // Only a file's owner may set its mode, also to what it is already.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string? Foreign(string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Prepend(folder))
        {
            try
            {
                if (new FileInfo(path).LinkTarget is null)
                {
                    File.SetUnixFileMode(path, File.GetUnixFileMode(path));
                }
            }
            catch (UnauthorizedAccessException)
            {
                return path;
            }
            catch (IOException)
            {
                // Gone meanwhile: a studio is at work here.
            }
        }

        return null;
    }

    private static bool IsReadable(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Take(1).Count() <= 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static string Mending(string unix, string windows) => OperatingSystem.IsWindows() ? windows : unix;

    private static DoctorCheck Failed(string name, string detail, string mend) => new() { Name = name, State = FindingState.Missing, Detail = detail, Mend = mend };
}
