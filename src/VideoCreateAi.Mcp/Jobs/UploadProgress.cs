using System.Globalization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>One file on its way up, told as its part of the job's percents.</summary>
/// <param name="words">Which file of how many, without an end.</param>
internal sealed class UploadProgress(RunningJob running, string words, long length, double begin, double end) : IProgress<long>
{
    private int _told = -1;

    public void Report(long value)
    {
        var percent = (int)Math.Min(100, value * 100 / length);
        if (percent != _told)
        {
            _told = percent;
            running.Report(new JobProgress(
                begin + ((end - begin) * percent / 100), string.Create(CultureInfo.InvariantCulture, $"{words}, {percent} %…")));
        }
    }
}
