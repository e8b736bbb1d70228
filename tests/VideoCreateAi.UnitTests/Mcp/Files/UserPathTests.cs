using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class UserPathTests
{
    private static readonly FileAccessPolicy s_policy = new(new FileAccessOptions { HomeFolder = @"C:\Users\me" });

    [Theory]
    [InlineData(@"C:\Users\me\a.jpg", @"C:\Users\me\a.jpg")]
    [InlineData("C:/Users/me/a.jpg", "C:/Users/me/a.jpg")]
    [InlineData(@"~\Pictures\a.jpg", @"C:\Users\me\Pictures\a.jpg")]
    [InlineData("~/Pictures/a.jpg", "C:\\Users\\me/Pictures/a.jpg")]
    [InlineData("file:///C:/Users/me/my%20a.jpg", "C:/Users/me/my a.jpg")]
    [InlineData(@"\\server\share\a.jpg", @"\\server\share\a.jpg")]
    [InlineData(@"C:\a\..\b.jpg", @"C:\a\..\b.jpg")]
    public void A_Windows_path_is_understood(string text, string path)
        => Assert.Equal(path, UserPath.ToAbsolute(text, s_policy, windows: true));

    [Theory]
    [InlineData(@"C:\x\CON.mp4")]
    [InlineData(@"C:\x\nul")]
    [InlineData(@"C:\x\com1.mp4")]
    [InlineData(@"C:\x\LPT¹.txt")]
    [InlineData(@"C:\x\a.mp4.")]
    [InlineData(@"C:\x\a.mp4 ")]
    [InlineData(@"C:\x\a.mp4::$DATA")]
    [InlineData(@"C:\x\a.mp4:stream")]
    [InlineData(@"\\.\pipe\x")]
    [InlineData(@"\\?\C:\x\a.mp4")]
    [InlineData("//./PhysicalDrive0")]
    [InlineData("C:a.mp4")]
    [InlineData(@"\a.mp4")]
    public void What_Windows_would_take_for_something_else_is_refused(string text)
        => Assert.Equal("invalid_path", Assert.Throws<LocalFileException>(() => UserPath.ToAbsolute(text, s_policy, windows: true)).Code);

    [Theory]
    [InlineData("file:///a%20b/c.png", "/a b/c.png")]
    [InlineData("file://localhost/a.png", "/a.png")]
    [InlineData("file:/a.png", "/a.png")]
    [InlineData("FILE:///a#b?c.png", "/a#b?c.png")]
    [InlineData("/a%20b.png", "/a%20b.png")]
    public void A_file_address_is_decoded_and_a_path_is_not(string text, string path)
        => Assert.Equal(path, UserPath.ToAbsolute(text, s_policy, windows: false));
}
