namespace VideoCreateAi.Mcp.Sessions;

/// <summary>What one client's calls have in common: over stdio all of them, over HTTP those of one MCP session.
/// A call without a session is a conversation of its own.</summary>
/// <param name="isKept">Whether later calls belong to it too.</param>
internal sealed class Conversation(bool isKept)
{
    private string? _projectId;

    public bool IsKept => isKept;

    /// <summary>The project used last; null while there is none.</summary>
    public string? ProjectId
    {
        get => Volatile.Read(ref _projectId);
        set => Volatile.Write(ref _projectId, value);
    }

    /// <summary>Whether one of its calls began a project.</summary>
    public bool HasBegunProject { get; set; }
}
