namespace VideoCreateAi.Mcp.Files;

/// <summary>The one place that exports of tools go to. Files are named, never addressed: no path from outside reaches it,
/// nothing that exists is written over, and no link is followed. While a file is on its way it lies hidden under the id
/// of its render; its name it gets whole, in one step.</summary>
internal sealed partial class OutputFolder
{
    private const int MostRacesOfOneName = 20;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.5);

    private readonly TimeProvider _clock;

    private OutputFolder(string realPath, TimeProvider clock)
    {
        RealFolder = realPath;
        _clock = clock;
    }

    public string RealFolder { get; }

    /// <summary>Makes the folder when it is not there, remembers where it really is, and clears what nobody asks for any more.</summary>
    /// <exception cref="OutputFolderException">It cannot be made or used.</exception>
    public static OutputFolder Open(string folder, TimeProvider clock)
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

        var opened = new OutputFolder(NativeFile.TryGetRealPath(folder) ?? throw OutputFolderException.Missing(folder), clock);
        opened.DiscardLeftovers(s_leftoverAge);
        return opened;
    }

    /// <summary>Takes the unfinished file of a render, as far as an earlier try got it. It is held alone, across processes:
    /// when somebody else is at it, this waits.</summary>
    /// <param name="wait">The longest wait for somebody else.</param>
    /// <exception cref="OutputFolderException">The folder is gone, full or may not be written to, or the wait was in vain.</exception>
    public async Task<OutputPart> TakeAsync(string renderId, TimeSpan wait, CancellationToken cancellationToken)
    {
        var begun = _clock.GetTimestamp();
        while (true)
        {
            if (TryTake(renderId) is { } part)
            {
                return part;
            }

            if (_clock.GetElapsedTime(begun) >= wait)
            {
                throw OutputFolderException.Busy(RealFolder);
            }

            await Task.Delay(s_look, _clock, cancellationToken);
        }
    }

    /// <summary>Null when the system does not tell, as for some network shares.</summary>
    public long? FreeBytes()
    {
        try
        {
            return new DriveInfo(RealFolder).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <returns>Null while somebody else holds it.</returns>
    private OutputPart? TryTake(string renderId)
    {
        var path = Path.Combine(RealFolder, PartNames.Part(renderId));
        for (var attempt = 0; attempt < MostRacesOfOneName; attempt++)
        {
            try
            {
                if (Confirmed(OpenPart(path), path) is { } stream)
                {
                    return Enter(stream, renderId);
                }
            }
            catch (FileNotFoundException)
            {
                // Published or removed between two looks: one more tells.
            }
            catch (IOException fault) when (IsHeldByAnother(fault))
            {
                return null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw OutputFolderException.From(fault, RealFolder);
            }
        }

        return null;
    }

    private static FileStream OpenPart(string path)
    {
        try
        {
            // O_CREAT with O_EXCL: it never opens what exists and never follows a link in the last place.
            return new FileStream(path, PartOptions(FileMode.CreateNew));
        }
        catch (IOException fault) when (IsThere(fault))
        {
            if (new FileInfo(path).LinkTarget is not null)
            {
                // Under this name only a file of ours may lie. The link goes, what it leads to stays.
                File.Delete(path);
                throw new FileNotFoundException(null, path);
            }

            return new FileStream(path, PartOptions(FileMode.Open));
        }
    }

    private static FileStreamOptions PartOptions(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,

            // Held alone while it is written. On Windows it could not be renamed then, so there only deletion is shared.
            Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows() && mode == FileMode.CreateNew)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        }

        return options;
    }

    // The folder may have been exchanged for a link since it was opened: the handle tells where the file really is.
    // Between its opening and our hold on it, somebody may have published or removed it: then it is null.
    private FileStream? Confirmed(FileStream stream, string path)
    {
        if (IsStillAt(path, stream))
        {
            if (NativeFile.KindOf(stream.SafeFileHandle) == NativeFileKind.Regular)
            {
                return stream;
            }

            stream.Dispose();
            File.Delete(path);
            return null;
        }

        var moved = !IsIn(RealFolder, stream) && File.Exists(path) && new FileInfo(path).LinkTarget is null;
        var isNew = moved && stream.Length == 0;
        stream.Dispose();
        if (!moved)
        {
            return null;
        }

        if (isNew)
        {
            File.Delete(path);
        }

        throw OutputFolderException.Moved(RealFolder);
    }

    private OutputPart Enter(FileStream stream, string renderId)
    {
        var mark = ReadMark(renderId);
        if (mark is not null && PublishedFile(mark, stream) is { } published)
        {
            File.Delete(stream.Name);
            return new OutputPart(this, stream, mark, published);
        }

        if (NativeFile.NamesOf(stream.SafeFileHandle) > 1)
        {
            // Whoever gave our unfinished file a second name, or us somebody's file, would see it written to.
            File.Delete(stream.Name);
            stream.Dispose();
            throw new FileNotFoundException(null, stream.Name);
        }

        var kept = mark is not null && mark.Received <= stream.Length ? mark.Received : 0;
        stream.SetLength(kept);
        stream.Position = kept;
        return new OutputPart(this, stream, kept > 0 ? mark! : new PartMark { RenderId = renderId }, published: null);
    }

    internal static bool IsIn(string folder, FileStream stream)
        => NativeFile.PathOf(stream.SafeFileHandle) is { } real && Path.GetDirectoryName(real) is { } parent && FolderPath.AreSame(parent, folder);

    internal bool IsStillAt(string path, FileStream stream)
        => IsIn(RealFolder, stream) && Path.GetFileName(NativeFile.PathOf(stream.SafeFileHandle)) == Path.GetFileName(path);

    // Decided by what the system said and not by looking again: the other's file may be gone by then.
    private static bool IsThere(IOException fault)
        => OperatingSystem.IsWindows() ? (fault.HResult & 0xFFFF) is 80 or 183 : fault.HResult == 17;

    // EWOULDBLOCK has one number on Linux and another on macOS; on Windows it is a sharing violation.
    private static bool IsHeldByAnother(IOException fault)
        => OperatingSystem.IsWindows() ? (fault.HResult & 0xFFFF) == 32 : fault.HResult is 11 or 35;
}
