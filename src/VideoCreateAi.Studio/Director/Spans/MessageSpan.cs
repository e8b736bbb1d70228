namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>A part of a message that is no instruction.</summary>
/// <param name="IsContent">To be shown or spoken; otherwise a remark.</param>
/// <param name="From">Its first sign; <paramref name="To"/>, the sign behind its last.</param>
/// <param name="Sureness">0 to 1: how likely its least likely word belongs to it.</param>
internal readonly record struct MessageSpan(bool IsContent, int From, int To, float Sureness);
