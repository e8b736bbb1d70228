using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Streams that a real Google ADK server sent, byte for byte. Beside each lies what the caller makes of it.</summary>
public sealed class RecordingTests
{
    private const string Folder = "tests/VideoCreateAi.ProtocolTests/Recordings";

    public static TheoryData<string> Recordings => new(
        Directory.GetFiles(RepositoryFile.PathOf(Folder), "*.sse").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Recordings))]
    public async Task A_recording_is_told_as_written_beside_it(string name)
    {
        var told = await TellAsync(RepositoryFile.Read($"{Folder}/{name}.sse"));

        Assert.Equal(Snapshot.Read($"{Folder}/{name}.told.txt", told), told);
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Recordings))]
    public async Task Where_the_network_cuts_a_recording_makes_no_difference(string name)
    {
        var bytes = RepositoryFile.Read($"{Folder}/{name}.sse");
        var whole = await TellAsync(bytes);
        var (backend, client) = InMemoryBackend.Start();
        using (client)
        {
            for (var cut = 1; cut < bytes.Length; cut++)
            {
                var at = cut;
                backend.Body = () => new ChoppedStream(bytes, at);

                Assert.Equal(whole, await TurnStory.OfAsync(client));
            }

            backend.Body = () => new ChoppedStream(bytes, [.. Enumerable.Range(1, bytes.Length)]);
            Assert.Equal(whole, await TurnStory.OfAsync(client));
        }
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Recordings))]
    public async Task However_the_network_cuts_a_recording_it_is_told_alike(string name)
    {
        var bytes = RepositoryFile.Read($"{Folder}/{name}.sse");
        var whole = await TellAsync(bytes);
        var cuts = ArbMap.Default.ArbFor<PositiveInt[]>();

        Check.QuickThrowOnFailure(Prop.ForAll(cuts, sizes =>
        {
            var (backend, client) = InMemoryBackend.Start();
            using (client)
            {
                var at = 0;
                var ends = sizes.Select(size => at += size.Get).ToArray();
                backend.Body = () => new ChoppedStream(bytes, ends);
                return TurnStory.OfAsync(client).GetAwaiter().GetResult() == whole;
            }
        }));
    }

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Recordings))]
    public async Task The_kind_of_line_end_makes_no_difference(string name)
    {
        var bytes = RepositoryFile.Read($"{Folder}/{name}.sse");
        var text = Encoding.UTF8.GetString(bytes);
        var whole = await TellAsync(bytes);

        foreach (var variant in (string[])[text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace('\n', '\r'), "\uFEFF" + text, ": ping\n\n" + text, text.TrimEnd()])
        {
            Assert.Equal(whole, await TellAsync(Encoding.UTF8.GetBytes(variant)));
        }
    }

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Recordings))]
    public async Task Snake_case_makes_no_difference(string name)
    {
        var bytes = RepositoryFile.Read($"{Folder}/{name}.sse");
        var snake = new StringBuilder(Encoding.UTF8.GetString(bytes));
        foreach (var (camel, other) in (ReadOnlySpan<(string, string)>)
            [("functionCall", "function_call"), ("functionResponse", "function_response"), ("errorCode", "error_code"), ("errorMessage", "error_message"), ("invocationId", "invocation_id")])
        {
            snake.Replace($"\"{camel}\"", $"\"{other}\"");
        }

        Assert.Equal(await TellAsync(bytes), await TellAsync(Encoding.UTF8.GetBytes(snake.ToString())));
    }

    private static async Task<string> TellAsync(byte[] bytes)
    {
        var (backend, client) = InMemoryBackend.Start();
        using (client)
        {
            backend.Body = () => new MemoryStream(bytes);
            return await TurnStory.OfAsync(client);
        }
    }
}
