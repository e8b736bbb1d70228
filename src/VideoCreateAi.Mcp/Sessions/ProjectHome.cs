using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Sessions;

/// <summary>Where the projects of this server are, whichever conversation asks.</summary>
internal sealed class ProjectHome(ProjectBook book, BackendClient backend)
{
    /// <summary>A backend, and on it the account of a configured token. What was made with one account is never asked for with another.</summary>
    public string BackendKey { get; } = !backend.IsAnonymous ? $"{backend.Backend.FileName}#{backend.AccountKey}" : backend.Backend.FileName;

    /// <summary>The backend no longer knows this session of the project: the next call begins a new one, with an empty timeline.</summary>
    public Task ForgetSessionAsync(Project project, CancellationToken cancellationToken) =>
        book.ExchangeSessionAsync(project with { SessionId = "", TaskId = "" }, project.SessionId, cancellationToken);
}
