namespace VideoCreateAi.Studio.Timeline;

/// <summary>How one shot gives way to the next. Kinds: fade, crossfade, wipe, slide, zoom; an unknown one is shown as a crossfade.</summary>
internal sealed record Transition(string Kind, TimeSpan Duration);
