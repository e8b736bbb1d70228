using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Chunks;

public sealed class ChunkCacheTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_kept_is_taken_with_its_notes()
    {
        Cache().Keep("a", Made("content", "a note"));

        var taken = Cache().TryTake("a", _folder.File("taken"));

        Assert.Equal(["a note"], taken!.Notes);
        Assert.Equal("content", File.ReadAllText(taken.Path));
        Assert.Null(Cache().TryTake("b", _folder.File("taken")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void What_is_damaged_is_not_there_and_goes(int at)
    {
        Cache().Keep("a", Made("content"));
        var path = Assert.Single(Kept());
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x40;
        File.WriteAllBytes(path, bytes);

        Assert.Null(Cache().TryTake("a", _folder.File("taken")));
        Assert.Empty(Kept());
    }

    [Fact]
    public void What_is_cut_off_is_not_there()
    {
        Cache().Keep("a", Made("content"));
        var path = Assert.Single(Kept());
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^3]);

        Assert.Null(Cache().TryTake("a", _folder.File("taken")));
    }

    [Fact]
    public void The_longest_unused_goes_first()
    {
        var clock = new FakeClock();
        var cache = Cache(clock, mostBytes: 700);
        cache.Keep("a", Made(new string('a', 150)));
        cache.Keep("b", Made(new string('b', 150)));
        foreach (var key in new[] { "b", "a" })
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.NotNull(cache.TryTake(key, _folder.File("taken")));
        }

        File.SetLastWriteTimeUtc(Kept().Single(path => Path.GetFileName(path) == "b.chunk"), clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        cache.Keep("c", Made(new string('c', 150)));

        Assert.Null(cache.TryTake("b", _folder.File("taken")));
        Assert.NotNull(cache.TryTake("c", _folder.File("taken")));
    }

    [Fact]
    public void Without_a_folder_nothing_is_kept()
    {
        var cache = new ChunkCache(null, TimeProvider.System);
        cache.Keep("a", Made("content"));

        Assert.Null(cache.TryTake("a", _folder.File("taken")));
        Assert.Equal(0, cache.Tally().Files);
    }

    private ChunkCache Cache(TimeProvider? clock = null, long mostBytes = 1_000_000) => new(_folder.File("chunks"), clock ?? TimeProvider.System, mostBytes);

    private string[] Kept() => Directory.GetFiles(_folder.File("chunks"));

    private ChunkFile Made(string content, params string[] notes)
    {
        var path = _folder.File(Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, content);
        return new ChunkFile(path, notes);
    }
}
