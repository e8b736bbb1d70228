namespace VideoCreateAi.Studio.Rendering;

/// <summary>How rendering uses the machine and its fonts.</summary>
internal sealed class RenderOptions
{
    /// <summary>Threads that compose frames where one encoder takes them all, and that draw previews.</summary>
    public int ComposerThreads { get; set; } = 2;

    /// <summary>Encoders at once, 1 to 16. Each has two threads and takes 200 MB at 1080×1920.</summary>
    public int Encoders { get; set; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>Font families for titles in order of preference; the first that is installed wins.</summary>
    public IReadOnlyList<string> TitleFonts { get; set; } =
        ["League Spartan", "Montserrat", "Inter", "Open Sans", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", "Arial", "sans-serif"];
}
