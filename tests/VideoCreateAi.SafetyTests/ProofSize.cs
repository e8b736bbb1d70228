using System.Globalization;

namespace VideoCreateAi.SafetyTests;

/// <summary>How much is tried. <c>VIDEOCREATEAI_SAFETY=20</c> makes it twenty times as much as every build does.</summary>
internal static class ProofSize
{
    public static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("VIDEOCREATEAI_SAFETY"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;
}
