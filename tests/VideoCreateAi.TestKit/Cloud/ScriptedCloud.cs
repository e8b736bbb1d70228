using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.TestKit.Cloud;

/// <summary>A paid backend on loopback with a small state of its own. It speaks the protocol in those forms only that the
/// studio does not use, and keeps a log of what it was asked.</summary>
public sealed partial class ScriptedCloud : IAsyncDisposable
{
    private const long MaxUploadBytes = 500L * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, CloudAccount> _accounts = [];
    private readonly Dictionary<string, CloudAccount> _clients = [];
    private readonly Dictionary<string, CloudProject> _projects = [];
    private readonly Dictionary<string, CloudRender> _renders = [];
    private readonly CloudOptions _options;
    private readonly CloudFilm _film;
    private readonly WebApplication _app;
    private int _claims;

    private ScriptedCloud(WebApplication app, CloudFilm film, CloudOptions options)
    {
        _app = app;
        _film = film;
        _options = options;
        foreach (var (token, credits) in options.Accounts)
        {
            _accounts.Add(token, new CloudAccount(token, $"usr_{_accounts.Count}", credits));
        }
    }

    public Uri Address => new(_app.Urls.First());

    public IReadOnlyList<RecordedRequest> Requests => Look(() => _requests.ToArray());

    public IReadOnlyList<CloudAccount> Accounts => Look(() => _accounts.Values.ToArray());

    public IReadOnlyList<CloudProject> Projects => Look(() => _projects.Values.ToArray());

    public IReadOnlyList<CloudRender> Renders => Look(() => _renders.Values.ToArray());

    /// <summary>How often somebody asked for a claim link.</summary>
    public int Claims => Look(() => _claims);

    public static async Task<ScriptedCloud> StartAsync(CloudFilm film, Action<CloudOptions>? configure = null)
    {
        var options = new CloudOptions();
        configure?.Invoke(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var cloud = new ScriptedCloud(app, film, options);
        app.Run(cloud.HandleAsync);
        await app.StartAsync();
        return cloud;
    }

    /// <summary>Requests of this method whose path begins so.</summary>
    public IReadOnlyList<RecordedRequest> Asked(string method, string path) =>
        [.. Requests.Where(request => request.Method == method && request.Path.StartsWith(path, StringComparison.Ordinal))];

    /// <summary>Throws when it was asked for something that the protocol does not have.</summary>
    public void Verify()
    {
        if (Look(() => _faults.ToArray()) is { Length: > 0 } faults)
        {
            throw new InvalidOperationException($"The cloud does not know: {string.Join("; ", faults)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Verify();
    }

    private T Look<T>(Func<T> at)
    {
        lock (_lock)
        {
            return at();
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (context.Request.ContentLength > MaxUploadBytes)
        {
            // A proxy in front says so before the body comes.
            Record(context, target, []);
            context.Response.Headers.Connection = "close";
            await context.Response.PageAsync(413, "413 Request Entity Too Large");
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await (_options.Gate?.Invoke() ?? Task.CompletedTask);
        Record(context, target, body.ToArray());
        body.Position = 0;
        context.Request.Body = body;

        string[] parts = [.. target.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)];
        if ((context.Request.Method, parts) is ("POST", ["api", "auth", "anonymous-token"]))
        {
            await GiveTokenAsync(context);
        }
        else if ((context.Request.Method, parts) is ("GET", ["out", var name]))
        {
            await SendFilmAsync(context.Response, Path.GetFileNameWithoutExtension(name));
        }
        else if (AccountOf(context.Request) is not { } account)
        {
            await (HttpMethods.IsGet(context.Request.Method)
                ? context.Response.DetailAsync(401, "Could not validate credentials")
                : context.Response.NoAsync(1001, "token is invalid or expired"));
        }
        else
        {
            await AnswerAsync(context, account, parts);
        }
    }

    private Task AnswerAsync(HttpContext context, CloudAccount account, string[] parts) => (context.Request.Method, parts) switch
    {
        ("POST", ["api", "tasks", "me", "with-session", "nemo_agent"]) => CreateSessionAsync(context, account),
        ("POST", ["api", "auth", "claim-token"]) => GiveClaimAsync(context, account),
        ("GET", ["api", "credits", "balance", "simple"]) => TellCreditsAsync(context, account),
        ("POST", ["run_sse"]) => RunTurnAsync(context, account),
        ("POST", ["api", "upload-video", "nemo_agent", "me", var session]) => TakeUploadAsync(context, account, session),
        ("GET", ["api", "state", "nemo_agent", "me", var session, "latest"]) => TellStateAsync(context, account, session),
        ("POST", ["api", "render", "proxy", "lambda"]) => TakeRenderAsync(context, account),
        ("GET", ["api", "render", "proxy", "lambda", var render]) => TellRenderAsync(context, account, render),
        ("POST", ["api", "render", "proxy", "lambda", var render, "cancel"]) => CancelRenderAsync(context, account, render),
        ("GET", ["api", "render", "proxy", var render, "download"]) => DownloadAsync(context, account, render),
        _ => RefuseAsync(context),
    };

    private Task RefuseAsync(HttpContext context)
    {
        lock (_lock)
        {
            _faults.Add($"{context.Request.Method} {context.Request.Path}");
        }

        return context.Response.PageAsync(404, "404 Not Found");
    }

    private CloudAccount? AccountOf(HttpRequest request) => Look(() =>
        request.Headers.Authorization.ToString() is var said && said.StartsWith("Bearer ", StringComparison.Ordinal)
            ? _accounts.GetValueOrDefault(said["Bearer ".Length..])
            : null);

    private CloudProject? ProjectOf(CloudAccount account, string? session) => Look(() =>
        session is not null && _projects.TryGetValue(session, out var project) && project.Account == account ? project : null);

    private CloudRender? RenderOf(CloudAccount account, string id) => Look(() =>
        _renders.TryGetValue(id, out var render) && render.Account == account ? render : null);

    private void Record(HttpContext context, string target, byte[] body)
    {
        var request = new RecordedRequest(
            context.Request.Method,
            target,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body,
            body.Length,
            Convert.ToHexStringLower(SHA256.HashData(body)));
        lock (_lock)
        {
            _requests.Add(request);
        }
    }
}
