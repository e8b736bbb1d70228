namespace VideoCreateAi.Mcp.Routing;

/// <summary>A file or address in a message.</summary>
internal readonly record struct FileMention(int Start, int End, MentionKind Kind, string Text);
