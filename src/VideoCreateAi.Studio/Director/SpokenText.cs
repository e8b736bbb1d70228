using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>A text as the voice speaks it.</summary>
/// <param name="Words">Times from its start.</param>
internal sealed record SpokenText(TimeSpan Duration, IReadOnlyList<TimedWord> Words);
