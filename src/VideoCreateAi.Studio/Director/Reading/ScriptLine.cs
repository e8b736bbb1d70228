using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A line of captions or a storyboard, with its time where one is written.</summary>
internal sealed record ScriptLine(string Text, TimeRange? Range);
