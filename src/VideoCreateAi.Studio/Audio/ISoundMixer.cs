using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Makes the one sound track of a video out of music, clips' own sound and the rest.</summary>
internal interface ISoundMixer
{
    /// <summary>Writes a 48 kHz stereo 16-bit WAV exactly as long as <paramref name="duration"/> into <paramref name="workFolder"/>.</summary>
    /// <returns>Its path, or null when the timeline has no sound at all.</returns>
    Task<string?> MixAsync(
        VideoTimeline timeline, TimeSpan duration, IMediaFiles media, string workFolder, CancellationToken cancellationToken);
}
