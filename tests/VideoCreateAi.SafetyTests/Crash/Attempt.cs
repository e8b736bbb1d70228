using System.Text.Json.Nodes;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>One call of a flow, whether it was answered, and what its job was told to have become.</summary>
internal sealed record Attempt(int Number, string Tool, JsonObject Arguments)
{
    /// <summary>The last operations before the program was killed; empty = it was not.</summary>
    public IReadOnlyList<string> KilledAfter { get; set; } = [];

    /// <summary>What the call itself brought before the program was killed.</summary>
    public ToolReply? Answer { get; set; }

    public string? JobId { get; set; }

    public ToolReply? End { get; set; }

    public override string ToString() => $"call {Number} of {Tool}, job {JobId}, answered {Answer?.Status ?? "nothing"}, ended {End?.Status} {End?.Text}\nkilled before: {string.Join("\n  ", KilledAfter)}";
}
