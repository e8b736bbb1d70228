using System.Text.Json.Nodes;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A call that is about to be made.</summary>
/// <param name="EndAsync">Judges what became of it, whatever it was answered (null = nothing), and brings it to its end.</param>
internal sealed record BegunChange(JsonObject Arguments, Func<ToolReply?, Task> EndAsync);
