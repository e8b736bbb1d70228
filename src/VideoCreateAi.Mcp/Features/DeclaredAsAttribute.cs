namespace VideoCreateAi.Mcp.Features;

/// <summary>An argument that comes as bare JSON, and is declared as a list of these: whoever reads it tells all that is wrong with it,
/// not only the first thing.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class DeclaredAsAttribute(Type item) : Attribute
{
    public Type Item { get; } = item;
}
