namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>Files that only their owner may read, in folders that only their owner may enter.</summary>
internal static class PrivateFile
{
    private const int MaxBytes = 64 * 1024;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = Owner | UnixFileMode.UserExecute;

    /// <summary>EIO, ENOSPC, EROFS, EDQUOT, ENOTDIR and ENAMETOOLONG, which do not pass as a held lock does.</summary>
    private static readonly int[] s_lasting = [5, 28, 30, 122, 20, 36];

    /// <summary>Longer than a token takes to get.</summary>
    private static readonly TimeSpan s_lockLimit = TimeSpan.FromMinutes(2);

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
            Tighten(path);
        }
    }

    // The mode above is for a folder that is new. One that was there may be open to others, and a folder that they can write to
    // makes the mode of the files in it worth nothing.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Tighten(string path)
    {
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~(OwnerFolder | UnixFileMode.SetGroup)) == UnixFileMode.None)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, OwnerFolder);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // Another's folder, such as a mounted volume: readable it may be, as long as nobody else writes there.
            if ((mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None)
            {
                throw new UnauthorizedAccessException("Others can write to it. Take that from them (chmod 700), or choose another with --data.", fault);
            }
        }
    }

    /// <summary>Null when there is no such file, or one that others could have written or read: a link, too open, too large.</summary>
    public static byte[]? Read(string path, bool othersMayRead = false)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null || file.Length > MaxBytes)
        {
            return null;
        }

        if (!OperatingSystem.IsWindows())
        {
            var open = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite
                | (othersMayRead ? UnixFileMode.None : UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            if ((file.UnixFileMode & open) != 0)
            {
                return null;
            }
        }

        try
        {
            // A pipe has no length, and opening one waits for a writer for ever.
            return file.Length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or another owner's.
            return null;
        }
    }

    /// <summary>Whole or not at all, and 0600 even when a more open file was there before.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // Under one name, so that what a killed process left half-written is gone with the next writing.
        var temporary = $"{path}.part";
        try
        {
            File.Delete(temporary);
            await using (var file = new FileStream(temporary, Create(FileMode.CreateNew)))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Waits until this process alone holds the lock file; disposing gives it back.</summary>
    public static async Task<IDisposable> LockAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, Create(FileMode.OpenOrCreate));
            }
            catch (IOException exception) when (!s_lasting.Contains(exception.HResult) && clock.GetElapsedTime(start) < s_lockLimit)
            {
                // There is no way to wait for another process's lock but to ask again.
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            }
        }
    }

    private static FileStreamOptions Create(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return options;
    }
}
