using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Bounds;

public sealed class CallPlacesTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly CallPlaces _places;

    public CallPlacesTests()
    {
        _places = new CallPlaces(_clock);
    }

    public void Dispose() => _places.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Eight_calls_are_worked_on_at_once_and_the_ninth_waits_for_one_to_end()
    {
        var taken = await TakeAsync(CallPlaces.Most);

        var ninth = _places.TakeAsync(onlyLooks: false, CancellationToken.None);
        Assert.False(ninth.IsCompleted);
        taken[0].Dispose();

        using var place = await ninth;
    }

    [Fact(Timeout = 60_000)]
    public async Task Of_two_hundred_calls_eight_work_thirty_two_wait_and_the_rest_are_told_to_come_again()
    {
        List<Task<IDisposable>> calls = [.. Enumerable.Range(0, 200).Select(_ => _places.TakeAsync(onlyLooks: false, CancellationToken.None))];

        Assert.Equal(CallPlaces.Most, calls.Count(call => call.IsCompletedSuccessfully));
        Assert.Equal(200 - CallPlaces.Most - CallPlaces.MostWaiting, calls.Count(call => call.IsFaulted));
        Assert.Equal(CallPlaces.MostWaiting, calls.Count(call => !call.IsCompleted));
        var busy = await Assert.ThrowsAsync<ToolRefusedException>(() => calls[^1]);
        Assert.Equal("busy", busy.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_waits_in_vain_is_told_so_after_half_a_minute()
    {
        await TakeAsync(CallPlaces.Most);

        var waiting = _places.TakeAsync(onlyLooks: false, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("busy", (await Assert.ThrowsAsync<ToolRefusedException>(() => waiting)).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Calls_that_wait_for_their_jobs_never_stand_in_the_way_of_looking_at_them()
    {
        await TakeAsync(CallPlaces.Most);

        using var place = await _places.TakeAsync(onlyLooks: true, CancellationToken.None);
    }

    private async Task<List<IDisposable>> TakeAsync(int count)
    {
        List<IDisposable> taken = [];
        for (var call = 0; call < count; call++)
        {
            taken.Add(await _places.TakeAsync(onlyLooks: false, CancellationToken.None));
        }

        return taken;
    }
}
