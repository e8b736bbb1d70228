namespace VideoCreateAi.Studio.Rendering;

/// <summary>How rendering uses the machine and its fonts.</summary>
internal sealed class RenderOptions
{
    /// <summary>Threads that compose frames. The encoder has its own beside them.</summary>
    public int ComposerThreads { get; set; } = 2;

    /// <summary>Font families for titles in order of preference; the first that is installed wins.</summary>
    public IReadOnlyList<string> TitleFonts { get; set; } =
        ["League Spartan", "Montserrat", "Inter", "Open Sans", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", "Arial", "sans-serif"];
}
