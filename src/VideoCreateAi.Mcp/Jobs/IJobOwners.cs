namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Who works on jobs, and whether they still do.</summary>
internal interface IJobOwners
{
    /// <summary>This one's name.</summary>
    string Current { get; }

    bool IsAlive(string owner);
}
