using System.Text;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class ClientInputTests
{
    [Fact]
    public async Task Lines_pass_as_they_are_and_the_end_is_told()
    {
        await using var input = new ClientInput(new MemoryStream("one\ntwo\n"u8.ToArray()));
        using var reader = new StreamReader(input);

        Assert.Equal("one\ntwo\n", await reader.ReadToEndAsync());
        Assert.True(input.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_line_over_eight_mebibytes_is_cut_and_the_next_one_is_whole()
    {
        var line = new byte[9 * 1024 * 1024];
        Array.Fill(line, (byte)'a');
        await using var input = new ClientInput(new MemoryStream([.. line, .. "\nnext\n"u8]));
        using var reader = new StreamReader(input, Encoding.UTF8);

        var first = await reader.ReadLineAsync();
        var second = await reader.ReadLineAsync();

        Assert.InRange(first!.Length, 1, (8 * 1024 * 1024) + 1);
        Assert.Equal("next", second);
    }
}
