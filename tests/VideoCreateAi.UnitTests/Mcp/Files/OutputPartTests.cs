using VideoCreateAi.Mcp.Files;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class OutputPartTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _temp = new();
    private readonly FakeClock _clock = new(s_now);
    private readonly OutputFolder _folder;

    public OutputPartTests()
    {
        _folder = OutputFolder.Open(_temp.File("out"), _clock);
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task What_was_kept_is_there_for_the_next_process()
    {
        var mark = new PartMark { RenderId = "render_1", Source = "s", EntityTag = "\"v1\"", Modified = s_now, Size = 9, Received = 4 };
        await using (var part = await TakeAsync())
        {
            part.Stream.Write("half"u8);
            part.Keep(mark);
        }

        await using var next = await TakeAsync(OutputFolder.Open(_folder.RealFolder, _clock));

        Assert.Equal(mark, next.Mark);
        Assert.Equal((4, 4), (next.Stream.Length, next.Stream.Position));
    }

    [Fact]
    public async Task Bytes_that_may_not_have_reached_the_disk_are_not_gone_on_with()
    {
        await using (var part = await TakeAsync())
        {
            part.Stream.Write("half"u8);
            part.Keep(new PartMark { RenderId = "render_1", Received = 4 });
            part.Stream.Write(" and some that a crash may have taken"u8);
        }

        await using var next = await TakeAsync();

        Assert.Equal((4, 4), (next.Stream.Length, next.Mark.Received));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"render_id":"render_2","received":4}""")]
    [InlineData("""{"render_id":"render_1","received":-4}""")]
    [InlineData("""{"render_id":"render_1","received":400}""")]
    public async Task A_mark_that_does_not_fit_its_file_makes_it_begin_anew(string mark)
    {
        await File.WriteAllTextAsync(PathOf(".render_1.videocreateai.part"), "half");
        await File.WriteAllTextAsync(PathOf(".render_1.videocreateai.json"), mark);

        await using var part = await TakeAsync();

        Assert.Equal((0, 0), (part.Stream.Length, part.Mark.Received));
    }

    [Fact]
    public async Task Somebody_else_waits_until_it_is_let_go()
    {
        var first = await TakeAsync();

        var second = OutputFolder.Open(_folder.RealFolder, _clock).TakeAsync("render_1", TimeSpan.FromMinutes(1), CancellationToken.None);
        await _clock.UntilTimerAsync(TimeSpan.FromSeconds(0.5));
        first.Stream.Write("half"u8);
        first.Keep(new PartMark { RenderId = "render_1", Received = 4 });
        await first.DisposeAsync();
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        await using var part = await second;

        Assert.Equal(4, part.Mark.Received);
    }

    [Fact]
    public async Task Somebody_else_who_waited_finds_it_published()
    {
        await using var first = await TakeAsync();
        var second = OutputFolder.Open(_folder.RealFolder, _clock).TakeAsync("render_1", TimeSpan.FromMinutes(1), CancellationToken.None);
        await _clock.UntilTimerAsync(TimeSpan.FromSeconds(0.5));

        first.Stream.Write("content"u8);
        var path = first.Publish("a", "mp4");
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        await using var part = await second;

        Assert.Equal(path, part.PublishedPath);
        Assert.Equal([".render_1.videocreateai.json", "a.mp4"], Names());
    }

    [Fact]
    public async Task Waiting_for_somebody_else_has_an_end()
    {
        await using var first = await TakeAsync();

        var refusal = await Assert.ThrowsAsync<OutputFolderException>(() => TakeAsync());

        Assert.Equal("export_busy", refusal.Code);
    }

    [Fact]
    public async Task A_process_that_died_after_publishing_is_not_done_again()
    {
        var first = await TakeAsync();
        first.Stream.Write("content"u8);
        var path = first.Publish("a", "mp4");

        await using var next = await TakeAsync();

        Assert.Equal(path, next.PublishedPath);
        next.Forget();
        Assert.Equal(["a.mp4"], Names());
    }

    [Fact]
    public async Task A_process_that_died_between_two_names_of_one_file_is_not_done_again()
    {
        var first = await TakeAsync();
        first.Stream.Write("content"u8);
        var path = first.Publish("a", "mp4");
        UserFolders.Run("ln", path, PathOf(".render_1.videocreateai.part"));

        await using var next = await TakeAsync();

        Assert.Equal(path, next.PublishedPath);
        Assert.Equal([".render_1.videocreateai.json", "a.mp4"], Names());
    }

    [Fact]
    public async Task A_published_file_that_the_user_has_changed_or_removed_is_made_again()
    {
        var first = await TakeAsync();
        first.Stream.Write("content"u8);
        await File.AppendAllTextAsync(first.Publish("a", "mp4"), "more");

        await using var next = await TakeAsync();

        Assert.Null(next.PublishedPath);
        Assert.Equal(0, next.Mark.Received);
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_unfinished_file_is_not_followed()
    {
        await File.WriteAllTextAsync(_temp.File("victim"), "precious");
        File.CreateSymbolicLink(PathOf(".render_1.videocreateai.part"), _temp.File("victim"));

        await using var part = await TakeAsync();
        part.Stream.Write("content"u8);
        part.Publish("a", "mp4");

        Assert.Equal("precious", await File.ReadAllTextAsync(_temp.File("victim")));
        Assert.Equal("content", await File.ReadAllTextAsync(PathOf("a.mp4")));
    }

    [Fact]
    public async Task A_second_name_of_somebodys_file_is_not_written_to()
    {
        await File.WriteAllTextAsync(_temp.File("victim"), "precious");
        UserFolders.Run("ln", _temp.File("victim"), PathOf(".render_1.videocreateai.part"));

        await using var part = await TakeAsync();
        part.Stream.Write("content"u8);

        Assert.Equal("precious", await File.ReadAllTextAsync(_temp.File("victim")));
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_the_unfinished_file_is_put_away()
    {
        UserFolders.Run("mkfifo", PathOf(".render_1.videocreateai.part"));

        await using var part = await TakeAsync();
        part.Stream.Write("content"u8);

        Assert.Equal("a.mp4", Path.GetFileName(part.Publish("a", "mp4")));
    }

    [Fact]
    public async Task Only_leftovers_that_nobody_asks_for_any_more_are_cleared()
    {
        Leave(".render_old.videocreateai.part", days: 8);
        Leave(".render_old.videocreateai.json", days: 8);
        Leave(".render_new.videocreateai.part", days: 6);
        Leave(".render_new.videocreateai.json", days: 6);
        Leave("browser.mp4.part", days: 800);
        Leave("a.mp4", days: 800);
        await using var held = await _folder.TakeAsync("render_held", TimeSpan.Zero, CancellationToken.None);
        File.SetLastWriteTimeUtc(held.Stream.SafeFileHandle, s_now.UtcDateTime.AddDays(-8));

        OutputFolder.Open(_folder.RealFolder, _clock);

        Assert.Equal(
            [".render_held.videocreateai.part", ".render_new.videocreateai.json", ".render_new.videocreateai.part", "a.mp4", "browser.mp4.part"], Names());
    }

    [Fact]
    public async Task An_export_that_will_not_fit_is_refused_with_what_is_free_and_what_is_needed()
    {
        await using var part = await TakeAsync();

        var refusal = Assert.Throws<OutputFolderException>(() => part.RequireSpace(long.MaxValue));

        Assert.Equal("output_folder_full", refusal.Code);
        Assert.Matches(@"\([\d.]+ MB free, about [\d.]+ MB needed\)", refusal.Message);
    }

    [Fact]
    public async Task A_full_disk_is_told_with_what_is_free_and_what_is_missing()
    {
        await using var part = await TakeAsync();
        part.Stream.Write("half"u8);
        part.Keep(new PartMark { RenderId = "render_1", Received = 4 });

        var refusal = part.FailureOf(new IOException("No space left on device", 28), missing: 5_000_000);

        Assert.Equal("output_folder_full", refusal.Code);
        Assert.Contains("MB free, about 4.8 MB needed", refusal.Message, StringComparison.Ordinal);
    }

    private Task<OutputPart> TakeAsync(OutputFolder? folder = null) => (folder ?? _folder).TakeAsync("render_1", TimeSpan.Zero, CancellationToken.None);

    private void Leave(string name, int days)
    {
        File.WriteAllText(PathOf(name), "half");
        File.SetLastWriteTimeUtc(PathOf(name), s_now.UtcDateTime.AddDays(-days));
    }

    private string PathOf(string name) => Path.Combine(_folder.RealFolder, name);

    private string[] Names() =>
        [.. Directory.GetFileSystemEntries(_folder.RealFolder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
