namespace VideoCreateAi.Mcp.Translation;

/// <summary>What a part of a sentence is to its reader.</summary>
internal enum Standing
{
    Content,

    /// <summary>Asks for the backend's window.</summary>
    Gui,

    /// <summary>"If you like it": stays or goes with what follows.</summary>
    Glue,

    /// <summary>"which is blue", "because it is loud": cannot stand alone; stays or goes with what it leans on.</summary>
    Tail,
}
