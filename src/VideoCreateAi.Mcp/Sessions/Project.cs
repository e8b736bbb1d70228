namespace VideoCreateAi.Mcp.Sessions;

/// <summary>What the user works on.</summary>
/// <param name="Backend">Key of the backend that holds it: a project stays where it was made.</param>
/// <param name="SessionId">Its session there. Internal; agents know the project by its id. Empty = the backend lost it, and the next call begins a new one.</param>
internal sealed record Project(string Id, string SessionId, string Backend, string Name, string Language, DateTimeOffset Created, DateTimeOffset Used)
{
    /// <summary>The backend's task behind it, for the link by which a person takes it over; empty when it gave none.</summary>
    public string TaskId { get; init; } = "";
}
