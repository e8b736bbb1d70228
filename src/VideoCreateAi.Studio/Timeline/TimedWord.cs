namespace VideoCreateAi.Studio.Timeline;

internal sealed record TimedWord(TimeSpan Start, TimeSpan End, string Text);
