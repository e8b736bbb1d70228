using System.Runtime.InteropServices;
using VideoCreateAi.Studio.Audio.Voice;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Listens to the recordings of a timeline and tells which are silent, muted or overloaded.</summary>
internal sealed class SoundReview(IToolRunner tools)
{
    // A review is worth a moment of an export, not minutes.
    private const int MostRecordings = 12;
    private const int PieceBytes = 64 * 1024;
    private static readonly TimeSpan s_mostOfEach = TimeSpan.FromMinutes(3);

    /// <returns>One sentence for each fault.</returns>
    public async Task<IReadOnlyList<string>> ReviewAsync(
        VideoTimeline timeline, IMediaFiles media, string workFolder, CancellationToken cancellationToken)
    {
        List<string> notes = [];
        var heard = new Dictionary<(string, TimeSpan, TimeSpan), SoundLevels?>();
        foreach (var (segment, role) in timeline.SoundTracks.SelectMany(track => track.Segments.Select(segment => (segment, track.Role))))
        {
            var what = $"The {Word(role)} {Quoted(segment)}";
            if (segment.Volume <= 0)
            {
                notes.Add($"{what} has volume 0 and is not heard: raise its volume or remove it.");
            }
            else if (segment is { Source: null, Text: not null })
            {
                if (!VoiceLibrary.CanSpeak(tools))
                {
                    notes.Add($"{what} is not spoken, because no voice is installed here. {ToolLocator.Missing(MediaTool.Espeak).Message}");
                }
            }
            else if (segment.Source is { } source && await LevelsAsync(source, segment.In, segment.Out) is { } levels)
            {
                if (levels.IsSilent)
                {
                    notes.Add($"{what} is silent: check the recording or use another file.");
                }
                else if (levels.IsOverloaded)
                {
                    notes.Add($"{what} is overloaded and sounds distorted: record it again at a lower level or use another file.");
                }
            }
        }

        foreach (var track in timeline.PictureTracks)
        {
            for (var i = 0; i < track.Segments.Count; i++)
            {
                if (track.Segments[i] is { Kind: PictureKind.Video, Source: { } source, Volume: > 0 } clip
                    && await LevelsAsync(source, clip.In, clip.Out) is { IsOverloaded: true })
                {
                    notes.Add($"The sound of shot {i + 1} (\"{clip.Name}\") is overloaded and sounds distorted: mute the shot or use another take.");
                }
            }
        }

        return [.. notes.Distinct()];

        async Task<SoundLevels?> LevelsAsync(string source, TimeSpan from, TimeSpan to)
        {
            if (heard.TryGetValue((source, from, to), out var known))
            {
                return known;
            }

            return heard.Count < MostRecordings && Find(media, source) is { } file
                ? heard[(source, from, to)] = await ListenAsync(file, from, to, workFolder, cancellationToken)
                : null;
        }
    }

    private async Task<SoundLevels?> ListenAsync(
        MediaFile file, TimeSpan from, TimeSpan to, string workFolder, CancellationToken cancellationToken)
    {
        var levels = new SoundLevels();
        var length = to > from && to - from < s_mostOfEach ? to - from : s_mostOfEach;
        try
        {
            await tools.RunAsync(
                new ToolRun
                {
                    Tool = MediaTool.Ffmpeg,
                    Arguments = new FfmpegArguments()
                        .ForcedInput(file.Format.Demuxer, file.Path, InputGuards.Clip, from, length)
                        .Map("0:a:0").NoVideo()
                        .RawSoundOutput("f32le", SoundFormat.SampleRate, 2)
                        .Build(),
                    WorkFolder = workFolder,
                    Inputs = [file.Path],
                    Limits = ToolLimits.Decode,
                    Read = (stream, token) => ReadAsync(stream, levels, token),
                },
                cancellationToken);
        }
        catch (ToolFailedException)
        {
            // The mix tells of a file that cannot be read.
            return null;
        }

        return levels;
    }

    private static async Task ReadAsync(Stream stream, SoundLevels levels, CancellationToken cancellationToken)
    {
        var buffer = new byte[PieceBytes];
        int read;
        do
        {
            read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            levels.Add(MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, read / (2 * sizeof(float)) * (2 * sizeof(float)))));
        }
        while (read == buffer.Length);
    }

    private static MediaFile? Find(IMediaFiles media, string id)
    {
        try
        {
            return media.Get(id) is { } file && (file.Kind == MediaKind.Audio || file.Info.HasSound) ? file : null;
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    private static string Quoted(SoundSegment segment)
    {
        var words = segment.Name.Length > 0 ? segment.Name : segment.Text ?? segment.Mood ?? segment.Prompt ?? "";
        return $"\"{(words.Length <= 40 ? words : words[..40] + "…")}\"";
    }

    private static string Word(SoundRole role) => role switch
    {
        SoundRole.Music => "music",
        SoundRole.Voiceover => "voice-over",
        _ => "sound effect",
    };
}
