namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a request is about to cost.</summary>
/// <param name="Request">Digest of what was asked: a consent holds for this and nothing else.</param>
/// <param name="Credits">Estimated: a generated clip costs about 100, editing about 50.</param>
/// <param name="Available">Null = the balance could not be read.</param>
internal sealed record Spending(string Request, int Credits, int? Available)
{
    private const int Generation = 100;
    private const int Edit = 50;

    /// <summary>How many credits a request may cost; 0 where it sends no message.</summary>
    public static int EstimateOf(JobRequest request)
    {
        var each = request.Tool == "edit_video" ? Edit : Generation;
        var videos = request.Items.Count(item => item is { State: null, Plan.Message: not null });
        return videos > 0 ? each * videos : request.Plan.Message is null ? 0 : each;
    }
}
