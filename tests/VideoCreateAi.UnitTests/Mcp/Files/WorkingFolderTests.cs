using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class WorkingFolderTests
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("//", false)]
    [InlineData("/home/me", false)]
    [InlineData("/home/me/", false)]
    [InlineData("/home", false)]
    [InlineData("/usr", false)]
    [InlineData("/usr/local/share", false)]
    [InlineData("/etc", false)]
    [InlineData("/tmp", false)]
    [InlineData("/root", false)]
    [InlineData("/Applications/Claude.app/Contents", false)]
    [InlineData("/opt/claude", false)]
    [InlineData("/home/me/.config/Claude", false)]
    [InlineData("/home/me/snap/code", false)]
    [InlineData("/home/me/../me", false)]
    [InlineData("/home/me/films/promo", true)]
    [InlineData("/home/me2", true)]
    [InlineData("/usrlocal", true)]
    [InlineData("/tmp/promo", true)]
    [InlineData("/media/me/stick", true)]
    [InlineData("/workspace", true)]
    public void On_Unix_only_a_folder_of_the_users_counts(string folder, bool counts)
        => Assert.Equal(counts, WorkingFolder.Counts(folder, "/home/me", windows: false));

    [Theory]
    [InlineData("/Users/me/Library/Application Support/Claude", false)]
    [InlineData("/Users/me", false)]
    [InlineData("/Users", false)]
    [InlineData("/Users/me/Movies/promo", true)]
    public void On_a_Mac_only_a_folder_of_the_users_counts(string folder, bool counts)
        => Assert.Equal(counts, WorkingFolder.Counts(folder, "/Users/me", windows: false));

    [Theory]
    [InlineData("/root/promo", "/root", true)]
    [InlineData("/var/home/me/promo", "/var/home/me", true)]
    [InlineData("/srv/promo", null, true)]
    public void A_home_folder_in_an_unusual_place_is_still_the_users(string folder, string? home, bool counts)
        => Assert.Equal(counts, WorkingFolder.Counts(folder, home, windows: false));

    [Theory]
    [InlineData(@"C:\", false)]
    [InlineData(@"D:\", false)]
    [InlineData(@"C:\Windows\System32", false)]
    [InlineData(@"c:\windows\system32\", false)]
    [InlineData("C:/Windows", false)]
    [InlineData(@"C:\Program Files\Claude", false)]
    [InlineData(@"C:\Program Files (x86)\X", false)]
    [InlineData(@"C:\ProgramData\X", false)]
    [InlineData(@"C:\Users", false)]
    [InlineData(@"C:\Users\me", false)]
    [InlineData(@"c:\users\ME\", false)]
    [InlineData(@"C:\Users\me\AppData\Local\AnthropicClaude\app-1.0", false)]
    [InlineData(@"\\server\share", false)]
    [InlineData(@"\\?\C:\work", false)]
    [InlineData(@"C:\Users\me\work\promo", true)]
    [InlineData(@"C:\work", true)]
    [InlineData(@"C:\WindowsPictures", true)]
    [InlineData(@"\\server\share\promo", true)]
    public void On_Windows_only_a_folder_of_the_users_counts(string folder, bool counts)
        => Assert.Equal(counts, WorkingFolder.Counts(folder, @"C:\Users\me", windows: true));
}
