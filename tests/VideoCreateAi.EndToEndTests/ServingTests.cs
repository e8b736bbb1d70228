using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ModelContextProtocol.Client;

namespace VideoCreateAi.EndToEndTests;

public sealed partial class ServingTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly PublishedServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_tells_its_address_and_where_its_token_is_but_not_the_token()
    {
        using var process = Serve("0");
        var told = (await process.StandardError.ReadLineAsync().WaitAsync(s_limit))!;
        var token = Between(told, "token in ", ".token") + ".token";
        var secret = (await File.ReadAllTextAsync(token)).Trim();
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(Between(told, "at ", ". ")),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {secret}" },
        }));

        var tools = await client.ListToolsAsync();
        Terminate(process);
        var rest = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(s_limit);

        Assert.Contains(tools, tool => tool.Name == "create_video");
        Assert.DoesNotContain(secret, told + rest, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var process = Serve(((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var told = await process.StandardError.ReadToEndAsync().WaitAsync(s_limit);
        await process.WaitForExitAsync().WaitAsync(s_limit);

        Assert.Equal(2, process.ExitCode);
        Assert.Single(told.Trim().Split('\n'));
        Assert.Contains("is taken", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--read-only", null)]
    [InlineData(null, "true")]
    public async Task A_server_that_only_reads_lists_only_what_reads(string? option, string? variable)
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [.. _server.Arguments, .. option is null ? [] : new[] { option }],
            EnvironmentVariables = new Dictionary<string, string?> { ["VIDEOCREATEAI_READ_ONLY"] = variable },
        }));

        var tools = await client.ListToolsAsync();
        var refused = await client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = "make a video" });

        Assert.NotEmpty(tools);
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.StartsWith("read_only:", ToolCalls.Text(refused), StringComparison.Ordinal);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static void Terminate(Process process)
    {
        const int Terminate = 15;
        _ = Signal(process.Id, Terminate);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int processId, int signal);

    private Process Serve(string port)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { PublishedServer.Library, "serve", "--http", port, "--data", _server.DataFolder, "--output", _server.OutputFolder })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
