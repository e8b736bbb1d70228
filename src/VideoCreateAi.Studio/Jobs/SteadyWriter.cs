using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>Writes rows that the disk or the database does not take until it does: a render whose end nobody wrote down would seem to
/// run for ever.</summary>
internal sealed partial class SteadyWriter(TimeProvider clock, ILogger<SteadyWriter> logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    public async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (Exception fault) when (UnwritableDisk.IsCauseOf(fault) || DatabaseOutage.IsCauseOf(fault))
            {
                LogNotWritten(fault);
                await Task.Delay(s_pause, clock, cancellationToken);
            }
        }
    }

    public Task WriteAsync(Func<Task> write, CancellationToken cancellationToken) => WriteAsync(
        async () =>
        {
            await write();
            return true;
        },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "A render's row could not be written; it is tried again.")]
    private partial void LogNotWritten(Exception fault);
}
