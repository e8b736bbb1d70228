using System.Buffers;

namespace VideoCreateAi.Mcp.Files;

/// <summary>A name in the export folder, held while the file is written. Disposed without <see cref="Publish"/> it leaves nothing.</summary>
internal sealed class OutputReservation : IAsyncDisposable
{
    /// <summary>No export is larger; a backend that sends without end is cut here.</summary>
    public const long MostBytes = 10L * 1024 * 1024 * 1024;

    private const int CopyBytes = 128 * 1024;

    private readonly OutputFolder _folder;
    private readonly string _stem;
    private readonly string _extension;
    private readonly int _number;
    private readonly FileStream _stream;
    private string? _published;

    internal OutputReservation(OutputFolder folder, string stem, string extension, int number, FileStream stream)
    {
        _folder = folder;
        _stem = stem;
        _extension = extension;
        _number = number;
        _stream = stream;
    }

    /// <summary>The unfinished file, for reading back and checking before it is published.</summary>
    public FileStream Stream => _stream;

    /// <summary>Appends what the source has, at most as much as was announced.</summary>
    /// <param name="announcedBytes">Null when the sender did not say; then <see cref="MostBytes"/> is the limit.</param>
    /// <returns>The bytes that came. Fewer than announced means that the source was cut: nothing says so by itself.</returns>
    /// <exception cref="OutputFolderException">The disk is full or the folder went away, or more came than was announced.</exception>
    public async Task<long> WriteAsync(Stream source, long? announcedBytes, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var limit = Math.Min(announcedBytes ?? MostBytes, MostBytes);
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            long written = 0;
            while (await source.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                written += read;
                if (written > limit)
                {
                    throw OutputFolderException.TooLarge(limit);
                }

                await WritePieceAsync(buffer.AsMemory(0, read), cancellationToken);
                progress?.Report(written);
            }

            return written;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Brings the content to the disk and gives the file its name.</summary>
    /// <returns>The full path: the reserved name, or the next free one when somebody else took it meanwhile.</returns>
    public string Publish()
    {
        try
        {
            _stream.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw OutputFolderException.From(fault, _folder.RealFolder);
        }

        // Renamed while it is still held, so that nobody can take it for a leftover.
        _published = _folder.Publish(_stream.Name, _stem, _extension, _number);
        _stream.Dispose();
        return _published;
    }

    public async ValueTask DisposeAsync()
    {
        if (_published is null)
        {
            try
            {
                File.Delete(_stream.Name);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It stays as a leftover, and the next export of that name removes it.
            }
        }

        await _stream.DisposeAsync();
    }

    private async Task WritePieceAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(piece, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw OutputFolderException.From(fault, _folder.RealFolder);
        }
    }
}
