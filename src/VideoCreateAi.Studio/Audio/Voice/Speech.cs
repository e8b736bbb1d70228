using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Spoken words, ready for the mix.</summary>
/// <param name="Path">A 48 kHz stereo 16-bit WAV.</param>
/// <param name="Key">The same for the same sound.</param>
/// <param name="Words">Times from its start.</param>
internal sealed record Speech(string Path, string Key, TimeSpan Duration, IReadOnlyList<TimedWord> Words);
