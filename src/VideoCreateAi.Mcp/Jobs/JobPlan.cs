namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a job is to do, in this order: restore, upload, one message to the backend, credits, export. Kept in the ledger.</summary>
internal sealed record JobPlan
{
    /// <summary>The step of the project's history to go to; null = none.</summary>
    public int? Restore { get; init; }

    /// <summary>How many files and addresses are uploaded first.</summary>
    public int Uploads { get; init; }

    /// <summary>The message for the backend; null = no edit.</summary>
    public string? Message { get; init; }

    /// <summary>Exact edits as JSON, in place of the message's words; null = the message is read. For the studio alone.</summary>
    public string? Operations { get; init; }

    /// <summary>The timeline is emptied first, and of the files only those of this plan are used.</summary>
    public bool StartsOver { get; init; }

    /// <summary>The balance is asked for.</summary>
    public bool Credits { get; init; }

    /// <summary>What is on the timeline is asked for.</summary>
    public bool State { get; init; }

    /// <summary>Null = no export.</summary>
    public ExportRequest? Export { get; init; }
}
