namespace VideoCreateAi.Mcp.Files;

/// <summary>The one place that exports of tools go to. Files are named, never addressed: no path from outside reaches it,
/// nothing that exists is written over, and no link is followed.</summary>
internal sealed class OutputFolder
{
    // Our own and nobody else's: browsers name theirs ".part", and those are not ours to remove.
    private const string PartEnding = ".videocreateai.part";
    private const int MostOfOneName = 1000;
    private const int MostRacesOfOneName = 20;
    private const int UnixFileExists = 17;
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = 32;
    private const int WindowsFileExists = 80;
    private const int WindowsAlreadyExists = 183;

    private OutputFolder(string realPath)
    {
        RealFolder = realPath;
    }

    public string RealFolder { get; }

    /// <summary>Makes the folder when it is not there, remembers where it really is, and clears what a process that died
    /// left unfinished in it.</summary>
    /// <exception cref="OutputFolderException">It cannot be made or used.</exception>
    public static OutputFolder Open(string folder)
    {
        if (File.Exists(folder))
        {
            throw OutputFolderException.NotAFolder(folder);
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw OutputFolderException.Unwritable(folder, fault);
        }
        catch (IOException fault)
        {
            throw OutputFolderException.IsDiskFull(fault.HResult)
                ? OutputFolderException.From(fault, folder)
                : OutputFolderException.Missing(folder, fault);
        }

        var opened = new OutputFolder(NativeFile.TryGetRealPath(folder) ?? throw OutputFolderException.Missing(folder));
        opened.DiscardLeftovers();
        return opened;
    }

    /// <summary>Takes a name that is free: <c>name.mp4</c>, else <c>name-2.mp4</c> and so on. Until the result is published
    /// only an unfinished file stands there, held so that no other process takes the same name.</summary>
    /// <param name="expectedBytes">Checked against the free space when known.</param>
    /// <exception cref="OutputFolderException">The folder is gone, full or may not be written to, or the extension is none of ours.</exception>
    public OutputReservation Reserve(string name, string extension, long? expectedBytes = null)
    {
        var ending = OutputName.CheckedExtension(extension);
        var stem = OutputName.Clean(name);
        ThrowWhenTooFull(expectedBytes);
        for (var number = 1; number <= MostOfOneName; number++)
        {
            var path = PathOf(stem, number, ending);
            if (!Exists(path) && TryTake(path + PartEnding) is { } stream)
            {
                return new OutputReservation(this, stem, ending, number, stream);
            }
        }

        throw OutputFolderException.TooManyOfOneName(stem);
    }

    /// <summary>Gives an unfinished file its final name: the reserved one, or the next free one when somebody was faster.</summary>
    internal string Publish(string part, string stem, string extension, int firstNumber)
    {
        for (var number = firstNumber; number <= MostOfOneName; number++)
        {
            var path = PathOf(stem, number, extension);
            if (Exists(path))
            {
                continue;
            }

            try
            {
                // Without overwriting this is link and unlink on Unix: it fails when the name was taken meanwhile.
                File.Move(part, path, overwrite: false);
                return path;
            }
            catch (IOException) when (Exists(path))
            {
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

    private string PathOf(string stem, int number, string extension)
        => Path.Combine(RealFolder, number == 1 ? $"{stem}.{extension}" : FormattableString.Invariant($"{stem}-{number}.{extension}"));

    private FileStream? TryTake(string part)
    {
        for (var attempt = 0; attempt < MostRacesOfOneName; attempt++)
        {
            try
            {
                if (Confirmed(Create(part), part) is { } stream)
                {
                    return stream;
                }
            }
            catch (IOException fault) when (IsTakenByAnother(fault))
            {
                // Gone again already means that its owner published it or gave it up meanwhile: one more try tells.
                if (!TryDiscardLeftover(part) && Exists(part))
                {
                    return null;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw OutputFolderException.From(fault, RealFolder);
            }
        }

        return null;
    }

    // Decided by what the system said and not by looking again: the other's file may be gone by then.
    private static bool IsTakenByAnother(IOException fault) => OperatingSystem.IsWindows()
        ? (fault.HResult & 0xFFFF) is WindowsFileExists or WindowsSharingViolation or WindowsAlreadyExists
        : fault.HResult is UnixFileExists or LinuxWouldBlock or MacWouldBlock;

    private static FileStream Create(string part)
    {
        var options = new FileStreamOptions
        {
            // O_CREAT with O_EXCL: it never opens what exists and never follows a link in the last place.
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,

            // Held alone while it is written. On Windows it could not be renamed then, so there only deletion is shared.
            Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        }

        return new FileStream(part, options);
    }

    // The folder may have been exchanged for a link since it was opened: the handle tells where the file really came to be.
    // Between its creation and our hold on it, somebody may have taken it for a leftover and removed it: then it is null.
    private FileStream? Confirmed(FileStream stream, string part)
    {
        if (IsStillAt(part, stream))
        {
            return stream;
        }

        var moved = !IsIn(RealFolder, stream);
        stream.Dispose();
        if (!moved)
        {
            return null;
        }

        File.Delete(part);
        throw OutputFolderException.Moved(RealFolder);
    }

    private void DiscardLeftovers()
    {
        try
        {
            foreach (var part in Directory.GetFiles(RealFolder, "*" + PartEnding))
            {
                TryDiscardLeftover(part);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // They take space and nothing more; whether the folder can be written to is said when something is exported.
        }
    }

    /// <summary>An unfinished file that nobody holds was left by a process that died. Whoever gets it alone may remove it.</summary>
    private bool TryDiscardLeftover(string part)
    {
        try
        {
            if (new FileInfo(part).LinkTarget is not null)
            {
                return false;
            }

            using var held = new FileStream(part, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.ReadWrite,
                Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
            });
            if (NativeFile.KindOf(held.SafeFileHandle) != NativeFileKind.Regular || !IsStillAt(part, held))
            {
                return false;
            }

            File.Delete(part);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsIn(string folder, FileStream stream)
        => NativeFile.PathOf(stream.SafeFileHandle) is { } real && Path.GetDirectoryName(real) is { } parent && FolderPath.AreSame(parent, folder);

    // Whoever published it meanwhile has renamed it, and then it is nobody's leftover.
    private bool IsStillAt(string part, FileStream stream)
        => IsIn(RealFolder, stream) && Path.GetFileName(NativeFile.PathOf(stream.SafeFileHandle)) == Path.GetFileName(part);

    private void ThrowWhenTooFull(long? expectedBytes)
    {
        if (expectedBytes is not { } needed)
        {
            return;
        }

        try
        {
            var free = new DriveInfo(RealFolder).AvailableFreeSpace;
            if (free < needed)
            {
                throw OutputFolderException.Full(RealFolder, free, needed);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A share that does not tell its space: the write itself will.
        }
    }
}
