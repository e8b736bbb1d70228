using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Serves the MCP server that is configured in the services over HTTP, to this machine alone.</summary>
internal static class McpHttp
{
    private static readonly TimeSpan s_headersLimit = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddMcpHttp(this IServiceCollection services, HttpLimits limits)
    {
        services.AddSingleton(limits);
        services.AddSingleton<HttpSessions>();
        services.AddSingleton<StatelessCalls>();
        services.AddSingleton<McpEndpoint>();
        services.AddScoped<SessionScope>();
        services.AddHostedService<SessionSweep>();

        // A session's services live as long as the session, those of a call without one as long as the call.
        services.PostConfigure<McpServerOptions>(options => options.ScopeRequests = false);
        return services;
    }

    /// <param name="port">0 = any that is free.</param>
    public static IWebHostBuilder UseLoopback(this IWebHostBuilder web, int port, HttpLimits limits) => web
        .UseKestrelCore()
        .ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.LargestBody;
            kestrel.Limits.MaxConcurrentConnections = limits.MostConnections;
            kestrel.Limits.RequestHeadersTimeout = s_headersLimit;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });

    /// <summary>Refuses what does not come from this machine by its name, then what <paramref name="gate"/> refuses.</summary>
    public static IApplicationBuilder UseMcp(this IApplicationBuilder app, BearerGate? gate)
    {
        app.Use(LoopbackGate.InvokeAsync);
        if (gate is not null)
        {
            app.Use(gate.InvokeAsync);
        }

        app.Run(app.ApplicationServices.GetRequiredService<McpEndpoint>().HandleAsync);
        return app;
    }
}
