namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>What a run may use before it is killed.</summary>
/// <param name="Wall">Time by the clock.</param>
/// <param name="Cpu">Processor time, summed over its threads.</param>
/// <param name="MemoryBytes">Address space.</param>
/// <param name="FileBytes">Size of any file that it writes.</param>
internal sealed record ToolLimits(TimeSpan Wall, TimeSpan Cpu, long MemoryBytes, long FileBytes)
{
    private const long Mebibyte = 1024 * 1024;

    public static readonly ToolLimits Probe =
        new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), 1024 * Mebibyte, 64 * Mebibyte);

    /// <summary>For a look into a file of a stranger's, before it is taken.</summary>
    public static readonly ToolLimits Inspect =
        new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(10), 1024 * Mebibyte, 64 * Mebibyte);

    public static readonly ToolLimits Decode =
        new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2), 4096 * Mebibyte, 1024 * Mebibyte);

    /// <summary>For one that stays: it ends when it is idle, and its texts are small.</summary>
    public static readonly ToolLimits Resident =
        new(TimeSpan.FromDays(30), TimeSpan.FromHours(24), 4096 * Mebibyte, 64 * Mebibyte);

    /// <summary>At 4K an encoder of chunks takes 1.9 GiB, a WebM 1.6 and a clip that is decoded by eight threads 1.1, whatever the machine.</summary>
    public static readonly ToolLimits Encode =
        new(TimeSpan.FromHours(2), TimeSpan.FromHours(6), 4096 * Mebibyte, 10240 * Mebibyte);
}
