using System.Globalization;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Music made to order, and kept: the same order is answered from the cache.</summary>
internal sealed partial class MusicLibrary(SoundCache cache, ScorePlayer player, Mastering mastering, ILogger<MusicLibrary> logger)
{
    /// <summary>Writes the music as a 48 kHz stereo 16-bit WAV, at most <see cref="MusicComposer.LongestPiece"/> long.</summary>
    /// <param name="workFolder">For the file and for what is needed on the way: a folder for each piece, the caller's to clean up.</param>
    /// <returns>The path of the file.</returns>
    public async Task<string> MakeAsync(MusicRequest request, string workFolder, CancellationToken cancellationToken)
    {
        var name = $"music-{KeyOf(request)}.wav";
        var taken = Path.Combine(workFolder, "music.wav");
        if (cache.TryTake(name, taken))
        {
            return taken;
        }

        var score = MusicComposer.Compose(request);
        var played = await player.PlayAsync(score, workFolder, cancellationToken);
        var made = await mastering.MasterAsync(score, played, workFolder, cancellationToken);
        cache.Keep(made, name);
        LogComposed(score.Style, score.Tempo, score.Duration);
        return made;
    }

    /// <summary>The same for the same sound, to the bit.</summary>
    public string KeyOf(MusicRequest request) => SoundKey.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{MusicComposer.Version}|{Mastering.Version}|{MoodWords.StyleFor(request.Mood).Name}|{request.Seed}|{request.Tempo}|{MusicComposer.Clamp(request.Duration).Ticks}|{player.Instrument}"));

    public FolderTally Tally() => cache.Tally();

    /// <summary>Drops what is kept, of spoken words and mixes too. Whoever was given a piece has a copy of their own.</summary>
    public FolderTally Clear() => cache.Clear();

    [LoggerMessage(Level = LogLevel.Information, Message = "Composed {Style} music at {Tempo:0.0} bpm, {Duration} long.")]
    private partial void LogComposed(string style, double tempo, TimeSpan duration);
}
