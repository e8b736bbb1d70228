namespace VideoCreateAi.Mcp.Features;

/// <summary>Fields of the report that results of this tool never have: its schema does not tell of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeverReportsAttribute(params string[] fields) : Attribute
{
    public IReadOnlyList<string> Fields { get; } = fields;
}
