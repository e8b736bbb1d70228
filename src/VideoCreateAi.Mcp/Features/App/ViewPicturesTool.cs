using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>The frames that the view shows: a page of small ones, or a larger one.</summary>
internal sealed class ViewPicturesTool(ProjectSessions sessions, ContactSheets sheets)
{
    private const int FrameSide = 640;

    public async Task<CallToolResult> DrawAsync(string projectId, IReadOnlyList<double> times, bool large, CancellationToken cancellationToken)
    {
        if (times.Count is 0 or > PreviewRequest.MostMoments || (large && times.Count > 1)
            || times.Any(time => !(time >= 0 && time <= PreviewRequest.LatestMilliseconds / 1000.0)))
        {
            throw new ToolRefusedException("invalid_argument", $"times must be 1 to {PreviewRequest.MostMoments} seconds of the timeline, and one for a large picture.");
        }

        long[] moments = [.. times.Select(time => (long)Math.Round(time * 1000)).Order()];
        var request = large
            ? new PreviewRequest { AtMilliseconds = moments[0], Side = FrameSide }
            : new PreviewRequest { MomentsMilliseconds = moments };
        var image = await sheets.DrawAsync(await sessions.LookUpAsync(projectId, cancellationToken), request, cancellationToken);
        var columns = Math.Min(moments.Length, PreviewRequest.StripColumns);
        var pictures = new ViewPictures
        {
            Picture = "data:image/jpeg;base64," + Convert.ToBase64String(image.Jpeg),
            Columns = columns,
            Rows = (moments.Length + columns - 1) / columns,
            TimesSeconds = [.. moments.Select(moment => moment / 1000.0)],
        };
        return ToolReply.Of($"{moments.Length} frames.", pictures, ToolJson.Default.ViewPictures);
    }
}
