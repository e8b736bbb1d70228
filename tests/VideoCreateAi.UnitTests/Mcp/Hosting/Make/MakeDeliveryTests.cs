using VideoCreateAi.Mcp.Hosting.Make;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Make;

public sealed class MakeDeliveryTests : IDisposable
{
    private static readonly DateTimeOffset s_begun = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _temp = new();
    private readonly TempFolder _elsewhere = new();

    public void Dispose()
    {
        _temp.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void A_file_of_this_run_gets_the_very_name_that_was_typed()
    {
        var made = Put(_temp.File("my- film.mp4"), s_begun.AddSeconds(1));

        var delivered = Deliver(made, "my: film.mp4");

        Assert.Equal(_temp.File("my: film.mp4"), delivered.Path);
        Assert.Equal(["my: film.mp4"], Names());
    }

    [Fact]
    public void Force_puts_it_in_the_place_of_the_old_one()
    {
        File.WriteAllText(_temp.File("a.mp4"), "old");
        var made = Put(_temp.File("a-2.mp4"), s_begun.AddSeconds(1));

        var delivered = Deliver(made, "a.mp4", force: true);

        Assert.Equal("video", File.ReadAllText(delivered.Path));
        Assert.Equal(["a.mp4"], Names());
    }

    [Fact]
    public void What_came_to_lie_there_meanwhile_is_kept()
    {
        File.WriteAllText(_temp.File("a.mp4"), "precious");
        var made = Put(_temp.File("a-2.mp4"), s_begun.AddSeconds(1));

        var delivered = Deliver(made, "a.mp4");

        Assert.Equal(_temp.File("a-2.mp4"), delivered.Path);
        Assert.Contains(delivered.Notes, note => note.Contains("another one", StringComparison.Ordinal));
        Assert.Equal("precious", File.ReadAllText(_temp.File("a.mp4")));
    }

    [Fact]
    public void An_older_export_is_copied_and_stays()
    {
        var older = Put(_elsewhere.File("export.mp4"), s_begun.AddDays(-1));
        var beside = Put(_temp.File("other.mp4"), s_begun.AddDays(-1));

        Assert.Equal(_temp.File("a.mp4"), Deliver(older, "a.mp4").Path);
        Assert.Equal(_temp.File("b.mp4"), Deliver(beside, "b.mp4").Path);
        Assert.Equal(["a.mp4", "b.mp4", "other.mp4"], Names());
        Assert.True(File.Exists(older.Path));
    }

    [Fact]
    public void A_folder_gets_a_copy_of_what_lies_elsewhere_and_keeps_what_lies_in_it()
    {
        var older = Put(_elsewhere.File("export.mp4"), s_begun.AddDays(-1));
        var delivery = new MakeDelivery(new MakeTarget(_temp.Path, null, null), force: false, s_begun);

        var copied = delivery.Deliver(older);

        Assert.Equal(_temp.File("export.mp4"), copied.Path);
        Assert.Equal(copied, delivery.Deliver(copied));
    }

    private ExportedFile Deliver(ExportedFile file, string name, bool force = false) =>
        new MakeDelivery(new MakeTarget(_temp.Path, name, "mp4"), force, s_begun).Deliver(file);

    private static ExportedFile Put(string path, DateTimeOffset written)
    {
        File.WriteAllText(path, "video");
        File.SetLastWriteTimeUtc(path, written.UtcDateTime);
        return new ExportedFile { Path = path, Format = "mp4", Bytes = 5 };
    }

    private IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(_temp.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
