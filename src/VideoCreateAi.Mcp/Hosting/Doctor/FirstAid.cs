using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Hosting.Setup;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>Puts the doctor's lines that matter under the first result that suffers from what this machine lacks.
/// Once in a process for each kind: whoever reads it twice has read it.</summary>
internal sealed class FirstAid(ServerSettings settings)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    // What results say where something is lacking.
    private static readonly (string Words, CheckupPart Part)[] s_rows =
    [
        ("ffmpeg_missing: ", CheckupPart.Programs),
        ("render_failed: ", CheckupPart.Programs),
        ("No font on this machine can draw ", CheckupPart.Letters),
    ];

    private readonly HashSet<CheckupPart> _told = [];

    public async Task<CallToolResult> CompleteAsync(CallToolResult result, CancellationToken cancellationToken)
    {
        var parts = s_rows.Where(row => result.Content.OfType<TextContentBlock>().Any(text => text.Text.Contains(row.Words, StringComparison.Ordinal))).Select(row => row.Part).Distinct();
        foreach (var part in parts.ToList())
        {
            if (IsFirst(part) && await LinesAsync(part, cancellationToken) is { } lines)
            {
                result.Content = [.. result.Content, new TextContentBlock { Text = lines }];
            }
        }

        return result;
    }

    private bool IsFirst(CheckupPart part)
    {
        lock (_told)
        {
            return _told.Add(part);
        }
    }

    /// <returns>Null when nothing is wrong there: then it was something else.</returns>
    private async Task<string?> LinesAsync(CheckupPart part, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var checks = await DoctorChecks.MachineAsync(settings, [part], DoctorChecks.Manager(), either.Token);
            var bad = checks.Where(check => check.State != FindingState.Ok).SelectMany(DoctorPrinter.Lines).ToList();
            return bad.Count == 0 ? null : string.Join('\n', ["doctor:", .. bad, $"All checks: {Command()} doctor; with --fix it installs what is missing, after asking."]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Command()
    {
        var launch = SetupEnvironment.OfThisProcess().Launch;
        return string.Join(' ', [launch.Command, .. launch.Arguments]);
    }
}
