using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Bounds;

public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherExecute)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite | UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.None)]
    public void A_folder_that_was_there_before_is_closed_to_others(UnixFileMode open)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Directory.CreateDirectory(_folder.File("data"), Owner).FullName;
        File.SetUnixFileMode(path, Owner | open);

        PrivateFile.CreateFolder(path);

        Assert.Equal(Owner, File.GetUnixFileMode(path));
    }
}
