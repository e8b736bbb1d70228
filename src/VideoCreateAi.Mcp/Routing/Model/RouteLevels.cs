namespace VideoCreateAi.Mcp.Routing.Model;

/// <summary>How sure the model must be, in log odds. Chosen on the training data by cross-validation.</summary>
internal sealed record RouteLevels
{
    public static RouteLevels Default { get; } = new();

    /// <summary>What the word of the rules counts.</summary>
    public float Trust { get; init; } = 0.4f;

    /// <summary>To add an intent to the likeliest one.</summary>
    public float Add { get; init; } = 0.5f;

    /// <summary>The same where one clause asks for it alone: of the message,</summary>
    public float Maybe { get; init; } = -0.5f;

    /// <summary>and of that clause.</summary>
    public float PartAdd { get; init; } = 1f;

    /// <summary>The same where the rules name it beside others.</summary>
    public float AddToRules { get; init; } = -1f;

    /// <summary>How much surer where there is but one clause.</summary>
    public float Alone { get; init; } = 0.5f;

    /// <summary>How much surer beside several that the rules name.</summary>
    public float Beside { get; init; } = 0.5f;
}
