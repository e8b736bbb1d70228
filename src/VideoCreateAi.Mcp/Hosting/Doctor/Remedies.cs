using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>What mends a check: packages where the system's manager has them, words where it has not.</summary>
internal static class Remedies
{
    private const string Ffmpeg = "ffmpeg";

    private static readonly string[] s_managers = ["apt", "dnf", "zypper", "pacman", "apk", "brew", "winget", "scoop", "choco"];

    // In the order of the managers above; null = it has none, or not one that helps.
    private static readonly (string[] Checks, string?[] Packages)[] s_rows =
    [
        ([Ffmpeg, "ffprobe", "encoders", "decoders", "filters"], ["ffmpeg", null, null, "ffmpeg", "ffmpeg", "ffmpeg", "Gyan.FFmpeg", "ffmpeg", "ffmpeg"]),
        (["lettering"], ["libpangocairo-1.0-0", "pango", "libpango-1_0-0", "pango", "pango", "pango", null, null, null]),
        (["font-latin"], ["fonts-open-sans fonts-league-spartan", "dejavu-sans-fonts", "dejavu-fonts", "noto-fonts", "font-noto", null, null, null, null]),
        (["font-cjk"], ["fonts-noto-cjk", "google-noto-sans-cjk-fonts", "google-noto-sans-cjk-fonts", "noto-fonts-cjk", "font-noto-cjk", null, null, null, null]),
        (["font-arabic"], ["fonts-noto-core", "google-noto-sans-arabic-fonts", "google-noto-sans-arabic-fonts", "noto-fonts", "font-noto-arabic", null, null, null, null]),
        (["font-devanagari"], ["fonts-noto-core", "google-noto-sans-devanagari-fonts", "google-noto-sans-devanagari-fonts", "noto-fonts", "font-noto-devanagari", null, null, null, null]),
        (["font-emoji"], ["fonts-noto-color-emoji", "google-noto-color-emoji-fonts", "google-noto-coloremoji-fonts", "noto-fonts-emoji", "font-noto-emoji", null, null, null, null]),
        (["music"], ["fluidsynth timgm6mb-soundfont", "fluidsynth fluid-soundfont-gm", "fluidsynth fluid-soundfont-gm", "fluidsynth soundfont-fluid", null, "fluid-synth", null, null, null]),
        (["voice"], ["espeak-ng", "espeak-ng", "espeak-ng", "espeak-ng", "espeak-ng", "espeak-ng", "eSpeak-NG.eSpeak-NG", null, null]),
        (["sandbox"], ["bubblewrap", "bubblewrap", "bubblewrap", "bubblewrap", "bubblewrap", null, null, null, null]),
    ];

    // The x264 encoder is not among what these systems bring themselves.
    private static readonly (string Manager, string Words)[] s_ffmpegWords =
    [
        ("dnf", "switch RPM Fusion on (rpmfusion.org/Configuration), then: sudo dnf install ffmpeg --allowerasing"),
        ("zypper", "switch Packman on (en.opensuse.org/Additional_package_repositories), then: sudo zypper install --allow-vendor-change ffmpeg"),
    ];

    /// <summary>Names of packages; none where no package mends it.</summary>
    public static IReadOnlyList<string> Packages(DoctorCheck check, PackageManager? manager) =>
        manager is null || check.State == FindingState.Ok || check.Mend is not null ? []
        : s_rows.FirstOrDefault(row => row.Checks.Contains(check.Name)).Packages?[Array.IndexOf(s_managers, manager.Name)]?.Split(' ') ?? [];

    /// <summary>One line for a person; null where nothing mends it here.</summary>
    public static string? Mend(DoctorCheck check, PackageManager? manager, bool asRoot)
    {
        if (check.State == FindingState.Ok || check.Mend is not null)
        {
            return check.Mend;
        }

        if (Packages(check, manager) is { Count: > 0 } packages)
        {
            return string.Join(" && ", manager!.Commands(packages, asRoot).Skip(manager.Prepare is null ? 0 : 1).Select(command => string.Join(' ', command)));
        }

        return s_rows[0].Checks.Contains(check.Name)
            ? s_ffmpegWords.FirstOrDefault(row => row.Manager == manager?.Name).Words
                ?? "take a full build of ffmpeg from ffmpeg.org/download.html and name it in VIDEOCREATEAI_FFMPEG, ffprobe beside it"
            : null;
    }
}
