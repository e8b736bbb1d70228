namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Music to be composed.</summary>
/// <param name="Mood">Free words; null or unknown ones = a pleasant promo.</param>
/// <param name="Tempo">Beats per minute; kept exactly. Null = the style's own.</param>
internal sealed record MusicRequest(string? Mood, long Seed, double? Tempo, TimeSpan Duration);
