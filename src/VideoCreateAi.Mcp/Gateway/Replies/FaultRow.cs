namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>One kind of refusal and what the user is told about it.</summary>
/// <param name="Applies">Whether the row is about this refusal.</param>
/// <param name="Fault">The reaction.</param>
/// <param name="Message">What happened, whether it cost anything, and the next step.</param>
internal sealed record FaultRow(
    Func<Refusal, FaultContext, bool> Applies, BackendFault Fault, Func<Refusal, FaultContext, string> Message);
