using System.Security.Cryptography;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Sessions;

/// <summary>Which project a call means: the one it names, else the one that its conversation used last, else a new one.</summary>
internal sealed class ProjectSessions(ProjectBook book, ProjectHome home, BackendClient backend, Conversation conversation, TimeProvider clock) : IDisposable
{
    /// <summary>In place of an id: begin another project.</summary>
    public const string NewProject = "new";

    /// <summary>What a project is called until its first words.</summary>
    public const string Nameless = "Untitled";

    private const int LongestName = 60;

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>For calls that may begin a project.</summary>
    /// <param name="projectId">An id, <see cref="NewProject"/>, or null for the session's own.</param>
    /// <param name="firstMessage">Names a new project and tells its language; null = no words were given.</param>
    public async Task<Project> OpenAsync(string? projectId, string? firstMessage, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return (projectId == NewProject ? null : await KnownAsync(projectId, cancellationToken)) is { } known
                ? await NamedAsync(known, firstMessage, cancellationToken)
                : await CreateAsync(firstMessage, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Begins a project of this name with nothing in it; the backend hears of it at its first use.</summary>
    public async Task<Project> BeginAsync(string? name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var project = new Project(NewId(), SessionId: "", BackendKey, NameFrom(name), MessageLanguage.Of(name), now, now);
        await book.AddAsync(project, cancellationToken);
        conversation.ProjectId = project.Id;
        conversation.HasBegunProject = true;
        return project;
    }

    /// <summary>Gives a project another name.</summary>
    public async Task<Project> RenameAsync(Project project, string name, CancellationToken cancellationToken)
    {
        var renamed = project with { Name = NameFrom(name) };
        await book.RenameAsync(renamed.Id, renamed.Name, cancellationToken);
        return renamed;
    }

    /// <summary>The project is gone: the conversation has none until it begins or opens another.</summary>
    public void LetGo(string projectId)
    {
        if (CurrentId == projectId)
        {
            conversation.ProjectId = null;
        }
    }

    /// <summary>A project of this backend and account, without making it the conversation's or its backend session anew.</summary>
    public async Task<Project> LookUpAsync(string projectId, CancellationToken cancellationToken)
    {
        var project = await book.FindAsync(projectId, cancellationToken) ?? throw new ToolRefusedException(
            "project_not_found", "There is no project with that project_id. Call list_projects for the ids that exist.");
        return project.Backend == BackendKey ? project : throw new ToolRefusedException(
            "project_on_other_backend",
            project.Backend.Split('#')[0] == backend.Backend.FileName
                ? $"That project was made with another account of {backend.Backend.Name}. Start the server with that account's NEMO_TOKEN, or begin a new project."
                : $"That project was made with another backend ({project.Backend.Split('#')[0]}); this server uses {backend.Backend.Name}. Start the server with that backend, or begin a new project.");
    }

    /// <summary>For calls that only make sense on a project that is there.</summary>
    public async Task<Project> FindAsync(string? projectId, CancellationToken cancellationToken) =>
        await KnownAsync(projectId, cancellationToken) ?? throw (conversation.IsKept
            ? new ToolRefusedException(
                "no_project",
                "No project has been begun in this conversation. Call create_video with a description and files, or list_projects to find an earlier one and pass its project_id.")
            : new ToolRefusedException(
                "project_id_required",
                "This connection has no session that would remember the project, so project_id is required after the first call. Pass the project_id that the first call returned, or call list_projects for the ids that exist."));

    /// <summary>As <see cref="ProjectHome.ForgetSessionAsync"/>, of the project that the conversation used last.</summary>
    public async Task ForgetCurrentSessionAsync(CancellationToken cancellationToken)
    {
        if (CurrentId is { } id && await book.FindAsync(id, cancellationToken) is { } project)
        {
            await home.ForgetSessionAsync(project, cancellationToken);
        }
    }

    /// <summary>The conversation's project, or null while it has none.</summary>
    public string? CurrentId => conversation.ProjectId;

    /// <inheritdoc cref="ProjectHome.BackendKey"/>
    public string BackendKey => home.BackendKey;

    public void Dispose() => _gate.Dispose();

    private async Task<Project?> KnownAsync(string? projectId, CancellationToken cancellationToken)
    {
        if ((projectId ?? CurrentId) is not { } id)
        {
            return null;
        }

        if (projectId is null && await book.FindAsync(id, cancellationToken) is null)
        {
            // It was deleted in another window.
            LetGo(id);
            return null;
        }

        var project = await LookUpAsync(id, cancellationToken);
        await book.TouchAsync(id, cancellationToken);
        conversation.ProjectId = id;
        return project.SessionId.Length > 0 ? project : await RenewAsync(project, cancellationToken);
    }

    /// <summary>A project that was begun without words, such as by files alone, is named by the first that come.</summary>
    private async Task<Project> NamedAsync(Project project, string? firstMessage, CancellationToken cancellationToken) =>
        project.Name == Nameless && NameFrom(firstMessage) is var name and not Nameless ? await RenameAsync(project, name, cancellationToken) : project;

    private async Task<Project> RenewAsync(Project project, CancellationToken cancellationToken)
    {
        var session = await backend.CreateSessionAsync(project.Language, cancellationToken);
        var renewed = project with { SessionId = session.SessionId, TaskId = session.TaskId };

        // Where another process was faster its session counts, and ours stays empty.
        return await book.ExchangeSessionAsync(renewed, known: "", cancellationToken)
            ? renewed
            : await book.FindAsync(project.Id, cancellationToken) ?? renewed;
    }

    private async Task<Project> CreateAsync(string? firstMessage, CancellationToken cancellationToken)
    {
        var language = MessageLanguage.Of(firstMessage);
        var session = await backend.CreateSessionAsync(language, cancellationToken);
        var now = clock.GetUtcNow();
        var project = new Project(
            NewId(), session.SessionId, BackendKey, NameFrom(firstMessage), language, now, now)
        {
            TaskId = session.TaskId,
        };
        await book.AddAsync(project, cancellationToken);
        conversation.ProjectId = project.Id;
        conversation.HasBegunProject = true;
        return project;
    }

    private static string NewId() => "prj_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));

    public static string NameFrom(string? message)
    {
        var line = (message ?? "").AsSpan().Trim();
        if (line.IndexOfAny('\r', '\n') is var end and >= 0)
        {
            line = line[..end];
        }

        return line.Length switch
        {
            0 => Nameless,
            <= LongestName => line.ToString(),

            // Not through the middle of a letter that takes two places.
            _ => string.Concat(line[..(LongestName - (char.IsHighSurrogate(line[LongestName - 2]) ? 2 : 1))], "…"),
        };
    }
}
