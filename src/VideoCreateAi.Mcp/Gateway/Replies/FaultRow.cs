namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>One kind of refusal and what the user is told about it.</summary>
/// <param name="Applies">Whether the row is about this refusal.</param>
/// <param name="Fault">The reaction.</param>
/// <param name="What">What happened.</param>
/// <param name="Certain">What was done and charged, unless work had begun: then nobody here knows.</param>
/// <param name="Next">What to do now.</param>
internal sealed record FaultRow(
    Func<Refusal, FaultContext, bool> Applies,
    BackendFault Fault,
    Func<Refusal, FaultContext, string> What,
    Func<FaultContext, string> Certain,
    Func<Refusal, FaultContext, string> Next);
