namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>One instrument of a score.</summary>
internal sealed record Part
{
    public required PartKind Kind { get; init; }

    /// <summary>General MIDI program, 0-based; of a drum part the kit.</summary>
    public required int Program { get; init; }

    /// <summary>0 to 1.</summary>
    public double Level { get; init; } = 0.8;

    /// <summary>−1 (left) to 1 (right).</summary>
    public double Pan { get; init; }

    /// <summary>0 to 1, the share that goes into the room.</summary>
    public double Reverb { get; init; } = 0.35;

    public double Chorus { get; init; }

    /// <summary>In order of start.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    public IReadOnlyList<ExpressionPoint> Expression { get; init; } = [];
}
