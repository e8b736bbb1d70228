namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Who works on jobs, and whether they still do.</summary>
internal interface IJobOwners
{
    /// <summary>This one's name.</summary>
    string Current { get; }

    /// <summary>Whether this one goes on with what others left. One that may change nothing only looks.</summary>
    bool TakesOver => true;

    bool IsAlive(string owner);
}
