namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A way in which a disk does not take an operation.</summary>
/// <param name="Error">As the kernel numbers it.</param>
/// <param name="IsLasting">That one and all after it, or it alone.</param>
internal sealed record DiskFault(int Error, bool IsLasting)
{
    private const int NoSpace = 28;
    private const int InputOutput = 5;
    private const int ReadOnly = 30;

    public static IReadOnlyList<DiskFault> All { get; } =
        [new(NoSpace, true), new(InputOutput, false), new(NoSpace, false), new(ReadOnly, true), new(InputOutput, true)];

    /// <summary>Neighbouring operations fail in different ways, and each in all of them after as many rounds.</summary>
    public static DiskFault Of(uint step, int round) => All[(int)((step + round) % All.Count)];
}
