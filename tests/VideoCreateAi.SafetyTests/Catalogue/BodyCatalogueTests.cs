using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VideoCreateAi.SafetyTests.Catalogue;

/// <summary>Requests that are no message of the protocol. Each row: the status, further header lines, the body.</summary>
public sealed class BodyCatalogueTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    public static TheoryData<int, string> Rows => CatalogueFile.Rows("bodies.tsv");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_body_is_refused_by_its_status_and_nothing_is_sent(int line, string row)
    {
        Assert.True(line > 0);
        var fields = CatalogueFile.Fields(row);
        var body = Encoding.Latin1.GetBytes(CatalogueFile.Plain(fields[2]));
        var before = server.BackendRequests;
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Address.Port);
        var stream = socket.GetStream();

        var head = $"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port.ToString(CultureInfo.InvariantCulture)}\r\nAuthorization: Bearer {server.Token}\r\n"
            + $"Connection: close\r\n{CatalogueFile.Plain(fields[1]).Replace("{length}", body.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head));
        try
        {
            await stream.WriteAsync(body);
        }
        catch (IOException)
        {
            // Refused before all of it was sent.
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        var status = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(fields[0], status?.Split(' ')[1]);
        Assert.Equal(before, server.BackendRequests);
    }
}
