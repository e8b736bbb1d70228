using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>Credits are spent within the hour's cap and only after whoever can be asked was asked.</summary>
public sealed class SpendingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith(), Credits = 500 };
    private readonly FakeClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task What_the_balance_lost_is_told_as_charged()
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Credits -= 40;
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        };
        await using var server = Server(new SpendingRules { AskAbove = null });

        var paid = await server.EndOfAsync(await server.EditAsync("add a title"));
        _backend.OnMessage = null;
        var free = await server.EndOfAsync(await server.EditAsync("what is on it?"));

        Assert.Equal((40, 0), (paid.Charged, free.Charged));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_cap_counts_what_was_charged_within_the_hour_and_refuses_before_anything_is_sent()
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Credits -= 90;
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        };
        await using var server = Server(new SpendingRules { AskAbove = null, HourlyCap = 130 });
        await server.EndOfAsync(await server.EditAsync("one"));

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.EditAsync("two"));

        Assert.Equal("credit_cap", refused.Code);
        Assert.Contains("about 90 were used within the last hour; the cap is 130", refused.Message, StringComparison.Ordinal);
        Assert.Single(_backend.Messages);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0, true)]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(null, false)]
    public async Task The_user_is_asked_above_the_limit_that_the_rules_set(int? above, bool isAsked)
    {
        var asked = new Consent();
        await using var server = Server(new SpendingRules { AskAbove = above });

        await server.EndOfAsync(await server.Desk.BeginAsync(Edit("add a title") with { Consent = asked }, CancellationToken.None));

        Assert.Equal(isAsked ? [(50, 500)] : Array.Empty<(int, int?)>(), asked.Asked);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_no_leaves_no_job_behind_and_sends_nothing()
    {
        var asked = new Consent { Says = new ToolRefusedException("declined", "no") };
        await using var server = Server(new SpendingRules());

        await Assert.ThrowsAsync<ToolRefusedException>(() => server.Desk.BeginAsync(Edit("add a title") with { Consent = asked }, CancellationToken.None));

        Assert.Empty(_backend.Messages);
        Assert.Empty(await server.Jobs.OpenJobsAsync(CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_repeat_that_joins_a_running_job_is_not_asked_about_again()
    {
        var asked = new Consent();
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnMessage = (_, _) => answer.Task;
        await using var server = Server(new SpendingRules());
        await server.Desk.BeginAsync(Edit("add a title") with { Consent = asked }, CancellationToken.None);

        var second = await server.Desk.BeginAsync(Edit("add a title") with { Consent = asked }, CancellationToken.None);

        Assert.True(second.Joined);
        Assert.Single(asked.Asked);
        answer.SetResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        await server.EndOfAsync(second);
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_nothing_costs_nobody_is_asked()
    {
        var asked = new Consent();
        await using var server = Server(new SpendingRules { HourlyCap = 0 }, isFree: true);

        await server.EndOfAsync(await server.Desk.BeginAsync(Edit("add a title") with { Consent = asked }, CancellationToken.None));

        Assert.Empty(asked.Asked);
    }

    private static JobRequest Edit(string message) => new("edit_video", null, new JobPlan { Message = message }, JobUploads.None);

    private ServerProcess Server(SpendingRules rules, bool isFree = false) => new(_backend, _folder.Path, _clock, isFree: isFree, spending: rules);

    private sealed class Consent : ISpendingConsent
    {
        public List<(int Credits, int? Available)> Asked { get; } = [];

        public Exception? Says { get; init; }

        public void Ask(Spending spending)
        {
            Asked.Add((spending.Credits, spending.Available));
            if (Says is not null)
            {
                throw Says;
            }
        }
    }
}
