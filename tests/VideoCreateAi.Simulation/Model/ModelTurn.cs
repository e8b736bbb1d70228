namespace VideoCreateAi.Simulation.Model;

/// <summary>One message that the backend took, and was paid for.</summary>
internal sealed record ModelTurn(string Message, TurnKind Kind, TimeSpan At)
{
    public bool IsRunning { get; set; } = true;

    /// <summary>When it first changed the timeline; null = it did not.</summary>
    public TimeSpan? AppliedAt { get; set; }

    public bool IsCharged { get; set; }

    public bool MayApply => Kind is TurnKind.Changes or TurnKind.ChangesSilently or TurnKind.ChangesTwice;
}
