namespace VideoCreateAi.Mcp.Jobs;

/// <summary>How a step of a project came about. Kept by name in the ledger.</summary>
internal enum HistoryStepKind
{
    /// <summary>A message to the editor changed the timeline.</summary>
    Edited,

    /// <summary>The timeline was found different from every step: something else had changed it.</summary>
    Found,

    /// <summary>An earlier step became the backend's timeline again.</summary>
    Restored,

    /// <summary>An earlier step was chosen for export; the backend's own timeline stayed as it was.</summary>
    Chosen,
}
