namespace VideoCreateAi.Mcp.Sessions;

/// <summary>Something that whoever looks at a project may want to look at again.</summary>
internal sealed record ProjectChange(string ProjectId, ProjectChangeKind Kind);
