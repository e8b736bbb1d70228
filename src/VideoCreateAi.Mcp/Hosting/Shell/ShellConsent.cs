using System.Globalization;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>Asks the person at the terminal before credits are spent. Where there is nobody nothing is spent.</summary>
internal sealed class ShellConsent(ShellTerminal terminal, CancellationToken cancellationToken) : ISpendingConsent
{
    public void Ask(Spending spending)
    {
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"This uses about {spending.Credits} credits{(spending.Available is { } left ? $"; you have {left}" : "")}.");
        if (!terminal.IsInteractive)
        {
            throw new ToolRefusedException("confirmation_needed", $"{words} There is nobody to ask here, so nothing was sent or charged.");
        }

        if (!terminal.Confirms($"{words} Go on?", cancellationToken))
        {
            throw new ToolRefusedException("declined", "You did not agree to spend credits. Nothing was sent or charged.");
        }
    }
}
