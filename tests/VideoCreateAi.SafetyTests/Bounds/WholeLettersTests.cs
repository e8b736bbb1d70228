using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.SafetyTests.Bounds;

public sealed class WholeLettersTests
{
    private static readonly string[] s_pieces =
        ["a", "é", "😀", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\uD83D", "\\u0041", "\\\\", "\\\\u", "\\\"", "\\n", "\\ud83d\\n", "\\ud83d\\u0041", "\\ud83d\\ud83d", "\\ude00\\ud83d", "\\\\ud83d", "u", "d83d", "\\/"];

    [Theory]
    [InlineData("""{"a":"\ud800"}""", "\uFFFD")]
    [InlineData("""{"a":"\udc00x"}""", "\uFFFDx")]
    [InlineData("""{"a":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "\uFFFD😀")]
    [InlineData("""{"a":"\\ud800"}""", "\\ud800")]
    [InlineData("""{"a":"\uD800\u0041"}""", "\uFFFDA")]
    public async Task Half_a_letter_is_replaced_and_everything_else_stays(string json, string text)
    {
        var read = await ReadAsync(Encoding.UTF8.GetBytes(json), pieces: 4096);

        Assert.Equal(text, JsonDocument.Parse(read).RootElement.GetProperty("a").GetString());
    }

    [Fact]
    public void In_whatever_pieces_it_comes_it_can_be_read_and_is_the_same() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5_000 * ProofSize.Times).WithEndSize(20),
        Prop.ForAll(Gen.Zip(Gen.Elements(s_pieces).ArrayOf(), Gen.Choose(1, 40)).ToArbitrary(), pair =>
        {
            var json = Encoding.UTF8.GetBytes("{\"a\":\"" + string.Concat(pair.Item1) + "\"}");

            var (whole, inPieces) = (ReadAsync(json, pieces: 4096).GetAwaiter().GetResult(), ReadAsync(json, pair.Item2).GetAwaiter().GetResult());

            Assert.Equal(whole, inPieces);
            Assert.NotNull(JsonDocument.Parse(whole).RootElement.GetProperty("a").GetString());
        }));

    private static async Task<byte[]> ReadAsync(byte[] json, int pieces)
    {
        await using var stream = new WholeLetters(new InPieces(json, pieces));
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, 64);
        return read.ToArray();
    }

    private sealed class InPieces(byte[] bytes, int length) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(length, buffer.Length)], cancellationToken);
    }
}
