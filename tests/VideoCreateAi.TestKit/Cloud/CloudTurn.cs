namespace VideoCreateAi.TestKit.Cloud;

/// <summary>What a scripted cloud answers to one message.</summary>
/// <param name="Cost">Credits: reserved at the beginning, spent at the end.</param>
public sealed record CloudTurn(int Cost, params IReadOnlyList<CloudStep> Steps);
