using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>One call that makes a job, each time about something of its own.</summary>
/// <param name="Arguments">Of the call with this number, on a project that is there for calls that need one.</param>
internal sealed record Flow(string Tool, Func<PaidStage, int, string, JsonObject> Arguments)
{
    /// <summary>A project, an upload, a paid edit, and its export.</summary>
    public static Flow Making { get; } = new("create_video", (stage, number, _) => new JsonObject
    {
        ["project_id"] = "new",
        ["text"] = $"{Words(number)} and export it",
        ["files"] = new JsonArray(stage.Picture(Name(number))),
    });

    /// <summary>A render and its download, again of the same timeline.</summary>
    public static Flow Exporting { get; } = new("export_video", (_, number, project) => new JsonObject
    {
        ["project_id"] = project,
        ["name"] = $"film {number}",
    });

    /// <summary>A paid edit in a project of its own.</summary>
    public static Flow Editing { get; } = new("create_video", (_, number, _) => new JsonObject { ["project_id"] = "new", ["text"] = Words(number) });

    /// <summary>Whether each call needs a project that no other one works on: one edit at a time is made in each.</summary>
    public bool IsAlone { get; private init; }

    /// <summary>A paid edit of a project that is there, and nothing else.</summary>
    public static Flow Changing { get; } = new("edit_video", (_, number, project) => new JsonObject
    {
        ["project_id"] = project,
        ["message"] = $"add a title to it and {Words(number)}",
    }) { IsAlone = true };

    public static Flow Named(string name) => name switch
    {
        nameof(Making) => Making,
        nameof(Exporting) => Exporting,
        nameof(Changing) => Changing,
        _ => Editing,
    };

    /// <summary>Whether a call with these arguments sends a message to the backend.</summary>
    public static bool Sends(JsonObject arguments) => arguments.ContainsKey("text") || arguments.ContainsKey("message");

    /// <summary>What the message of a call says.</summary>
    public static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"make a 4-second vertical promo of scene {number} at dusk");

    /// <summary>The name of the picture that a call hands over.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"picture-{number}.png");
}
