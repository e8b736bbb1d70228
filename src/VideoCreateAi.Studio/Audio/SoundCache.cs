using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Keeps sound that was made once: music, spoken words, whole mixes. What was not used for the longest time goes first.</summary>
internal sealed partial class SoundCache(IOptions<AudioOptions> options, TimeProvider clock, ILogger<SoundCache> logger)
{
    private const string Pattern = "*-*.*";

    private readonly AudioOptions _options = options.Value;

    private readonly Lock _publishing = new();

    // A copy: the cache may drop the file while a long render still reads it.
    public bool TryTake(string name, string target)
    {
        var kept = Path.Combine(_options.CacheFolder, name);
        lock (_publishing)
        {
            if (!File.Exists(kept))
            {
                return false;
            }

            File.Copy(kept, target, overwrite: true);
            File.SetLastWriteTimeUtc(kept, clock.GetUtcNow().UtcDateTime);
            return true;
        }
    }

    public void Keep(string made, string name)
    {
        var folder = Directory.CreateDirectory(_options.CacheFolder);
        var half = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.part");
        var kept = Path.Combine(folder.FullName, name);
        try
        {
            File.Copy(made, half);
            lock (_publishing)
            {
                File.Move(half, kept, overwrite: true);
                File.SetLastWriteTimeUtc(kept, clock.GetUtcNow().UtcDateTime);
                LeastRecentlyUsed.Trim(folder.FullName, Pattern, _options.CacheBytes, kept);
            }
        }
        catch (IOException failure)
        {
            // A full disk costs the cache, not the video.
            LogNotKept(failure.GetType().Name);
            File.Delete(half);
        }
    }

    public FolderTally Tally() => FolderTally.Of(_options.CacheFolder);

    /// <summary>Drops what is kept. Whoever was given a piece has a copy of their own.</summary>
    public FolderTally Clear()
    {
        lock (_publishing)
        {
            return FolderTally.Remove(_options.CacheFolder, Pattern);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sound could not be kept: {Reason}.")]
    private partial void LogNotKept(string reason);
}
