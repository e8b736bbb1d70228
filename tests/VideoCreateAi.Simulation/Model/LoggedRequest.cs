using VideoCreateAi.Simulation.Clients;

namespace VideoCreateAi.Simulation.Model;

/// <summary>A request as the backend's side sees it.</summary>
/// <param name="Id">The session or render that its path names, empty when it names none.</param>
internal sealed record LoggedRequest(int Number, TimeSpan At, SimulatedProcess Process, RequestKind Kind, string Id)
{
    public string? Token { get; init; }

    public string? ClientId { get; init; }

    public long? RangeFrom { get; init; }

    public string? IfRange { get; init; }

    /// <summary>Set once its bytes may have left the client.</summary>
    public bool HasLeft { get; set; }

    public byte[] Body { get; set; } = [];

    public override string ToString() => $"#{Number} {Kind} {Id}";
}
