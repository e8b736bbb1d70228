namespace VideoCreateAi.Mcp.Jobs;

internal enum ExportKind
{
    Video,

    /// <summary>The sound alone.</summary>
    Sound,

    /// <summary>One frame.</summary>
    Picture,

    /// <summary>Written here from the timeline, without a render.</summary>
    Text,
}
