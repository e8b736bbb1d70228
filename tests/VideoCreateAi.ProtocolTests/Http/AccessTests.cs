using System.Net.Sockets;
using System.Text;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class AccessTests : IAsyncLifetime
{
    private VideoServer _server = null!;

    public async Task InitializeAsync() => _server = await VideoServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/mcp")]
    [InlineData("/mcp?access_token={token}")]
    [InlineData("/")]
    [InlineData("/no/such/path")]
    public async Task Without_the_token_nothing_is_told(string path)
    {
        var target = new Uri(_server.Address, path.Replace("{token}", _server.Token, StringComparison.Ordinal));
        using var stranger = new RawClient(target);

        var reply = await stranger.PostAsync(RawClient.Hello);

        Assert.Equal(401, reply.Status);
        Assert.Equal("", reply.Body);
        Assert.Equal(["Content-Length", "Date", "WWW-Authenticate"], reply.Headers.Keys.Order());
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer {token}x")]
    [InlineData("Bearer {token} {token}")]
    [InlineData("Bearer  {token}")]
    [InlineData("Bearer{token}")]
    [InlineData("Basic {token}")]
    [InlineData("{token}")]
    public async Task A_wrong_token_is_as_good_as_none(string authorization)
        => Assert.Equal(401, await StatusOfAsync($"Authorization: {authorization.Replace("{token}", _server.Token, StringComparison.Ordinal)}"));

    [Fact]
    public async Task Two_tokens_are_as_good_as_none()
        => Assert.Equal(401, await StatusOfAsync($"Authorization: Bearer {_server.Token}\r\nAuthorization: Bearer {_server.Token}"));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_right_token_opens(string scheme)
        => Assert.Equal(200, await StatusOfAsync($"Authorization: {scheme} {_server.Token}"));

    [Theory]
    [InlineData("127.0.0.1:{port}", 200)]
    [InlineData("localhost:{port}", 200)]
    [InlineData("LocalHost:{port}", 200)]
    [InlineData("[::1]:{port}", 200)]
    [InlineData("localhost", 403)]
    [InlineData("localhost:99999", 403)]
    [InlineData("localhost.:{port}", 403)]
    [InlineData("127.0.0.1.evil.example:{port}", 403)]
    [InlineData("evil.example", 403)]
    [InlineData("evil.example:{port}", 403)]
    [InlineData("0.0.0.0:{port}", 403)]
    [InlineData("", 403)]
    public async Task Only_this_machine_is_a_host(string host, int status)
        => Assert.Equal(status, await StatusOfAsync($"Authorization: Bearer {_server.Token}", host));

    [Theory]
    [InlineData("http://127.0.0.1:{port}", 200)]
    [InlineData("http://localhost:{port}", 200)]
    [InlineData("https://localhost:{port}", 403)]
    [InlineData("http://localhost", 403)]
    [InlineData("http://localhost:{port}.evil.example", 403)]
    [InlineData("http://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    [InlineData("http://localhost:{port}\r\nOrigin: http://evil.example", 403)]
    public async Task Only_this_machine_is_an_origin(string origin, int status)
        => Assert.Equal(status, await StatusOfAsync(
            $"Authorization: Bearer {_server.Token}\r\nOrigin: {origin.Replace("{port}", Port, StringComparison.Ordinal)}"));

    [Fact]
    public async Task Two_hosts_are_refused()
        => Assert.Equal(400, await StatusOfAsync($"Authorization: Bearer {_server.Token}\r\nHost: localhost:{Port}"));

    [Fact]
    public async Task A_foreign_address_in_the_request_line_is_refused()
        => Assert.Equal(403, await StatusOfAsync($"Authorization: Bearer {_server.Token}", "evil.example", "http://evil.example/mcp"));

    [Fact]
    public async Task With_the_token_another_path_is_not_found()
    {
        using var client = new RawClient(new Uri(_server.Address, "/other"), _server.Token);

        Assert.Equal(404, (await client.PostAsync(RawClient.Hello)).Status);
    }

    private string Port => _server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Written by hand: client libraries mend what is to be wrong here.</summary>
    private async Task<int> StatusOfAsync(string headers, string host = "127.0.0.1:{port}", string target = "/mcp")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", _server.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(
            $"POST {target} HTTP/1.1\r\nHost: {host.Replace("{port}", Port, StringComparison.Ordinal)}\r\n{headers}\r\n"
            + $"Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\nConnection: close\r\nContent-Length: {RawClient.Hello.Length}\r\n\r\n{RawClient.Hello}"));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();
        return int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
