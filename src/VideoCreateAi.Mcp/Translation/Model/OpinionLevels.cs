namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>How sure the model must be, in log odds. Chosen on the training data by cross-validation: a false alarm harms more than an instruction left standing.</summary>
internal sealed record OpinionLevels
{
    public static OpinionLevels Default { get; } = new();

    /// <summary>To call a sentence one of the window where the rules do not.</summary>
    public float Drop { get; init; } = 1.2f;

    /// <summary>The same right after one.</summary>
    public float DropNext { get; init; } = 0.6f;

    /// <summary>To let stand what the rules would drop: below this.</summary>
    public float Keep { get; init; } = -1.5f;

    /// <summary><see cref="Drop"/> for a part of a sentence.</summary>
    public float PartDrop { get; init; } = 1f;

    /// <summary>The same where the rules know another part of the sentence as the one to drop.</summary>
    public float PartDropBesideRules { get; init; } = 3f;

    /// <summary><see cref="Keep"/> for a part of a sentence.</summary>
    public float PartKeep { get; init; } = -1.5f;

    /// <summary>To add an action to the first.</summary>
    public float Add { get; init; } = 1f;

    /// <summary>The same where the rules have named theirs, or said that the sentence is but a step of the one before.</summary>
    public float AddToRules { get; init; } = 2f;

    /// <summary>To doubt an action that the rules name: below this.</summary>
    public float Doubt { get; init; } = -2f;

    /// <summary>To add an action that one part asks for: of the sentence,</summary>
    public float Maybe { get; init; } = -0.5f;

    /// <summary>and of that part.</summary>
    public float PartAdd { get; init; } = 1f;
}
