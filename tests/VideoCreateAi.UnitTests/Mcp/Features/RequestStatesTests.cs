using VideoCreateAi.Mcp.Features;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Features;

public sealed class RequestStatesTests
{
    private readonly FakeClock _clock = new();
    private readonly RequestStates _states;

    public RequestStatesTests() => _states = new RequestStates(_clock);

    [Fact]
    public void A_state_is_good_once_and_for_its_own_request()
    {
        var state = _states.Issue("edit 1");

        Assert.True(_states.TryRedeem(state, "edit 1"));
        Assert.False(_states.TryRedeem(state, "edit 1"));
    }

    [Fact]
    public void A_state_of_another_request_is_refused_and_stays_good_for_its_own()
    {
        var state = _states.Issue("edit 1");

        Assert.False(_states.TryRedeem(state, "edit 2"));
        Assert.True(_states.TryRedeem(state, "edit 1"));
    }

    [Fact]
    public void A_state_is_good_for_ten_minutes()
    {
        var late = _states.Issue("edit 1");
        var inTime = _states.Issue("edit 1");
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(_states.TryRedeem(inTime, "edit 1"));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(_states.TryRedeem(late, "edit 1"));
    }

    [Fact]
    public void A_state_that_was_changed_anywhere_is_refused()
    {
        var state = _states.Issue("edit 1");

        Assert.All(Enumerable.Range(0, state.Length), place => Assert.False(
            _states.TryRedeem(state[..place] + (state[place] == 'A' ? 'B' : 'A') + state[(place + 1)..], "edit 1")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("=====")]
    [InlineData("\ud800")]
    public void What_is_no_state_is_refused(string? state) => Assert.False(_states.TryRedeem(state, "edit 1"));

    [Fact]
    public void A_state_of_another_process_is_refused() =>
        Assert.False(_states.TryRedeem(new RequestStates(_clock).Issue("edit 1"), "edit 1"));
}
