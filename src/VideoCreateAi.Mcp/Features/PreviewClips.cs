using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Makes small videos of timelines, for watching them before they are exported. The studio renders them as it renders exports, from
/// the same pieces where nothing has changed; no job is written down, because one that is lost is only made again.</summary>
internal sealed class PreviewClips(BackendClient backend, TimeProvider clock)
{
    /// <summary>What a host takes as one piece of data.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private const int ShortSide = 480;

    // What the studio gives to sound, with what the file itself takes.
    private const double SoundKilobits = 204;

    // Of the bytes, so that a second that is richer than the mean does no harm.
    private const double Used = 0.94;

    // The file is cleaned away some day; a render that failed may do better.
    private const int MostTries = 3;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    // A few steps: pieces that were made at one rate serve the next clip too.
    private static readonly int[] s_kilobits = [1200, 800, 500, 300, 180];

    /// <summary>The longest video that a clip can hold.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(Math.Floor(SecondsAt(s_kilobits[^1])));

    /// <summary>Waits for a while; the next call goes on where this one stopped.</summary>
    /// <exception cref="ToolRefusedException">There is none to be had.</exception>
    public async Task<PreviewClip> MakeAsync(Project project, RawDraft draft, TimeSpan wait, CancellationToken cancellationToken)
    {
        var summary = TimelineSummary.Read(draft.Utf8.Span);
        if (backend.Backend.Kind != BackendKind.Studio)
        {
            throw new ToolRefusedException("clip_not_available", "Clips are made by the studio on this machine alone. Look at single frames, or export the video.");
        }

        if (!summary.IsReadyForExport)
        {
            throw new ToolRefusedException("timeline_empty", "There is nothing on the timeline yet, so there is nothing to play.");
        }

        if (summary.DurationSeconds > Longest.TotalSeconds)
        {
            throw new ToolRefusedException("clip_too_long", string.Create(
                CultureInfo.InvariantCulture, $"The video is {summary.DurationSeconds:0} s long; a preview plays up to {Longest.TotalSeconds:0} s. Export it to watch it whole."));
        }

        var output = OutputFor(summary);
        var begun = clock.GetTimestamp();
        string? error = null;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var id = IdOf(project, draft, output, attempt);
            var status = await backend.GetRenderAsync(id, cancellationToken) ?? await backend.SubmitRenderAsync(id, project.SessionId, draft, output, cancellationToken);
            while (status.Status is RenderStatus.Pending or RenderStatus.Processing)
            {
                if (clock.GetElapsedTime(begun) >= wait)
                {
                    return new PreviewClip(null, status.Progress, summary.DurationSeconds);
                }

                await Task.Delay(s_look, clock, cancellationToken);
                status = await backend.GetRenderAsync(id, cancellationToken) ?? status;
            }

            if (status.Status == RenderStatus.Completed && await TryFetchAsync(status, cancellationToken) is { } video)
            {
                return new PreviewClip(video, 100, summary.DurationSeconds, status.Width ?? 0, status.Height ?? 0);
            }

            error = status.Error ?? error;
        }

        throw new ToolRefusedException("clip_failed", $"The preview could not be made. {UntrustedText.Clean(error ?? "Export the video to watch it.")}");
    }

    private static double SecondsAt(int kilobits) => MostBytes * 8 / 1000.0 * Used / (kilobits + SoundKilobits);

    /// <summary>Small enough for the whole of it, whatever it shows.</summary>
    public static RenderOutput OutputFor(TimelineSummary summary) => new()
    {
        Quality = "draft",
        Resolution = summary is { Width: { } width, Height: { } height } && Math.Min(width, height) <= ShortSide ? null : "480p",
        MostKilobits = s_kilobits.First(kilobits => kilobits == s_kilobits[^1] || summary.DurationSeconds <= SecondsAt(kilobits)),
    };

    /// <summary>The same for the same video, so that it is made once, whoever asks and how often.</summary>
    private static string IdOf(Project project, RawDraft draft, RenderOutput output, int attempt) => "clip_" + Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{project.SessionId} {draft.Digest} {output.Resolution} {output.MostKilobits} {attempt}"))))[..32];

    private async Task<byte[]?> TryFetchAsync(RenderStatus status, CancellationToken cancellationToken)
    {
        if (status.Size > MostBytes)
        {
            throw new ToolRefusedException("clip_too_large", "The preview is larger than it may be. Export the video to watch it.");
        }

        using var video = new MemoryStream();
        try
        {
            await backend.DownloadRenderAsync(status, new DownloadTarget(video), cancellationToken);
            return video.ToArray();
        }
        catch (BackendException gone) when (gone.Fault is BackendFault.NotFound or BackendFault.DownloadRefused)
        {
            return null;
        }
    }
}
