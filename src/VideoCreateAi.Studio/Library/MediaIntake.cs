using System.Security.Cryptography;

namespace VideoCreateAi.Studio.Library;

/// <summary>Writes what arrives to disk within its limits, and takes its hash on the way.</summary>
internal sealed class MediaIntake(LibraryOptions options)
{
    private const int BufferBytes = 1024 * 1024;
    private const long BytesBetweenSpaceChecks = 64L * 1024 * 1024;

    /// <returns>How many bytes came, and their SHA-256 in hex.</returns>
    /// <exception cref="MediaRefusedException">Too many, too few or none.</exception>
    public async Task<(long Bytes, string Hash)> ReceiveAsync(
        Stream content, string path, long? announcedLength, CancellationToken cancellationToken)
    {
        if (announcedLength > options.MostBytes)
        {
            throw MediaRefusal.TooManyBytes(announcedLength, options.MostBytes);
        }

        CheckSpace(announcedLength ?? 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var total = await CopyAsync(content, path, hash, cancellationToken);
        if (announcedLength is { } announced && announced != total)
        {
            throw MediaRefusal.Incomplete(total, announced);
        }

        return total == 0
            ? throw MediaRefusal.Empty()
            : (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async Task<long> CopyAsync(Stream content, string path, IncrementalHash hash, CancellationToken cancellationToken)
    {
        await using var file = PrivateFolder.CreateFile(path);
        var buffer = new byte[BufferBytes];
        long total = 0;
        var nextSpaceCheck = BytesBetweenSpaceChecks;
        int count;
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += count;
            if (total > options.MostBytes)
            {
                throw MediaRefusal.TooManyBytes(bytes: null, options.MostBytes);
            }

            if (total >= nextSpaceCheck)
            {
                CheckSpace(0);
                nextSpaceCheck += BytesBetweenSpaceChecks;
            }

            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return total;
    }

    private void CheckSpace(long needed)
    {
        if (new DriveInfo(Path.GetFullPath(options.Folder)).AvailableFreeSpace - needed < options.FreeSpaceFloor)
        {
            throw MediaRefusal.NoSpace();
        }
    }
}
