using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class FileAccessPolicyTests : IDisposable
{
    private readonly UserFolders _user = new();

    public void Dispose() => _user.Dispose();

    [Fact]
    public void A_users_folder_that_is_the_home_folder_itself_is_dropped()
    {
        var policy = new FileAccessPolicy(new FileAccessOptions { HomeFolder = _user.Home, UserFolders = [_user.Home, "/", "", _user.Pictures] });

        Assert.Equal([_user.Pictures], policy.AllowedFolders);
    }

    [Fact]
    public void Folders_are_kept_by_their_real_paths_and_once()
    {
        var link = Path.Combine(_user.Home, "Bilder");
        Directory.CreateSymbolicLink(link, _user.Pictures);

        var policy = new FileAccessPolicy(new FileAccessOptions { HomeFolder = _user.Home, UserFolders = [link, _user.Pictures + "/"] });

        Assert.Equal([_user.Pictures], policy.AllowedFolders);
    }

    [Fact]
    public void A_file_that_was_named_at_a_shell_is_taken_from_where_it_lies_and_its_neighbour_is_not()
    {
        var named = UserFolders.PutIn(_user.Elsewhere, "named.png");
        var policy = Naming(named);

        using var file = LocalFile.Open(named, policy);

        Assert.Equal("named.png", file.Name);
        Assert.Equal("outside_allowed_folders", _user.Refused(UserFolders.PutIn(_user.Elsewhere, "other.png"), policy).Code);
    }

    [Theory]
    [InlineData(".secret/a.png", "hidden_folder")]
    [InlineData(".a.png", "hidden_folder")]
    [InlineData("private/a.png", "hidden_folder")]
    public void A_hidden_or_private_file_is_not_taken_for_being_named(string name, string code)
    {
        var path = UserFolders.PutIn(_user.Elsewhere, name);

        Assert.Equal(code, _user.Refused(path, Naming(path)).Code);
    }

    [Theory]
    [InlineData("/proc/self/environ")]
    [InlineData("/dev/zero")]
    [InlineData("/sys/kernel/uevent_seqnum")]
    public void What_the_system_shows_as_files_is_not_taken_for_being_named(string path)
        => Assert.Equal("outside_allowed_folders", _user.Refused(path, Naming(path)).Code);

    private FileAccessPolicy Naming(string path) => new(new FileAccessOptions { NamedFiles = [path], PrivateFolders = [Path.Combine(_user.Elsewhere, "private")] });

    [Fact]
    public void A_working_directory_that_is_a_link_to_a_system_folder_does_not_count()
    {
        var link = Path.Combine(_user.Home, "work");
        Directory.CreateSymbolicLink(link, "/usr/share");

        Assert.Null(_user.PolicyOf(link).WorkingDirectory);
        Assert.Equal(_user.Elsewhere, _user.PolicyOf(_user.Elsewhere).WorkingDirectory);
    }

    [Fact]
    public void Messages_list_only_folders_that_are_there_and_none_inside_another()
    {
        Directory.CreateDirectory(Path.Combine(_user.Home, "Videos", "VideoCreateAi"));

        Assert.Equal(["~/Pictures", "~/Videos", _user.Elsewhere], _user.PolicyOf(null, _user.Elsewhere).ShownFolders);
    }

    [Fact]
    public void Exports_are_allowed_even_below_a_hidden_data_directory()
    {
        var exports = Path.Combine(_user.Home, ".local", "share", "videocreateai", "exports");
        var policy = new FileAccessPolicy(new FileAccessOptions
        {
            HomeFolder = _user.Home,
            OutputFolder = exports,
            PrivateFolders = [Path.GetDirectoryName(exports)!],
        });

        using var file = LocalFile.Open(UserFolders.PutIn(exports, "a.png"), policy);

        Assert.Equal("hidden_folder", _user.Refused(UserFolders.PutIn(exports, ".x/a.png"), policy).Code);
        Assert.Equal("outside_allowed_folders", _user.Refused(UserFolders.PutIn(Path.GetDirectoryName(exports)!, "b.png"), policy).Code);
    }

    [Fact]
    public void Keys_stay_closed_even_in_a_folder_that_was_allowed_by_hand()
    {
        var keys = UserFolders.PutIn(Path.Combine(_user.Home, ".ssh"), "notes.txt", "secret"u8.ToArray());

        Assert.Equal("hidden_folder", _user.Refused(keys, _user.PolicyOf(null, Path.GetDirectoryName(keys)!)).Code);
        Assert.Equal("hidden_folder", _user.Refused(keys, _user.PolicyOf(null, "/")).Code);
    }
}
