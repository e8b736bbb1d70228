using VideoCreateAi.Studio.Audio.Voice;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>Has the texts of a timeline spoken once before it is saved, so that pictures and captions can be laid by the voice.</summary>
internal sealed class VoiceRehearsal(VoiceLibrary voices, StudioOptions options)
{
    /// <summary>What is known before anything is spoken.</summary>
    public Narrator Begin() => new(voices.IsReady, ToolLocator.Missing(MediaTool.Espeak).Message, new Dictionary<string, SpokenText>());

    /// <summary>The same with all that this timeline says.</summary>
    /// <returns>Null when there is nothing new to be heard.</returns>
    public async Task<Narrator?> HearAsync(Narrator known, VideoTimeline timeline, CancellationToken cancellationToken)
    {
        var texts = timeline.SoundTracks.SelectMany(track => track.Segments)
            .Where(segment => segment is { Source: null, Text: not null } && !known.Spoken.ContainsKey(segment.Text))
            .DistinctBy(segment => segment.Text)
            .ToList();
        if (texts.Count == 0 || !known.IsThere)
        {
            return null;
        }

        var spoken = new Dictionary<string, SpokenText>(known.Spoken);
        foreach (var segment in texts)
        {
            var folder = Directory.CreateDirectory(Path.Combine(options.ScratchFolder, $"voice-{Guid.NewGuid():N}")).FullName;
            try
            {
                if (await voices.SpeakAsync(segment.Text!, segment.Voice, folder, cancellationToken) is { } speech)
                {
                    spoken[segment.Text!] = new SpokenText(speech.Duration, speech.Words);
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return spoken.Count > known.Spoken.Count ? known with { Spoken = spoken } : null;
    }
}
