using System.Text.Json;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>What the director knows when a message comes in.</summary>
/// <param name="Current">Null while nothing is on the timeline.</param>
/// <param name="Assets">In order of upload.</param>
/// <param name="Previous">The timelines before the current one, newest first: what "undo" goes back to.
/// An entry is null where there was no timeline yet.</param>
internal sealed record TurnInput(
    string Message,
    VideoTimeline? Current,
    IReadOnlyList<Asset> Assets,
    IReadOnlyList<VideoTimeline?> Previous)
{
    /// <summary>By a mood's words. Null = no music is fitted to the pictures.</summary>
    public Func<string?, TempoBand>? Tempi { get; init; }

    /// <summary>The timelines that "undo" took back and nothing has replaced since, the one that comes back first in front: what "redo" goes to.</summary>
    public IReadOnlyList<VideoTimeline?> Undone { get; init; } = [];

    /// <summary>What the user saved of the look of all videos; null = nothing.</summary>
    public BrandKit? Brand { get; init; }

    /// <summary>The brand's logo where it is no file of this project; null = it is, or there is none.</summary>
    public Asset? BrandLogo { get; init; }

    /// <summary>Exact edits in place of words: the message is then only what the step is called. Null = the message is to be read.</summary>
    public JsonElement? Operations { get; init; }

    /// <summary>The code of the language of the messages before, for a message too short to tell; null where unknown.</summary>
    public string? LastLanguage { get; init; }

    /// <summary>Null = whether there is a voice is not known; lengths of spoken texts are then guessed.</summary>
    public Narrator? Narrator { get; init; }
}
