namespace VideoCreateAi.Simulation.Model;

/// <summary>One render, known by the id that the client chose.</summary>
internal sealed record ModelRender(string Id, string Session, TimeSpan At, byte[] Content)
{
    public TimeSpan KnownFrom { get; init; }

    public TimeSpan EndsAt { get; init; }

    public bool Fails { get; init; }

    public int Submits { get; set; } = 1;

    public bool IsCancelled { get; set; }
}
