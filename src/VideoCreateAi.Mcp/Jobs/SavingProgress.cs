using System.Globalization;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The last percents of an export, told as those of its file.</summary>
internal sealed class SavingProgress(RunningJob running, double begin) : IProgress<DownloadProgress>
{
    private const double End = 99.5;

    private int _told = -1;

    public void Report(DownloadProgress value)
    {
        if (value.Size is not > 0)
        {
            return;
        }

        var percent = (int)Math.Min(100, value.Received * 100 / value.Size.Value);
        if (percent != _told)
        {
            _told = percent;
            running.Report(new JobProgress(
                begin + ((End - begin) * percent / 100), string.Create(CultureInfo.InvariantCulture, $"Saving the file… {percent} %")));
        }
    }
}
