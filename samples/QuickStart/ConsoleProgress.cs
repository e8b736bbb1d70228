using System.Globalization;
using ModelContextProtocol;

namespace QuickStart;

/// <summary>Shows progress messages as they arrive.</summary>
internal sealed class ConsoleProgress : IProgress<ProgressNotificationValue>
{
    public void Report(ProgressNotificationValue value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {value.Progress,5:0.0} %  {value.Message}"));
}
