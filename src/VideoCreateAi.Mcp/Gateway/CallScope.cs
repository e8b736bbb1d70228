namespace VideoCreateAi.Mcp.Gateway;

/// <summary>What a call is about, which decides what "not found" means and whether a new account may make it.</summary>
internal enum CallScope
{
    /// <summary>Nothing that exists already.</summary>
    Account,

    /// <summary>One project's session.</summary>
    Session,

    /// <summary>One render.</summary>
    Render,
}
