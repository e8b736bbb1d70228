namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>What the rules make of a sentence or of a part of it.</summary>
/// <param name="IsGui">It asks for the window.</param>
/// <param name="Actions">What it asks for there.</param>
/// <param name="Signs">How it is said.</param>
internal readonly record struct RuleVerdict(bool IsGui, IReadOnlyList<GuiAction> Actions, ClauseSigns Signs);
