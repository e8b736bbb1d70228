using System.Collections.Concurrent;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly OutputFolder _folder;

    public OutputFolderTests()
    {
        _folder = OutputFolder.Open(_temp.File("Videos/VideoCreateAi"));
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_published_file_has_its_name_and_nothing_else_is_left()
    {
        var path = await ExportAsync("Urban Dreams", "mp4");

        Assert.Equal(Path.Combine(_folder.RealFolder, "Urban Dreams.mp4"), path);
        Assert.Equal(["Urban Dreams.mp4"], Names());
        Assert.Equal("content", await File.ReadAllTextAsync(path));
        Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~(UnixFileMode)0b110_100_100) == 0);
    }

    [Fact]
    public async Task What_exists_is_never_written_over()
    {
        await ExportAsync("a", "mp4");
        File.CreateSymbolicLink(Path.Combine(_folder.RealFolder, "a-2.mp4"), _temp.File("nowhere"));
        Directory.CreateDirectory(Path.Combine(_folder.RealFolder, "a-3.mp4"));

        Assert.Equal("a-4.mp4", Path.GetFileName(await ExportAsync("a", "mp4")));
        Assert.False(File.Exists(_temp.File("nowhere")));
    }

    [Fact]
    public async Task Two_at_a_time_get_two_names()
    {
        await using var one = _folder.Reserve("a", "mp4");
        await using var two = _folder.Reserve("a", "mp4");

        Assert.Equal(["a-2.mp4", "a.mp4"], new[] { one.Publish(), two.Publish() }.Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_at_once_each_keep_their_own_content()
    {
        var made = new ConcurrentDictionary<string, string>();

        await Parallel.ForAsync(0, 80, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellationToken) =>
        {
            await using var reservation = _folder.Reserve("a", "mp4");
            await reservation.Stream.WriteAsync("content "u8.ToArray().Append((byte)('0' + i)).ToArray(), cancellationToken);
            Assert.True(made.TryAdd(reservation.Publish(), $"content {(char)('0' + i)}"));
        });

        Assert.Equal(80, made.Count);
        Assert.All(made, row => Assert.Equal(row.Value, File.ReadAllText(row.Key)));
    }

    [Fact]
    public async Task A_name_that_somebody_takes_meanwhile_is_left_to_them()
    {
        await using var reservation = _folder.Reserve("a", "mp4");
        await File.WriteAllTextAsync(Path.Combine(_folder.RealFolder, "a.mp4"), "theirs");

        Assert.Equal("a-2.mp4", Path.GetFileName(reservation.Publish()));
        Assert.Equal("theirs", await File.ReadAllTextAsync(Path.Combine(_folder.RealFolder, "a.mp4")));
    }

    [Fact]
    public async Task What_is_not_published_leaves_nothing()
    {
        await using (var reservation = _folder.Reserve("a", "mp4"))
        {
            await reservation.Stream.WriteAsync("half"u8.ToArray());
            Assert.Equal(["a.mp4.videocreateai.part"], Names());
        }

        Assert.Empty(Names());
    }

    [Fact]
    public async Task A_leftover_of_a_dead_process_does_not_cost_the_name()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.RealFolder, "a.mp4.videocreateai.part"), "half of an old one, longer than the new one");

        var path = await ExportAsync("a", "mp4");

        Assert.Equal("a.mp4", Path.GetFileName(path));
        Assert.Equal("content", await File.ReadAllTextAsync(path));
        Assert.Equal(["a.mp4"], Names());
    }

    [Fact]
    public async Task Opening_the_folder_clears_leftovers_and_leaves_what_is_held_or_is_somebody_elses()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.RealFolder, "dead.mp4.videocreateai.part"), "half");
        await File.WriteAllTextAsync(Path.Combine(_folder.RealFolder, "browser.mp4.part"), "half");
        await using var held = _folder.Reserve("live", "mp4");

        OutputFolder.Open(_folder.RealFolder);

        Assert.Equal(["browser.mp4.part", "live.mp4.videocreateai.part"], Names().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_unfinished_file_is_not_followed()
    {
        var victim = _temp.File("victim");
        await File.WriteAllTextAsync(victim, "precious");
        File.CreateSymbolicLink(Path.Combine(_folder.RealFolder, "a.mp4.videocreateai.part"), victim);

        Assert.Equal("a-2.mp4", Path.GetFileName(await ExportAsync("a", "mp4")));
        Assert.Equal("precious", await File.ReadAllTextAsync(victim));
    }

    [Fact]
    public void A_folder_that_was_exchanged_for_a_link_is_not_written_to()
    {
        var elsewhere = Directory.CreateDirectory(_temp.File("elsewhere")).FullName;
        Directory.Delete(_folder.RealFolder);
        Directory.CreateSymbolicLink(_folder.RealFolder, elsewhere);

        Assert.Equal("output_folder_missing", Assert.Throws<OutputFolderException>(() => _folder.Reserve("a", "mp4")).Code);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public void A_folder_that_went_away_is_called_missing()
    {
        Directory.Delete(_folder.RealFolder);

        Assert.Equal("output_folder_missing", Assert.Throws<OutputFolderException>(() => _folder.Reserve("a", "mp4")).Code);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(_temp.File("file"), "");

        Assert.Equal("output_folder_missing", Assert.Throws<OutputFolderException>(() => OutputFolder.Open(_temp.File("file"))).Code);
        Assert.Equal("output_folder_missing", Assert.Throws<OutputFolderException>(() => OutputFolder.Open(_temp.File("file/below"))).Code);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_refused()
        => Assert.Equal("output_folder_unwritable", OutputFolderException.From(new UnauthorizedAccessException(), "/x").Code);

    [Theory]
    [InlineData(28, true)]
    [InlineData(unchecked((int)0x80070070), true)]
    [InlineData(unchecked((int)0x80070027), true)]
    [InlineData(5, false)]
    public void A_full_disk_is_known_by_its_number(int code, bool full) => Assert.Equal(full, OutputFolderException.IsDiskFull(code));

    [Fact]
    public void An_export_that_will_not_fit_is_refused_before_it_begins()
    {
        var refusal = Assert.Throws<OutputFolderException>(() => _folder.Reserve("a", "mp4", expectedBytes: long.MaxValue));

        Assert.Equal("output_folder_full", refusal.Code);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        await using var reservation = _folder.Reserve("a", "mp4");

        var refusal = await Assert.ThrowsAsync<OutputFolderException>(
            () => reservation.WriteAsync(new MemoryStream(new byte[11]), announcedBytes: 10, progress: null, CancellationToken.None));

        Assert.Equal("output_too_large", refusal.Code);
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("mp4/../x")]
    [InlineData("")]
    public void Only_the_export_formats_are_written(string extension)
        => Assert.Equal("output_format_unknown", Assert.Throws<OutputFolderException>(() => _folder.Reserve("a", extension)).Code);

    [Theory]
    [InlineData("Urban Dreams", "Urban Dreams")]
    [InlineData("promo.mp4", "promo")]
    [InlineData("Müller & Söhne, 2. Teil", "Müller & Söhne, 2. Teil")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Windows\System32\evil", "evil")]
    [InlineData("/", "video")]
    [InlineData("", "video")]
    [InlineData("..", "video")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("a.mp4. . ", "a.mp4")]
    [InlineData("CON", "video-CON")]
    [InlineData("nul.txt", "video-nul.txt")]
    [InlineData("COM1", "video-COM1")]
    [InlineData("console", "console")]
    [InlineData("a:b*c?\"d<e>f|g", "a-b-c--d-e-f-g")]
    [InlineData("a\0b\nc\u001b[2Jd", "abc[2Jd")]
    [InlineData("a\u202Egpj", "agpj")]
    public void A_name_is_made_fit_for_every_platform(string wish, string name) => Assert.Equal(name, OutputName.Clean(wish));

    [Fact]
    public async Task The_longest_name_still_fits_the_file_system()
    {
        Assert.Equal(120, OutputName.Clean(new string('a', 500)).Length);
        Assert.True(File.Exists(await ExportAsync(string.Concat(Enumerable.Repeat("🎬", 300)), "mp4")));
    }

    private async Task<string> ExportAsync(string name, string extension)
    {
        await using var reservation = _folder.Reserve(name, extension);
        await reservation.WriteAsync(new MemoryStream("content"u8.ToArray()), announcedBytes: 7, progress: null, CancellationToken.None);
        return reservation.Publish();
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder.RealFolder).Select(path => Path.GetFileName(path)!)];
}
