using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Music made to order, and kept: the same order is answered from the cache.</summary>
internal sealed partial class MusicLibrary(
    IOptions<AudioOptions> options, ScorePlayer player, Mastering mastering, TimeProvider clock, ILogger<MusicLibrary> logger)
{
    private const string Pattern = "music-*.wav";

    private readonly AudioOptions _options = options.Value;

    private readonly Lock _publishing = new();

    /// <summary>Writes the music as a 48 kHz stereo 16-bit WAV, at most <see cref="MusicComposer.LongestPiece"/> long.</summary>
    /// <param name="workFolder">For the file and for what is needed on the way: a folder for each piece, the caller's to clean up.</param>
    /// <returns>The path of the file.</returns>
    public async Task<string> MakeAsync(MusicRequest request, string workFolder, CancellationToken cancellationToken)
    {
        var score = MusicComposer.Compose(request);
        var kept = Path.Combine(_options.CacheFolder, $"music-{KeyOf(score, request)}.wav");
        var taken = Path.Combine(workFolder, "music.wav");
        if (TryTake(kept, taken))
        {
            return taken;
        }

        var played = await player.PlayAsync(score, workFolder, cancellationToken);
        var made = await mastering.MasterAsync(score, played, workFolder, cancellationToken);
        Publish(made, kept);
        LogComposed(score.Style, score.Tempo, score.Duration);
        return made;
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

    private string KeyOf(Score score, MusicRequest request)
    {
        var identity = string.Create(
            CultureInfo.InvariantCulture,
            $"{MusicComposer.Version}|{score.Style}|{request.Seed}|{request.Tempo}|{score.Duration.Ticks}|{player.Instrument}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32];
    }

    // A copy: the cache may drop the file while a long render still reads it.
    private bool TryTake(string kept, string target)
    {
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

    private void Publish(string made, string kept)
    {
        var folder = Directory.CreateDirectory(_options.CacheFolder);
        var half = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.part");
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Composed {Style} music at {Tempo:0.0} bpm, {Duration} long.")]
    private partial void LogComposed(string style, double tempo, TimeSpan duration);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Composed music could not be kept: {Reason}.")]
    private partial void LogNotKept(string reason);
}
