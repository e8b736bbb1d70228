using System.Globalization;

namespace VideoCreateAi.FarmTests;

/// <summary>What stands before a program's command to give it a clock that is off. Not its stop-watch: that is right on such machines too.</summary>
internal static class WrongClock
{
    /// <param name="seconds">How far ahead.</param>
    public static IReadOnlyList<string> Command(double seconds) =>
    [
        "env", $"LD_PRELOAD={Library()}", "FAKETIME_DONT_FAKE_MONOTONIC=1",
        string.Create(CultureInfo.InvariantCulture, $"FAKETIME={seconds:+0.0;-0.0}s"),
    ];

    // Where Debian puts it, below the folder of its architecture.
    private static string Library() =>
        Directory.GetDirectories("/usr/lib", "*-linux-gnu").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).First(File.Exists);
}
