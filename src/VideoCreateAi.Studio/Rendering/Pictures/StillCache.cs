using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Small decoded pictures, kept between previews: after an edit only what changed is decoded again.</summary>
/// <param name="folder">Null = nothing is kept.</param>
internal sealed class StillCache(string? folder, TimeProvider clock, long mostBytes = 300_000_000)
{
    // Larger ones are not worth their place: they are seldom asked for twice.
    private const int MostPixels = 2_500_000;
    private const int WritesBetweenSweeps = 64;
    private const int FormatVersion = 1;
    private const string Ending = ".yuv";

    private readonly Lock _sweeping = new();
    private int _writes;

    public bool IsKeeping => folder is not null;

    /// <summary>Whether a picture without alpha is kept.</summary>
    public bool Has(string identity, int width, int height) => folder is not null && PathOf(identity, width, height, hasAlpha: false) is { } path && File.Exists(path);

    /// <param name="identity">All that the picture depends on.</param>
    public bool TryRead(string identity, PlanarPicture picture)
    {
        if (folder is null || PathOf(identity, picture) is not { } path || !File.Exists(path))
        {
            return false;
        }

        try
        {
            using var file = File.OpenRead(path);
            if (file.Length != Length(picture))
            {
                return false;
            }

            file.ReadExactly(picture.Frame.Span);
            if (picture.Alpha is { } alpha)
            {
                file.ReadExactly(alpha.AsSpan(0, picture.Width * picture.Height));
            }

            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Swept away by another preview, or half on a full disk: it is decoded again.
            return false;
        }
    }

    public void Write(string identity, PlanarPicture picture)
    {
        if (folder is null || PathOf(identity, picture) is not { } path)
        {
            return;
        }

        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = File.Create(part))
            {
                file.Write(picture.Frame.Span);
                if (picture.Alpha is { } alpha)
                {
                    file.Write(alpha.AsSpan(0, picture.Width * picture.Height));
                }
            }

            File.Move(part, path, overwrite: true);
            if (Interlocked.Increment(ref _writes) % WritesBetweenSweeps == 1)
            {
                DropOldest();
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk costs the cache, not the preview.
            File.Delete(part);
        }
    }

    public FolderTally Tally() => folder is null ? default : FolderTally.Of(folder);

    /// <summary>Drops what is kept: who looks for a picture that is gone decodes it again.</summary>
    public FolderTally Clear()
    {
        lock (_sweeping)
        {
            return folder is null ? default : FolderTally.Remove(folder, "*" + Ending);
        }
    }

    private void DropOldest()
    {
        lock (_sweeping)
        {
            LeastRecentlyUsed.Trim(folder!, "*", mostBytes);
        }
    }

    private string? PathOf(string identity, PlanarPicture picture) => PathOf(identity, picture.Width, picture.Height, picture.Alpha is not null);

    private string? PathOf(string identity, int width, int height, bool hasAlpha)
    {
        if (width * height > MostPixels)
        {
            return null;
        }

        var whole = FormattableString.Invariant($"{FormatVersion}|{identity}|{width}x{height}|{hasAlpha}");
        return Path.Combine(folder!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, 16)) + Ending);
    }

    private static long Length(PlanarPicture picture) => picture.FrameBytes + (picture.Alpha is null ? 0 : picture.Width * picture.Height);
}
