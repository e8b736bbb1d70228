namespace VideoCreateAi.Mcp.Files;

/// <summary>What was downloaded is not the whole video that was promised. The render is untouched by it.</summary>
internal sealed class FinishedVideoException(string what)
    : FileRefusedException(
        "broken_export", $"The exported file did not arrive whole: {what}. Nothing was saved. Ask for the export again; the render itself is kept.", inner: null);
