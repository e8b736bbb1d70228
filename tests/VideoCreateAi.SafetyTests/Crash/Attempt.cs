using System.Text.Json.Nodes;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>One call of a flow, whether it was answered, and what its job was told to have become.</summary>
internal sealed record Attempt(int Number, string Tool, JsonObject Arguments)
{
    /// <summary>The operations around the disturbance; empty = there was none.</summary>
    public IReadOnlyList<string> DisturbedAt { get; set; } = [];

    /// <summary>What the call itself brought before the program was killed.</summary>
    public ToolReply? Answer { get; set; }

    /// <summary>What was said first, where the call was made once more.</summary>
    public ToolReply? Refusal { get; set; }

    public string? JobId { get; set; }

    public ToolReply? End { get; set; }

    /// <summary>What came of following the advice of a failure.</summary>
    public ToolReply? Mended { get; set; }

    public override string ToString() => $"call {Number} of {Tool}, job {JobId}, answered {Answer?.Status ?? Answer?.Text ?? "nothing"}, ended {End?.Status} {End?.Text}\ndisturbed at: {string.Join("\n  ", DisturbedAt)}";
}
