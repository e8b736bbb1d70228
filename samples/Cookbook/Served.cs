namespace Cookbook;

/// <summary>What came of a step: the text that an agent reads, the editor's reply, and files.</summary>
internal sealed record Served(Step Step, string Text, string? Reply, IReadOnlyList<FinishedFile> Files);
