namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>A sign of life from a running turn. What it says to a person is not decided here.</summary>
/// <param name="Tool">The name of the tool, with <see cref="TurnProgressKind.ToolCalled"/> and
/// <see cref="TurnProgressKind.ToolAnswered"/>.</param>
/// <param name="Text">The new piece of the answer, with <see cref="TurnProgressKind.Text"/>.</param>
internal sealed record TurnProgress(TurnProgressKind Kind, TimeSpan Elapsed, string? Tool = null, string? Text = null);
