using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class BearerTokenTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_has_256_bits_and_stays_the_same()
    {
        var first = await OpenAsync();
        var text = await TextAsync(first);

        var second = await OpenAsync();

        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(text).Length);
        Assert.Equal(text, await TextAsync(second));
        Assert.True(first.Matches(text) && second.Matches(text));
        Assert.False(first.Matches(text.AsSpan(1)));
        Assert.False(first.Matches(""));
    }

    [Fact]
    public async Task Every_data_directory_has_its_own()
    {
        using var other = new TempFolder();

        Assert.False((await OpenAsync()).Matches(await TextAsync(await BearerToken.OpenAsync(other.Path, TimeProvider.System, CancellationToken.None))));
    }

    [Fact]
    public async Task Only_its_owner_may_read_it()
    {
        var token = await OpenAsync();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(token.Path));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(token.Path)!));
        }
    }

    [Fact]
    public async Task One_that_others_could_read_is_replaced()
    {
        var known = await TextAsync(await OpenAsync());
        var path = (await OpenAsync()).Path;
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var next = await OpenAsync();

        Assert.False(next.Matches(known));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task What_is_no_token_is_replaced(string content)
    {
        var token = await OpenAsync();
        await File.WriteAllTextAsync(token.Path, content);

        var next = await OpenAsync();

        Assert.False(next.Matches(content));
        Assert.True(next.Matches(await TextAsync(next)));
    }

    [Fact]
    public async Task Servers_that_start_together_agree()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenAsync)));

        var text = await TextAsync(opened[0]);
        Assert.All(opened, token => Assert.True(token.Matches(text)));
    }

    private Task<BearerToken> OpenAsync() => BearerToken.OpenAsync(_folder.File("data"), TimeProvider.System, CancellationToken.None);

    private static async Task<string> TextAsync(BearerToken token) => (await File.ReadAllTextAsync(token.Path)).Trim();
}
