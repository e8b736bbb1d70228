namespace VideoCreateAi.Mcp.Files;

/// <summary>The unfinished file of a render, held alone. Disposed without <see cref="Publish"/> it stays for the next try,
/// as far as <see cref="Keep"/> was told of it.</summary>
internal sealed class OutputPart : IAsyncDisposable
{
    // A disk with less room than this needs it for other things than half an export.
    private const long RoomToKeep = 64L * 1024 * 1024;

    private readonly OutputFolder _folder;
    private readonly FileStream _stream;
    private bool _discarded;

    internal OutputPart(OutputFolder folder, FileStream stream, PartMark mark, string? published)
    {
        _folder = folder;
        _stream = stream;
        Mark = mark;
        PublishedPath = published;
    }

    /// <summary>The content so far, for writing on and for reading back before it is published.</summary>
    public FileStream Stream => _stream;

    /// <summary>What an earlier try left, then what <see cref="Keep"/> was told.</summary>
    public PartMark Mark { get; private set; }

    /// <summary>The finished file: <see cref="Publish"/> made it, or an earlier process did that died before it could say so.</summary>
    public string? PublishedPath { get; private set; }

    /// <summary>Brings the content to the disk and then writes down how much of it there is.</summary>
    /// <exception cref="IOException">The content did not get to the disk.</exception>
    public void Keep(PartMark mark)
    {
        _stream.Flush(flushToDisk: true);
        Mark = mark with { RenderId = Mark.RenderId, PublishedAs = null };
        _folder.WriteMark(Mark);
    }

    /// <exception cref="OutputFolderException">That much more does not fit on the disk.</exception>
    public void RequireSpace(long bytes)
    {
        if (_folder.FreeBytes() is { } free && free < bytes)
        {
            KeepOnlyWithRoom(free);
            throw OutputFolderException.Full(_folder.RealFolder, free, bytes);
        }
    }

    /// <summary>What a failed write means for the user. On a full disk the content is given up.</summary>
    /// <param name="missing">Bytes that were still to come; null = not known.</param>
    public OutputFolderException FailureOf(Exception fault, long? missing)
    {
        if (!OutputFolderException.IsDiskFull(fault.HResult))
        {
            return OutputFolderException.From(fault, _folder.RealFolder);
        }

        var free = _folder.FreeBytes();
        KeepOnlyWithRoom(free ?? 0);
        return OutputFolderException.Full(_folder.RealFolder, free, missing, fault);
    }

    /// <summary>Brings the content to the disk and gives the file its name.</summary>
    /// <returns>The full path: the name, or the next free one.</returns>
    public string Publish(string name, string extension)
    {
        try
        {
            _stream.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw FailureOf(fault, missing: null);
        }

        var (bytes, time) = (_stream.Length, File.GetLastWriteTimeUtc(_stream.SafeFileHandle));

        // Renamed while it is still held, so that nobody can take it for theirs to go on with. Its name is written down
        // before: who finds the part gone and the name there knows that it is done.
        PublishedPath = _folder.Publish(_stream, name, extension, wish =>
        {
            Mark = Mark with { PublishedAs = wish, PublishedBytes = bytes, PublishedTicks = time.Ticks };
            _folder.WriteMark(Mark);
        });
        _stream.Dispose();
        return PublishedPath;
    }

    /// <summary>Throws away what there is, to fill it anew.</summary>
    public void StartOver()
    {
        _stream.SetLength(0);
        _stream.Position = 0;
        Keep(new PartMark { RenderId = Mark.RenderId });
    }

    /// <summary>To be called when the finished file is known elsewhere: nothing hidden is left of it.</summary>
    public void Forget() => _folder.DeleteMark(Mark.RenderId);

    /// <summary>Gives up what there is.</summary>
    public void Discard()
    {
        if (_discarded || PublishedPath is not null)
        {
            return;
        }

        _discarded = true;
        if (_folder.IsStillAt(_stream.Name, _stream))
        {
            OutputFolder.TryDelete(_stream.Name);
            _folder.DeleteMark(Mark.RenderId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (PublishedPath is null && !_discarded && Mark.Received == 0)
        {
            Discard();
        }

        await _stream.DisposeAsync();
    }

    private void KeepOnlyWithRoom(long free)
    {
        if (free < RoomToKeep)
        {
            Discard();
        }
    }
}
