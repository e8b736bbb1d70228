using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;
using VideoCreateAi.ConformanceFixture;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Http;

// The product's own endpoint, with the tools, prompts and resources that the official conformance suite asks for by name.
var limits = new HttpLimits();
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseLoopback(port: 0, limits);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services
    .AddMcpServer(options => options.ServerInfo = new Implementation { Name = "conformance-fixture", Version = "1.0.0" })
    .WithTools<ContentTools>()
    .WithTools<ClientTools>()
    .WithTools<InputTools>()
    .WithTools([SchemaTool.Create(), HeaderTool.Create()])
    .WithPrompts<FixturePrompts>()
    .WithResources<FixtureResources>()
    .WithRequestFilters(filters => filters.AddReadResourceFilter(MissingResource.Filter))
    .WithCompleteHandler((_, _) => ValueTask.FromResult(new CompleteResult { Completion = new Completion { Values = ["paris", "park", "party"], Total = 3, HasMore = false } }))
    .WithSubscribeToResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
    .WithUnsubscribeFromResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()));
builder.Services.AddMcpHttp(limits);

await using var app = builder.Build();
app.UseMcp(gate: null);
await app.StartAsync();
await Console.Out.WriteLineAsync(HttpServer.AddressOf(app).AbsoluteUri);
await app.WaitForShutdownAsync();
