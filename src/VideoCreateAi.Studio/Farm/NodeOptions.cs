namespace VideoCreateAi.Studio.Farm;

/// <summary>This node among the others.</summary>
/// <param name="Id">Unique; its name in logs, in rows and to the job engine.</param>
/// <param name="Slots">Renders or parts at once. 0 = it renders nothing.</param>
internal sealed record NodeOptions(string Id, int Slots)
{
    /// <summary>How long a worker takes nothing after its own disk or programs failed.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Parts of one user in the queue at once, while no worker is known.</summary>
    public const int LeastParts = 2;
}
