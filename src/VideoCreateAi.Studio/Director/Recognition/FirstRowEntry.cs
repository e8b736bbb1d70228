namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A file in the row of a first message.</summary>
/// <param name="IsShared">Said of several at once.</param>
internal sealed record FirstRowEntry(string Id, TimeSpan? Length, bool IsShared);
