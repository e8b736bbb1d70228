namespace VideoCreateAi.Studio.Checkup;

/// <summary>What one check of the machine came to.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Detail">One line for a person.</param>
/// <param name="Mend">What mends it, where installing something would not.</param>
public sealed record Finding(string Name, FindingState State, string Detail, string? Mend = null);
