namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Asks whoever is behind a call whether credits may be spent. A model's word is none.</summary>
internal interface ISpendingConsent
{
    /// <summary>Returns when the user has agreed, or cannot be asked here at all; ends the call in every other case.</summary>
    void Ask(Spending spending);
}
