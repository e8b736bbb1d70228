using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class ClientInputTests
{
    [Fact]
    public async Task Lines_pass_as_they_are_and_the_end_is_told()
    {
        await using var input = new ClientInput(new MemoryStream("one\ntwo\n"u8.ToArray()), new ClientOutput(Stream.Null));
        using var reader = new StreamReader(input);

        Assert.Equal("one\ntwo\n", await reader.ReadToEndAsync());
        Assert.True(input.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_line_over_eight_mebibytes_reaches_nobody_and_those_around_it_are_whole()
    {
        var line = new byte[9 * 1024 * 1024];
        Array.Fill(line, (byte)'a');
        using var answers = new MemoryStream();
        await using var input = new ClientInput(new MemoryStream([.. "before\n"u8, .. line, .. "\nnext\nlast"u8]), new ClientOutput(answers));
        using var reader = new StreamReader(input, Encoding.UTF8);

        var text = await reader.ReadToEndAsync();

        Assert.Equal("before\nnext\nlast", text);
        Assert.Equal(-32600, JsonDocument.Parse(answers.ToArray()).RootElement.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData(8 * 1024 * 1024, true)]
    [InlineData((8 * 1024 * 1024) + 1, false)]
    public async Task Eight_mebibytes_are_the_most(int length, bool passes)
    {
        var line = new byte[length];
        Array.Fill(line, (byte)'a');
        await using var input = new ClientInput(new MemoryStream([.. line, (byte)'\n']), new ClientOutput(Stream.Null));
        using var reader = new StreamReader(input, Encoding.UTF8);

        Assert.Equal(passes ? length + 1 : 0, (await reader.ReadToEndAsync()).Length);
    }

    [Fact]
    public async Task An_answer_of_our_own_waits_for_the_end_of_a_message_that_is_being_written()
    {
        using var written = new MemoryStream();
        await using var output = new ClientOutput(written);

        await output.WriteAsync("{\"id\":1,"u8.ToArray());
        await output.WriteLineAsync("{\"ours\":true}"u8.ToArray(), CancellationToken.None);
        await output.WriteAsync("\"result\":{}}"u8.ToArray());
        await output.WriteAsync("\n"u8.ToArray());

        Assert.Equal("{\"id\":1,\"result\":{}}\n{\"ours\":true}\n", Encoding.UTF8.GetString(written.ToArray()));
    }
}
