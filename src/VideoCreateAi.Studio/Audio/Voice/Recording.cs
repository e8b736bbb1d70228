using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Words as a speaker spoke them, not yet polished.</summary>
/// <param name="Words">Times from the start of the file.</param>
internal sealed record Recording(string Path, IReadOnlyList<TimedWord> Words);
