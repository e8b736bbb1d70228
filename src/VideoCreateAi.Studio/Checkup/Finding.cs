namespace VideoCreateAi.Studio.Checkup;

/// <summary>What one check of the machine came to.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Detail">One line for a person.</param>
public sealed record Finding(string Name, FindingState State, string Detail);
