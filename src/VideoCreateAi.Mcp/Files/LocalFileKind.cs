namespace VideoCreateAi.Mcp.Files;

internal enum LocalFileKind
{
    /// <summary>A video, picture or sound: goes to the backend.</summary>
    Media,

    /// <summary>A script or captions: read here, never uploaded.</summary>
    Text,
}
