namespace VideoCreateAi.SafetyTests.Media;

/// <param name="MustBeRefused">Else it may be taken, as long as that costs little.</param>
internal sealed record HostileFile(string Name, byte[] Bytes, bool MustBeRefused)
{
    public static HostileFile Refused(string name, byte[] bytes) => new(name, bytes, MustBeRefused: true);

    public static HostileFile Any(string name, byte[] bytes) => new(name, bytes, MustBeRefused: false);
}
