using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Farm;

/// <summary>What is the fault of a worker and not of the render: another worker may well do it.</summary>
internal static class LocalFault
{
    private static readonly string[] s_codes = ["disk_full", "ffmpeg_missing", "worker_differs", UnwritableDisk.Code];

    public static bool IsCauseOf(Exception fault) => fault switch
    {
        RenderException told => s_codes.Contains(told.Code),
        _ => UnwritableDisk.IsCauseOf(fault),
    };

    /// <summary>Whether trying again may help, here or there: stores and encoders have bad moments.</summary>
    public static bool MayPass(Exception fault) => IsCauseOf(fault) || fault is IOException or RenderException { Code: "render_failed" or "part_missing" };
}
