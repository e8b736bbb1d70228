using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Encoded chunks of picture and encoded sound, kept between renders: a file each, its label first. What is damaged is not there.</summary>
/// <param name="folder">Null = nothing is kept.</param>
internal sealed class ChunkCache(string? folder, TimeProvider clock, long mostBytes = 2_000_000_000)
{
    // What a crash left half-written goes with the rest.
    private const string Pattern = "*";
    private const int LongestLabel = 64 * 1024;

    private readonly Lock _trimming = new();

    /// <summary>Copies what is kept to <paramref name="target"/>: the cache may drop it while a long render still reads.</summary>
    /// <returns>Null when it is not there, or no longer what was written.</returns>
    public ChunkFile? TryTake(string key, string target)
    {
        if (folder is null || PathOf(key) is not { } path || !File.Exists(path))
        {
            return null;
        }

        try
        {
            if (Read(path, target) is { } taken)
            {
                File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
                return taken;
            }

            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Swept away meanwhile: it is made again.
        }

        return null;
    }

    /// <summary>For a cache that is one and no more.</summary>
    public void Keep(string key, ChunkFile made) => TryKeep(key, made);

    /// <returns>Whether it is kept now.</returns>
    public bool TryKeep(string key, ChunkFile made)
    {
        if (folder is null)
        {
            return false;
        }

        var half = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(folder);
            Write(made, half);
            var path = PathOf(key);
            File.Move(half, path, overwrite: true);
            lock (_trimming)
            {
                LeastRecentlyUsed.Trim(folder, Pattern, mostBytes, path);
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk costs the cache, not the video.
            File.Delete(half);
            return false;
        }
    }

    public void Forget(string key)
    {
        if (folder is not null)
        {
            File.Delete(PathOf(key));
        }
    }

    public FolderTally Tally() => folder is null ? default : FolderTally.Of(folder);

    /// <summary>Drops what is kept. Whoever took a chunk has a copy of their own.</summary>
    public FolderTally Clear() => folder is null ? default : FolderTally.Remove(folder, Pattern);

    private static ChunkFile? Read(string path, string target)
    {
        using var kept = File.OpenRead(path);
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (kept.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length
            || BinaryPrimitives.ReadInt32LittleEndian(length) is var bytes && bytes is <= 0 or > LongestLabel)
        {
            return null;
        }

        var text = new byte[bytes];
        if (kept.ReadAtLeast(text, bytes, throwOnEndOfStream: false) < bytes || LabelOf(text) is not { } label)
        {
            return null;
        }

        using (var copy = File.Create(target))
        {
            kept.CopyTo(copy);
        }

        return HashOf(target) == label.Hash ? new ChunkFile(target, label.Notes) : null;
    }

    private static ChunkLabel? LabelOf(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ChunkJson.Default.ChunkLabel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(ChunkFile made, string path)
    {
        var label = JsonSerializer.SerializeToUtf8Bytes(new ChunkLabel { Hash = HashOf(made.Path), Notes = made.Notes }, ChunkJson.Default.ChunkLabel);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, label.Length);
        using var content = File.OpenRead(made.Path);
        using var file = File.Create(path);
        file.Write(length);
        file.Write(label);
        content.CopyTo(file);
    }

    /// <summary>Where a chunk lies or would lie, for who brings one from elsewhere: as another cache keeps it, label and all.</summary>
    public string PathOf(string key) => Path.Combine(folder!, key + ".chunk");

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
