using System.Net.Sockets;
using System.Text;
using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class LocalFileTests : IDisposable
{
    private readonly UserFolders _user = new();

    public void Dispose() => _user.Dispose();

    [Fact]
    public async Task A_picture_in_an_allowed_folder_is_read_whole_and_as_often_as_asked()
    {
        using var file = LocalFile.Open(_user.Put("a.png"), _user.Policy);

        Assert.Equal(UserFolders.PngBytes, await ReadAllAsync(file));
        Assert.Equal(UserFolders.PngBytes, await ReadAllAsync(file));
        Assert.Equal((LocalFileKind.Media, "a.png", "png", (long)UserFolders.PngBytes.Length, (string?)null),
            (file.Kind, file.Name, file.Format!.Extension, file.Length, file.Text));
    }

    [Fact]
    public void A_picture_with_another_extension_is_taken_for_what_it_is()
    {
        using var file = LocalFile.Open(_user.Put("a.jpg"), _user.Policy);

        Assert.Equal("png", file.Format!.Extension);
    }

    [Theory]
    [InlineData("script.txt")]
    [InlineData("notes.md")]
    [InlineData("captions.SRT")]
    public void A_text_is_read_here(string name)
    {
        using var file = LocalFile.Open(_user.Put(name, "\uFEFFGrüße\n"u8.ToArray()), _user.Policy);

        Assert.Equal((LocalFileKind.Text, "Grüße\n"), (file.Kind, file.Text));
    }

    [Fact]
    public void A_text_in_UTF_16_is_read_when_its_byte_order_mark_says_so()
    {
        using var file = LocalFile.Open(_user.Put("a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Grüße")]), _user.Policy);

        Assert.Equal("Grüße", file.Text);
    }

    [Fact]
    public void A_text_in_no_known_encoding_is_refused()
        => Assert.Equal("unsupported_file_type", _user.Refused(_user.Put("a.txt", [0x47, 0x72, 0xFC, 0xDF, 0x65])).Code);

    [Fact]
    public void A_text_over_its_limit_is_refused_with_size_and_limit()
    {
        var refusal = _user.Refused(_user.Put("a.txt", new byte[LocalFile.MaxTextBytes + 1]));

        Assert.Equal("file_too_large", refusal.Code);
        Assert.Contains("257 KB; the limit for a script or captions is 256 KB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_named_mp4_is_called_a_text_file()
    {
        var refusal = _user.Refused(_user.Put("a.mp4", "#EXTM3U\nfile:///etc/passwd\n"u8.ToArray()));

        Assert.Equal(("unsupported_file_type", 4001), (refusal.Code, refusal.BackendNumber));
        Assert.Contains("is a text file, not a video", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_HEIC_photo_is_named_with_the_way_out()
    {
        var refusal = _user.Refused(_user.Put("a.jpg", [0, 0, 0, 0x18, .. "ftypheic\0\0\0\0mif1heic"u8, .. new byte[100]]));

        Assert.Equal(("unsupported_file_type", 4001), (refusal.Code, refusal.BackendNumber));
        Assert.Contains("HEIC", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Save it as JPEG", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_refused_with_the_accepted_list()
    {
        var refusal = _user.Refused(_user.Put("a.mp4", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]));

        Assert.Contains("mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal("empty_file", _user.Refused(_user.Put("a.png", [])).Code);

    [Fact]
    public void A_file_over_500_MB_is_refused_at_once_with_size_and_limit()
    {
        var path = _user.Put("a.png");
        using (var sparse = File.OpenWrite(path))
        {
            sparse.SetLength(600L * 1024 * 1024);
        }

        var refusal = _user.Refused(path);

        Assert.Equal(("file_too_large", 4002), (refusal.Code, refusal.BackendNumber));
        Assert.Contains("600 MB; the limit is 500 MB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_in_an_allowed_folder_is_called_missing()
        => Assert.Equal("file_not_found", _user.Refused(Path.Combine(_user.Pictures, "no", "such.png")).Code);

    [Fact]
    public void A_folder_is_refused_with_the_hint_to_name_its_files()
    {
        var refusal = _user.Refused(_user.Pictures);

        Assert.Equal("not_a_file", refusal.Code);
        Assert.Contains("Name the files in it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_named_pipe_is_refused_and_does_not_hang()
    {
        var path = Path.Combine(_user.Pictures, "pipe.mp4");
        UserFolders.Run("mkfifo", path);

        var refusal = await Task.Run(() => _user.Refused(path));

        Assert.Equal("not_a_file", refusal.Code);
    }

    [Fact]
    public void A_socket_is_refused()
    {
        var path = Path.Combine(_user.Pictures, "s.mp4");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        Assert.Equal("not_a_file", _user.Refused(path).Code);
    }

    // By number, because to the user that builds run as every file is readable.
    [Theory]
    [InlineData(2, "NotFound")]
    [InlineData(20, "NotFound")]
    [InlineData(13, "Denied")]
    [InlineData(1, "Denied")]
    [InlineData(24, "Denied")]
    [InlineData(6, "NotRegular")]
    public void What_the_system_says_is_understood(int errno, string failure)
        => Assert.Equal(failure, NativeFile.FailureOf(errno).ToString());

    [Fact]
    public void What_exists_outside_and_what_does_not_are_refused_in_the_same_words()
    {
        var there = UserFolders.PutIn(_user.Elsewhere, "there.png");
        var gone = Path.Combine(_user.Elsewhere, "gonee.png");

        var (one, other) = (_user.Refused(there), _user.Refused(gone));

        Assert.Equal("outside_allowed_folders", one.Code);
        Assert.Equal(one.Message.Replace(there, "", StringComparison.Ordinal), other.Message.Replace(gone, "", StringComparison.Ordinal));
        Assert.Contains("Allowed: ~/Pictures.", one.Message, StringComparison.Ordinal);
        Assert.Contains("--allow-dir", one.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_an_allowed_folder_is_outside_even_when_the_way_leads_through_a_linked_folder()
    {
        UserFolders.PutIn(_user.Elsewhere, "a.png");
        File.CreateSymbolicLink(Path.Combine(_user.Pictures, "file.png"), Path.Combine(_user.Elsewhere, "a.png"));
        Directory.CreateSymbolicLink(Path.Combine(_user.Pictures, "folder"), _user.Elsewhere);

        Assert.Equal("outside_allowed_folders", _user.Refused(Path.Combine(_user.Pictures, "file.png")).Code);
        Assert.Equal("outside_allowed_folders", _user.Refused(Path.Combine(_user.Pictures, "folder", "a.png")).Code);
        Assert.Equal("outside_allowed_folders", _user.Refused(Path.Combine(_user.Pictures, "folder", "gone.png")).Code);
    }

    [Fact]
    public void A_link_to_another_allowed_file_is_followed()
    {
        var link = Path.Combine(_user.Pictures, "link.png");
        File.CreateSymbolicLink(link, _user.Put("album/real.png"));

        using var file = LocalFile.Open(link, _user.Policy);

        Assert.Equal("real.png", file.Name);
    }

    [Fact]
    public void A_folder_whose_name_only_begins_like_an_allowed_one_is_outside()
        => Assert.Equal("outside_allowed_folders", _user.Refused(UserFolders.PutIn(_user.Pictures + "_evil", "a.png")).Code);

    [Theory]
    [InlineData("/proc/self/environ")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdin")]
    [InlineData("/sys/kernel/notes")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../../../../../etc/passwd")]
    public void The_systems_own_files_are_outside_even_when_everything_is_allowed_by_hand(string path)
    {
        Assert.Equal("outside_allowed_folders", _user.Refused(path).Code);
        if (!path.Contains("etc", StringComparison.Ordinal))
        {
            Assert.Equal("outside_allowed_folders", _user.Refused(path, _user.PolicyOf(null, "/")).Code);
        }
    }

    [Theory]
    [InlineData(".secret.png")]
    [InlineData(".git/a.png")]
    [InlineData("x/.ssh/id.txt")]
    public void Hidden_files_and_folders_are_refused(string name)
        => Assert.Equal("hidden_folder", _user.Refused(_user.Put(name)).Code);

    [Fact]
    public void A_link_into_a_hidden_folder_is_refused()
    {
        var link = Path.Combine(_user.Pictures, "a.png");
        File.CreateSymbolicLink(link, _user.Put(".thumbs/a.png"));

        Assert.Equal("hidden_folder", _user.Refused(link).Code);
    }

    [Fact]
    public void The_servers_own_data_is_refused_where_an_allowed_folder_lies_around_it()
        => Assert.Equal("hidden_folder",
            _user.Refused(UserFolders.PutIn(Path.Combine(_user.Home, "Documents", "server-data"), "token.txt", "secret"u8.ToArray())).Code);

    [Theory]
    [InlineData("/mnt/user-data/uploads/IMG_1.jpg")]
    [InlineData("/mnt/data/a.png")]
    [InlineData("/home/claude/a.png")]
    [InlineData("/tmp/uploads/a.png")]
    [InlineData("file:///mnt/user-data/uploads/a.png")]
    [InlineData("sandbox:/mnt/data/a.png")]
    public void A_path_of_the_chats_own_sandbox_is_explained(string path)
    {
        var refusal = _user.Refused(path, _user.PolicyOf(_user.Elsewhere));

        Assert.Equal("sandbox_path", refusal.Code);
        Assert.Contains("save the file under Pictures", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_home_folders_short_form_and_file_addresses_are_understood()
    {
        var path = _user.Put("my photo.png");

        using var home = LocalFile.Open("~/Pictures/my photo.png", _user.Policy);
        using var address = LocalFile.Open("file://" + path.Replace(" ", "%20", StringComparison.Ordinal), _user.Policy);

        Assert.Equal("my photo.png", home.Name);
        Assert.Equal("my photo.png", address.Name);
    }

    [Theory]
    [InlineData("$HOME/a.png")]
    [InlineData("%USERPROFILE%/a.png")]
    [InlineData("%2e%2e/a.png")]
    [InlineData("concat:a|b.png")]
    [InlineData("http:a.png")]
    [InlineData("fr%d.png")]
    public void Signs_that_mean_something_elsewhere_are_letters_of_a_name(string name)
    {
        UserFolders.PutIn(_user.Elsewhere, name);

        using var file = LocalFile.Open(name, _user.PolicyOf(_user.Elsewhere));

        Assert.Equal(Path.GetFileName(name), file.Name);
    }

    [Fact]
    public void A_relative_path_starts_from_the_working_directory_when_that_counts()
    {
        UserFolders.PutIn(_user.Elsewhere, "a.png");

        using var file = LocalFile.Open("./a.png", _user.PolicyOf(_user.Elsewhere));

        Assert.Equal("a.png", file.Name);
        Assert.Equal("outside_allowed_folders", _user.Refused("a.png", _user.PolicyOf("/")).Code);
        Assert.Contains("relative path", _user.Refused("a.png", _user.PolicyOf(_user.Home)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "invalid_path")]
    [InlineData("  ", "invalid_path")]
    [InlineData("/a\0b.png", "invalid_path")]
    [InlineData("file://server/share/a.png", "invalid_path")]
    [InlineData("https://example.com/a.png", "invalid_path")]
    public void What_is_no_path_is_refused(string path, string code) => Assert.Equal(code, _user.Refused(path).Code);

    // Built here: an attribute cannot carry half a character.
    [Fact]
    public void Half_a_character_is_in_no_path() => Assert.Equal("invalid_path", _user.Refused($"/{(char)0xD800}.png").Code);

    [Fact]
    public void A_path_or_a_name_that_is_too_long_is_refused()
    {
        Assert.Equal("path_too_long", _user.Refused(string.Concat(Enumerable.Repeat("/a", 10_000))).Code);
        Assert.Equal("path_too_long", _user.Refused("~/Pictures/" + new string('ü', 200) + ".png").Code);
    }

    [Fact]
    public void A_name_is_shown_without_what_could_steer_a_terminal_or_hide()
    {
        using var file = LocalFile.Open(_user.Put("a\u001b[2J\n\u202Egpj\u200B.png"), _user.Policy);

        Assert.Equal("a[2Jgpj.png", file.Name);
    }

    [Fact]
    public async Task A_file_that_grows_or_shrinks_while_it_is_read_is_refused()
    {
        var path = _user.Put("a.png", [.. UserFolders.PngBytes, .. new byte[100_000]]);
        using var file = LocalFile.Open(path, _user.Policy);
        await using var content = file.OpenRead();
        await content.ReadExactlyAsync(new byte[1000]);

        await using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.SetLength(50_000);
        }

        var refusal = await Assert.ThrowsAsync<LocalFileException>(() => content.CopyToAsync(Stream.Null));
        Assert.Equal("file_changed", refusal.Code);
    }

    [Fact]
    public async Task What_was_judged_is_read_even_when_the_path_leads_elsewhere_now()
    {
        var path = _user.Put("a.png");
        using var file = LocalFile.Open(path, _user.Policy);

        File.Delete(path);
        File.CreateSymbolicLink(path, "/etc/passwd");

        Assert.Equal(UserFolders.PngBytes, await ReadAllAsync(file));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_race_that_swaps_the_file_for_a_link_never_reads_outside()
    {
        var secret = UserFolders.PutIn(_user.Elsewhere, "secret.txt", "SECRET"u8.ToArray());
        var path = _user.Put("a.txt", "harmless"u8.ToArray());
        var good = _user.Put("good.txt", "harmless"u8.ToArray());
        var link = Path.Combine(_user.Pictures, "evil-link");
        using var end = new CancellationTokenSource();
        var swapping = Task.Factory.StartNew(() =>
        {
            while (!end.IsCancellationRequested)
            {
                File.CreateSymbolicLink(link, secret);
                File.Move(link, path, overwrite: true);
                File.CreateSymbolicLink(link, good);
                File.Move(link, path, overwrite: true);
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        // A few thousand tries, and on until both ends of the race were seen.
        var (read, refused) = (0, 0);
        try
        {
            while (read + refused < 4000 || read == 0 || refused == 0)
            {
                await Task.Yield();
                Assert.False(swapping.IsFaulted);
                try
                {
                    using var file = LocalFile.Open(path, _user.Policy);
                    Assert.Equal("harmless", file.Text);
                    read++;
                }
                catch (LocalFileException refusal)
                {
                    Assert.Equal("outside_allowed_folders", refusal.Code);
                    refused++;
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await swapping;
        }
    }

    private static async Task<byte[]> ReadAllAsync(LocalFile file)
    {
        await using var content = file.OpenRead();
        var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
