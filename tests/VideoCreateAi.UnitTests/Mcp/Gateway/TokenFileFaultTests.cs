using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Protocol.Auth;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Gateway;

/// <summary>A disk that does not keep what it is given, and clocks that jump: work goes on with a token in memory.</summary>
public sealed class TokenFileFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeClock _clock = new();
    private int _given;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 20_000)]
    public async Task A_folder_that_cannot_be_made_leaves_the_token_in_memory()
    {
        await File.WriteAllTextAsync(_folder.File("tokens"), "in the way");
        using var store = NewStore();

        var first = await store.GetAsync(GiveAsync, default);
        var second = await store.GetAsync(GiveAsync, default);

        Assert.Equal(("t1", "t1"), (first.Value, second.Value));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_client_id_that_cannot_be_kept_is_used_from_memory_again_and_again()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way");
        using var store = new TokenStore(
            BackendDescription.Cloud(new Uri("https://api.example/")),
            new GatewayOptions { DataFolder = _folder.Path, SharedClientIdPath = Path.Combine(_folder.File("file"), "client_id") },
            _clock,
            NullLogger<TokenStore>.Instance);
        var ids = new List<string>();
        Task<AnonymousToken> Ask(string id, CancellationToken token)
        {
            ids.Add(id);
            return GiveAsync(id, token);
        }

        store.Reject(await store.GetAsync(Ask, default));
        await store.GetAsync(Ask, default);

        Assert.Equal((2, ids[0]), (ids.Count, ids[1]));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_folder_in_place_of_the_cache_is_no_cache()
    {
        Directory.CreateDirectory(Kept());
        using var store = NewStore();

        Assert.Equal("t1", (await store.GetAsync(GiveAsync, default)).Value);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(7)]
    [InlineData(-7)]
    public async Task A_clock_that_jumps_by_days_does_not_throw_a_token_away(int days)
    {
        using var first = NewStore();
        await first.GetAsync(GiveAsync, default);
        using var later = NewStore(new FakeClock(_clock.GetUtcNow().AddDays(days)));

        Assert.Equal("t1", (await later.GetAsync(GiveAsync, default)).Value);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_refusal_that_was_remembered_by_a_clock_far_ahead_is_forgotten()
    {
        using var ahead = NewStore(new FakeClock(_clock.GetUtcNow().AddDays(30)));
        await Assert.ThrowsAsync<BackendException>(() => ahead.GetAsync(
            (_, _) => throw new BackendException(BackendFault.RateLimited, "no") { RetryAfter = TimeSpan.FromHours(20) }, default).AsTask());
        using var store = NewStore();

        Assert.Equal("t1", (await store.GetAsync(GiveAsync, default)).Value);
    }

    private Task<AnonymousToken> GiveAsync(string clientId, CancellationToken cancellationToken) =>
        Task.FromResult(new AnonymousToken { Token = $"t{++_given}", UserId = "u1" });

    private TokenStore NewStore(TimeProvider? clock = null) => new(
        BackendDescription.Studio, new GatewayOptions { DataFolder = _folder.Path }, clock ?? _clock, NullLogger<TokenStore>.Instance);

    private string Kept() => Path.Combine(_folder.Path, "tokens", "studio.json");
}
