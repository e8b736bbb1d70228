namespace VideoCreateAi.Mcp.Gateway;

/// <summary>What a call is about, which decides what "not found" means, what may have been charged, and whether a new
/// account may make it.</summary>
internal enum CallScope
{
    /// <summary>Nothing that exists already.</summary>
    Account,

    /// <summary>One project's session.</summary>
    Session,

    /// <summary>One project's session, in a call that may cost credits.</summary>
    Turn,

    /// <summary>One render.</summary>
    Render,

    /// <summary>A link to one project for a person. Many backends make none.</summary>
    Link,
}
