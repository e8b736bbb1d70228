namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>What a sound file is for, by its name, where the message does not say.</summary>
internal static class SoundNames
{
    private static readonly string[] s_spoken = ["voice", "narrat", "speech", "vo_", "spoken", "talk"];

    public static bool IsSpoken(string name) => s_spoken.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
