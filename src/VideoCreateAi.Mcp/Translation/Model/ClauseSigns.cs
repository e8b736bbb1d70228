namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>How a part of a sentence is said.</summary>
[Flags]
internal enum ClauseSigns
{
    None = 0,
    Instructs = 1 << 0,
    Addressed = 1 << 1,
    Conditional = 1 << 2,
    Negated = 1 << 3,
    Did = 1 << 4,
    Pictured = 1 << 5,
    Leans = 1 << 6,
    Asks = 1 << 7,
    Operates = 1 << 8,
    Meant = 1 << 9,
}
