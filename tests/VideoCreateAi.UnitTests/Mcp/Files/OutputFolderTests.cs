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
        _folder = OutputFolder.Open(_temp.File("Videos/VideoCreateAi"), TimeProvider.System);
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
    public async Task While_it_is_written_an_export_is_hidden_and_has_no_name_yet()
    {
        await using var one = await TakeAsync("render_1");
        await using var two = await TakeAsync("render_2");
        one.Stream.Write("one"u8);
        two.Stream.Write("two"u8);

        Assert.All(Names(), name => Assert.StartsWith(".render_", name, StringComparison.Ordinal));
        Assert.Equal(["a.mp4", "a-2.mp4"], new[] { one.Publish("a", "mp4"), two.Publish("a", "mp4") }.Select(Path.GetFileName));
    }

    [Fact]
    public async Task Many_at_once_each_keep_their_own_content()
    {
        var made = new ConcurrentDictionary<string, string>();

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellationToken) =>
        {
            await using var part = await TakeAsync($"render_{i}");
            await part.Stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"content {i}"), cancellationToken);
            Assert.True(made.TryAdd(part.Publish("a", "mp4"), $"content {i}"));
            part.Forget();
        });

        Assert.Equal(200, made.Count);
        Assert.All(made, row => Assert.Equal(row.Value, File.ReadAllText(row.Key)));
        Assert.Equal(200, Names().Length);
    }

    [Fact]
    public async Task A_name_that_somebody_takes_meanwhile_is_left_to_them()
    {
        await using var part = await TakeAsync("render_1");
        await File.WriteAllTextAsync(Path.Combine(_folder.RealFolder, "a.mp4"), "theirs");

        Assert.Equal("a-2.mp4", Path.GetFileName(part.Publish("a", "mp4")));
        Assert.Equal("theirs", await File.ReadAllTextAsync(Path.Combine(_folder.RealFolder, "a.mp4")));
    }

    [Fact]
    public void A_rename_spares_what_exists_even_when_nobody_looked_before()
    {
        var (from, taken) = (Path.Combine(_folder.RealFolder, "from"), Path.Combine(_folder.RealFolder, "taken"));
        File.WriteAllText(from, "mine");
        File.WriteAllText(taken, "theirs");
        File.CreateSymbolicLink(Path.Combine(_folder.RealFolder, "link"), _temp.File("nowhere"));
        using var folder = NativeFile.OpenFolder(_folder.RealFolder);

        Assert.False(NativeFile.RenameToFree(folder, _folder.RealFolder, "from", "taken"));
        Assert.False(NativeFile.RenameToFree(folder, _folder.RealFolder, "from", "link"));
        Assert.True(NativeFile.RenameToFree(folder, _folder.RealFolder, "from", "free"));
        Assert.Equal(("theirs", "mine"), (File.ReadAllText(taken), File.ReadAllText(Path.Combine(_folder.RealFolder, "free"))));
        Assert.False(File.Exists(from));
    }

    [Fact]
    public async Task An_export_of_which_nothing_came_leaves_nothing()
    {
        await using (await TakeAsync("render_1"))
        {
            Assert.Equal([".render_1.videocreateai.part"], Names());
        }

        Assert.Empty(Names());
    }

    [Fact]
    public void A_folder_that_was_exchanged_for_a_link_is_not_written_to()
    {
        var elsewhere = Directory.CreateDirectory(_temp.File("elsewhere")).FullName;
        Directory.Delete(_folder.RealFolder);
        Directory.CreateSymbolicLink(_folder.RealFolder, elsewhere);

        Assert.Equal("output_folder_missing", RefusalOfTaking().Code);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task A_folder_that_is_exchanged_while_the_file_is_written_gets_nothing()
    {
        await using var part = await TakeAsync("render_1");
        part.Stream.Write("content"u8);
        var elsewhere = Directory.CreateDirectory(_temp.File("elsewhere")).FullName;
        Directory.Move(_folder.RealFolder, _temp.File("moved"));
        Directory.CreateSymbolicLink(_folder.RealFolder, elsewhere);

        Assert.Equal("output_folder_missing", Assert.Throws<OutputFolderException>(() => part.Publish("a", "mp4")).Code);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public void A_folder_that_went_away_is_called_missing()
    {
        Directory.Delete(_folder.RealFolder);

        Assert.Equal("output_folder_missing", RefusalOfTaking().Code);
    }

    [Fact]
    public async Task A_folder_that_is_deleted_while_the_file_is_written_is_called_missing()
    {
        await using var part = await TakeAsync("render_1");
        part.Stream.Write("content"u8);
        Directory.Delete(_folder.RealFolder, recursive: true);

        Assert.Equal("output_folder_missing", Assert.Throws<OutputFolderException>(() => part.Publish("a", "mp4")).Code);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(_temp.File("file"), "");

        Assert.Equal("output_folder_missing", RefusalOfOpening("file").Code);
        Assert.Equal("output_folder_missing", RefusalOfOpening("file/below").Code);
    }

    [Theory]
    [InlineData(28, "output_folder_full")]
    [InlineData(27, "output_folder_unwritable")]
    [InlineData(30, "output_folder_unwritable")]
    [InlineData(unchecked((int)0x80070070), "output_folder_full")]
    public void What_the_system_says_becomes_a_refusal_of_its_own(int code, string refusal)
    {
        Assert.Equal(refusal, OutputFolderException.From(new IOException("", code), "/x").Code);
        Assert.Equal("output_folder_unwritable", OutputFolderException.From(new UnauthorizedAccessException(), "/x").Code);
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(unchecked((int)0x80070070), true)]
    [InlineData(unchecked((int)0x80070027), true)]
    [InlineData(5, false)]
    public void A_full_disk_is_known_by_its_number(int code, bool full) => Assert.Equal(full, OutputFolderException.IsDiskFull(code));

    [Theory]
    [InlineData("exe")]
    [InlineData("mp4/../x")]
    [InlineData("")]
    public async Task Only_the_export_formats_are_written(string extension)
    {
        await using var part = await TakeAsync("render_1");

        Assert.Equal("output_format_unknown", Assert.Throws<OutputFolderException>(() => part.Publish("a", extension)).Code);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    public async Task Only_the_id_of_a_render_names_an_unfinished_file(string renderId)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => TakeAsync(renderId));
        Assert.Empty(Names());
    }

    [Fact]
    public async Task The_longest_name_still_fits_the_file_system()
    {
        Assert.Equal(120, OutputName.Clean(new string('a', 500)).Length);
        Assert.True(File.Exists(await ExportAsync(string.Concat(Enumerable.Repeat("🎬", 300)), "mp4")));
    }

    private Task<OutputPart> TakeAsync(string renderId) => _folder.TakeAsync(renderId, TimeSpan.Zero, CancellationToken.None);

    private OutputFolderException RefusalOfTaking() => Assert.ThrowsAsync<OutputFolderException>(() => TakeAsync("render_1")).GetAwaiter().GetResult();

    private OutputFolderException RefusalOfOpening(string name) =>
        Assert.Throws<OutputFolderException>(() => OutputFolder.Open(_temp.File(name), TimeProvider.System));

    private async Task<string> ExportAsync(string name, string extension)
    {
        await using var part = await TakeAsync(VideoCreateAi.Mcp.Jobs.ExportStep.NewRenderId());
        await part.Stream.WriteAsync("content"u8.ToArray());
        var path = part.Publish(name, extension);
        part.Forget();
        return path;
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder.RealFolder).Select(path => Path.GetFileName(path)!)];
}
