namespace VideoCreateAi.SafetyTests.Browser;

/// <param name="Base">Address without a path.</param>
/// <param name="Kind">mcp, studio, drain or decoy.</param>
internal sealed record AttackTarget(string Base, string Kind);
