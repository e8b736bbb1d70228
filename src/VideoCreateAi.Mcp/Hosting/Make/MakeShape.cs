using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>The options about the file, in the words that the use cases know.</summary>
internal static class MakeShape
{
    private static readonly Dictionary<string, string> s_aspectOfPreset = new(StringComparer.Ordinal)
    {
        ["tiktok"] = "9:16", ["reels"] = "9:16", ["shorts"] = "9:16", ["youtube"] = "16:9", ["square"] = "1:1", ["4:5"] = "4:5",
    };

    /// <exception cref="ToolRefusedException">An option has a value that there is not.</exception>
    public static MakeOptions Checked(MakeOptions options)
    {
        if (options is { Aspect: not null, Preset: not null })
        {
            throw Wrong("Give --aspect or --preset, not both: each sets the shape of the file.");
        }

        if (options.FramesPerSecond is < 1 or > 60)
        {
            throw Wrong($"--fps is {options.FramesPerSecond}; it must be 1 to 60.");
        }

        if (options.At is { } at && !(at >= 0))
        {
            throw Wrong("--at is the second of the video that a picture shows: 0 or more.");
        }

        return options with
        {
            Aspect = OneOf("--aspect", options.Aspect, [.. ExportOutput.Aspects]),
            Preset = OneOf("--preset", options.Preset, ExportFormats.Presets),
            Quality = OneOf("--quality", options.Quality, ExportFormats.Qualities),
            Resolution = OneOf("--resolution", options.Resolution is { } lines && lines.All(char.IsAsciiDigit) ? lines + "p" : options.Resolution, ExportFormats.Resolutions),
        };
    }

    /// <summary>The wish with the shape that the options name, where only an edit can give a shape.</summary>
    public static string TextFor(MakeOptions options, BackendKind backend) => backend != BackendKind.Studio && AspectOf(options) is { } aspect
        ? $"{options.Text}\nMake it {aspect}."
        : options.Text;

    /// <summary>What the words ask for, with what the options say over it.</summary>
    public static ExportRequest Export(ExportRequest asked, MakeOptions options, MakeTarget target, BackendKind backend)
    {
        var shaped = AspectOf(options) is not null;
        return (asked with
        {
            Name = target.FileName is { } name ? Path.GetFileNameWithoutExtension(name) : null,
            Format = target.Format ?? asked.Format,
            Quality = options.Quality ?? asked.Quality,
            Resolution = options.Resolution ?? asked.Resolution,
            FramesPerSecond = options.FramesPerSecond ?? asked.FramesPerSecond,
            Aspect = !shaped ? asked.Aspect : backend == BackendKind.Studio ? options.Aspect : null,
            Preset = backend == BackendKind.Studio ? options.Preset : null,
            AtSeconds = options.At ?? asked.AtSeconds,
        }).Fitting();
    }

    private static string? AspectOf(MakeOptions options) => options.Aspect ?? (options.Preset is { } preset ? s_aspectOfPreset[preset] : null);

    private static string? OneOf(string option, string? value, IReadOnlyList<string> allowed) => value is null
        ? null
        : allowed.FirstOrDefault(word => word.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong($"{option} cannot be \"{DisplayText.From(value, maxLength: 40)}\". Choose one of {string.Join(", ", allowed)}.");

    private static ToolRefusedException Wrong(string message) => new("invalid_argument", message);
}
