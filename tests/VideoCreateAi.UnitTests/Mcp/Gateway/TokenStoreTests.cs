using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Protocol.Auth;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Gateway;

public sealed class TokenStoreTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly List<string> _askedWith = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_configured_token_is_used_as_it_is_and_nothing_is_written()
    {
        using var store = NewStore(options => options.Token = "nmv_usr_mine");

        var token = await store.GetAsync(GiveAsync, default);
        store.Reject(token);
        var again = await store.GetAsync(GiveAsync, default);

        Assert.Equal(("nmv_usr_mine", "nmv_usr_mine", false), (token.Value, again.Value, token.IsAnonymous));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_starter_token_outlives_the_process()
    {
        using var first = NewStore();
        await first.GetAsync(GiveAsync, default);
        using var second = NewStore();

        var token = await second.GetAsync((_, _) => throw new InvalidOperationException("asked again"), default);

        Assert.Equal(("t1", "u1", _clock.GetUtcNow().AddDays(7)), (token.Value, token.UserId, token.ExpiresAt));
    }

    [Fact]
    public async Task Only_the_owner_may_read_what_is_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var store = NewStore();

        await store.GetAsync(GiveAsync, default);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Kept()));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_folder.File("client_id")));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Kept())!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"v\":1,\"tok")]
    [InlineData("\uFEFF{}")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"v\":1,\"token\":\"a b\"}")]
    [InlineData("[]")]
    public async Task A_damaged_cache_is_set_aside(string content)
    {
        Plant(content, OwnerOnly);
        using var store = NewStore();

        var token = await store.GetAsync(GiveAsync, default);

        Assert.Equal("t1", token.Value);
        Assert.Equal(Encoding.UTF8.GetBytes(content), File.ReadAllBytes($"{Kept()}.bad"));
    }

    [Fact]
    public async Task A_cache_that_others_could_read_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Plant("""{"v":1,"token":"planted"}""", OwnerOnly | UnixFileMode.OtherRead);
        using var store = NewStore();

        var token = await store.GetAsync(GiveAsync, default);

        Assert.Equal("t1", token.Value);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Kept()));
    }

    [Fact]
    public async Task A_cache_that_is_a_link_is_replaced_and_its_target_left_alone()
    {
        Plant("""{"v":1,"token":"planted"}""", OwnerOnly);
        File.Move(Kept(), _folder.File("elsewhere"));
        File.CreateSymbolicLink(Kept(), _folder.File("elsewhere"));
        using var store = NewStore();

        var token = await store.GetAsync(GiveAsync, default);

        Assert.Equal("t1", token.Value);
        Assert.Contains("planted", File.ReadAllText(_folder.File("elsewhere")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_of_a_later_version_is_not_overwritten()
    {
        const string Later = """{"v":2,"token":"later"}""";
        Plant(Later, OwnerOnly);
        using var store = NewStore();

        var token = await store.GetAsync(GiveAsync, default);

        Assert.Equal("t1", token.Value);
        Assert.Equal(Later, File.ReadAllText(Kept()));
    }

    [Fact]
    public async Task The_client_id_is_on_disk_before_it_is_sent()
    {
        using var store = NewStore();
        string? kept = null;

        await store.GetAsync(
            (id, token) =>
            {
                kept = File.ReadAllText(_folder.File("client_id"));
                return GiveAsync(id, token);
            },
            default);

        Assert.Equal(kept, Assert.Single(_askedWith));
    }

    [Fact]
    public async Task A_refused_token_is_replaced_with_the_same_client_id()
    {
        using var store = NewStore();
        var first = await store.GetAsync(GiveAsync, default);

        store.Reject(first);
        var second = await store.GetAsync(GiveAsync, default);

        Assert.Equal("t2", second.Value);
        Assert.Single(_askedWith.Distinct());
    }

    [Fact]
    public async Task A_token_that_another_process_replaced_is_taken_over()
    {
        using var one = NewStore();
        using var two = NewStore();
        var old = await one.GetAsync(GiveAsync, default);
        await two.GetAsync(GiveAsync, default);
        one.Reject(old);
        await one.GetAsync(GiveAsync, default);

        two.Reject(old);
        var token = await two.GetAsync(GiveAsync, default);

        Assert.Equal("t2", token.Value);
        Assert.Equal(2, _askedWith.Count);
    }

    [Fact]
    public async Task A_refusal_to_give_a_token_is_remembered_until_its_time()
    {
        using var store = NewStore();
        Task<AnonymousToken> Refuse(string id, CancellationToken token) =>
            throw new BackendException(BackendFault.RateLimited, "no") { RetryAfter = TimeSpan.FromHours(1) };

        await Assert.ThrowsAsync<BackendException>(() => store.GetAsync(Refuse, default).AsTask());
        var error = await Assert.ThrowsAsync<BackendException>(() => store.GetAsync(GiveAsync, default).AsTask());
        _clock.Advance(TimeSpan.FromHours(1));
        var token = await store.GetAsync(GiveAsync, default);

        Assert.Equal(BackendFault.TokenUnavailable, error.Fault);
        Assert.Equal("t1", token.Value);
    }

    [Fact]
    public async Task A_token_never_shows_in_text()
    {
        using var store = NewStore();

        var token = await store.GetAsync(GiveAsync, default);

        Assert.DoesNotContain("t1", $"{token}", StringComparison.Ordinal);
    }

    private Task<AnonymousToken> GiveAsync(string clientId, CancellationToken cancellationToken)
    {
        _askedWith.Add(clientId);
        return Task.FromResult(new AnonymousToken { Token = $"t{_askedWith.Count}", UserId = "u1", ExpiresAt = _clock.GetUtcNow().AddDays(7) });
    }

    private TokenStore NewStore(Action<GatewayOptions>? configure = null)
    {
        var options = new GatewayOptions { DataFolder = _folder.Path };
        configure?.Invoke(options);
        return new TokenStore(BackendDescription.Studio, options, _clock, NullLogger<TokenStore>.Instance);
    }

    private string Kept() => Path.Combine(_folder.Path, "tokens", "studio.json");

    private void Plant(string content, UnixFileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Kept())!);
        File.WriteAllBytes(Kept(), Encoding.UTF8.GetBytes(content));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Kept(), mode);
        }
    }
}
