namespace VideoCreateAi.TestKit.Adk;

/// <summary>What an agent server answers to one message.</summary>
/// <param name="Stream">The events' bytes; null = it fails before it begins.</param>
public sealed record AdkTurn(byte[]? Stream)
{
    /// <summary>Tracks as they stand in the text of the timeline that the turn leaves; null = it leaves it as it was.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyList<string>>? Change { get; init; }

    /// <summary>The connection ends after so many bytes of the stream.</summary>
    public int? BreaksAfter { get; init; }
}
