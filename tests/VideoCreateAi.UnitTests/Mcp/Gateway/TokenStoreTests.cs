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
    public async Task A_refusal_without_a_time_does_not_promise_a_token_in_a_minute()
    {
        using var store = NewStore();

        var error = await Assert.ThrowsAsync<BackendException>(
            () => store.GetAsync((_, _) => throw new BackendException(BackendFault.RateLimited, "no"), default).AsTask());

        Assert.DoesNotContain("try again after", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("had its own", error.Message, StringComparison.Ordinal);
        Assert.Contains("the first call after 2026-01-01 00:01 UTC asks again", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cloud", null, true)]
    [InlineData("Cloud", "mine", false)]
    [InlineData("Address", null, false)]
    [InlineData("Studio", null, false)]
    public async Task A_renewed_client_id_replaces_the_kept_one_for_the_cloud_alone(string kind, string? configured, bool isReplaced)
    {
        var shared = _folder.File("shared_client_id");
        File.WriteAllText(shared, "vendor");
        File.WriteAllText(_folder.File("client_id"), "ours");
        using var store = NewStore(
            options =>
            {
                options.SharedClientIdPath = shared;
                options.ClientId = configured;
            },
            Backend(kind));

        var renewed = await store.RenewClientIdAsync(default);
        await store.GetAsync(GiveAsync, default);

        Assert.Equal(renewed, Assert.Single(_askedWith));
        Assert.Equal((isReplaced ? renewed : "vendor", "ours"), (File.ReadAllText(shared), File.ReadAllText(_folder.File("client_id"))));
    }

    [Theory]
    [InlineData("Cloud", "vendor")]
    [InlineData("Address", "ours")]
    [InlineData("Studio", "ours")]
    public async Task The_shared_client_id_is_for_the_cloud_alone(string kind, string expected)
    {
        File.WriteAllText(_folder.File("shared_client_id"), "vendor");
        File.WriteAllText(_folder.File("client_id"), "ours");
        using var store = NewStore(options => options.SharedClientIdPath = _folder.File("shared_client_id"), Backend(kind));

        await store.GetAsync(GiveAsync, default);

        Assert.Equal([expected], _askedWith);
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

    private static BackendDescription Backend(string kind) => kind switch
    {
        "Cloud" => BackendDescription.Cloud(new Uri("https://api.example.com/")),
        "Address" => BackendDescription.At(new Uri("https://other.example.com/")),
        _ => BackendDescription.Studio,
    };

    private TokenStore NewStore(Action<GatewayOptions>? configure = null, BackendDescription? backend = null)
    {
        var options = new GatewayOptions { DataFolder = _folder.Path };
        configure?.Invoke(options);
        return new TokenStore(backend ?? BackendDescription.Studio, options, _clock, NullLogger<TokenStore>.Instance);
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
