using System.Globalization;
using ModelContextProtocol;

namespace QuickStart;

/// <summary>Shows progress messages as they arrive.</summary>
internal sealed class ConsoleProgress : IProgress<ProgressNotificationValue>
{
    private readonly Lock _gate = new();
    private float _last = -1;

    public void Report(ProgressNotificationValue value)
    {
        // Notifications are handled side by side, so a late one may come after its successor.
        lock (_gate)
        {
            if (value.Progress > _last)
            {
                _last = value.Progress;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {value.Progress,5:0.0} %  {value.Message}"));
            }
        }
    }
}
