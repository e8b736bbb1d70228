using System.Globalization;

namespace VideoCreateAi.FarmTests;

/// <summary>What stands before a program's command to give it a clock that is off. Not its stop-watch: that is right on such machines too.</summary>
internal static class WrongClock
{
    /// <param name="seconds">How far ahead.</param>
    public static IReadOnlyList<string> Command(double seconds) =>
    [
        "env", $"LD_PRELOAD={Directory.GetFiles("/usr/lib", "libfaketime.so.1", SearchOption.AllDirectories)[0]}", "FAKETIME_DONT_FAKE_MONOTONIC=1",
        string.Create(CultureInfo.InvariantCulture, $"FAKETIME={seconds:+0.0;-0.0}s"),
    ];
}
