using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Shell;

public sealed class ShellConsentTests : IDisposable
{
    private readonly Terminals _terminals = new();

    public void Dispose() => _terminals.Dispose();

    [Theory]
    [InlineData("y")]
    [InlineData(" YES ")]
    public void A_yes_lets_it_go_on(string answer)
    {
        Ask(_terminals.With(answer));

        Assert.Equal("This uses about 100 credits; you have 550. Go on? [y/N] ", _terminals.Error.ToString());
    }

    [Theory]
    [InlineData("n")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_ends_it(string? answer)
        => Assert.Equal("declined", Assert.Throws<ToolRefusedException>(() => Ask(_terminals.With(answer))).Code);

    [Fact]
    public void Where_nobody_is_there_nothing_is_spent()
    {
        var refused = Assert.Throws<ToolRefusedException>(() => Ask(_terminals.With("y", isInteractive: false)));

        Assert.Equal("confirmation_needed", refused.Code);
        Assert.Equal("", _terminals.Error.ToString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Ctrl_C_at_the_question_ends_it()
    {
        using var stop = new CancellationTokenSource();
        using var silence = new Silence();
        var asking = Task.Run(() => Ask(_terminals.With() with { Input = silence }, stop.Token));
        await silence.Asked;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static void Ask(ShellTerminal terminal, CancellationToken cancellationToken = default)
        => new ShellConsent(terminal, cancellationToken).Ask(new Spending("digest", 100, 550));

    /// <summary>Somebody who never answers.</summary>
    private sealed class Silence : TextReader
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _gone = new();

        public Task Asked => _asked.Task;

        public override string? ReadLine()
        {
            _asked.TrySetResult();
            _gone.Wait(TimeSpan.FromSeconds(60));
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _gone.Set();
            base.Dispose(disposing);
        }
    }
}
