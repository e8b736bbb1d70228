using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.UnitTests.Mcp.Routing;

public sealed class AnyMessageTests
{
    // What messages are made of, and what could mislead whoever reads them.
    private static readonly string[] s_pieces =
    [
        "export", "don't", "before you", "导出", "余额", "エクスポート", "한", "صدّر", "वीडियो", "~/a b.mp4", "C:\\x y\\z.mov", "/tmp/日本.wav", "file:///a.png", "\\\\nas\\b.gif",
        "https://x.org/a.mp4?b=1", "www.x.org", "clip.mov", "«", "»", "\"", "'", "`", "“", "”", "「", "」", ".", ",", "?", "!", "\n", "\0", "\uE001", "\uD83D", "\u064B", "\u0301",
        "  ", " ", "9:16", "4k", "zip", "mp4", "\uFEFF", "ﬁ", "İ", "ß", "(", ")", "@", "#", "=",
    ];

    private static readonly Arbitrary<string> s_messages = Gen.Choose(0, 60)
        .SelectMany(static length => Gen.Elements(s_pieces).ListOf(length)).Select(static pieces => string.Concat(pieces)).ToArbitrary();

    private readonly IntentRouter _router = new();

    [Fact]
    public void Any_message_asks_for_something_and_its_files_stand_in_it()
        => Prop.ForAll(s_messages, message =>
        {
            var route = _router.Read(message, []);

            Assert.NotEmpty(route.Intents);
            Assert.All(route.Paths.Concat(route.Urls), file => Assert.Contains(file, message, StringComparison.Ordinal));
            Assert.True(route.Intents.Contains(Intent.Upload) || route.Paths.Count + route.Urls.Count == 0);
            Assert.True(route.Intents.Contains(Intent.Export) || route is { Format: null, Resolution: null, Aspect: null, Preset: null });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_message_is_read_the_same_whatever_was_read_before()
        => Prop.ForAll(s_messages, s_messages, (message, other) =>
        {
            var first = _router.Read(message, []);
            _router.Read(other, []);
            var again = _router.Read(message, []);

            Assert.Equal(first.Intents, again.Intents);
            Assert.Equal(first.Paths, again.Paths);
            Assert.Equal(first.Format, again.Format);
        }).QuickCheckThrowOnFailure();

    // With time that grows with the square of the length each of these would take minutes.
    [Theory]
    [InlineData("a")]
    [InlineData("/a ")]
    [InlineData("«x")]
    [InlineData("a-")]
    [InlineData("a.")]
    [InlineData("中")]
    [InlineData("한")]
    [InlineData("x.mp4 ")]
    [InlineData("don't export. ")]
    [InlineData("before you export ")]
    [InlineData("export mp4 for tiktok, ")]
    public void A_hundred_thousand_characters_are_read_at_once(string piece)
        => Assert.NotEmpty(_router.Read(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + " .x/", []).Intents);

    [Fact]
    public void Two_threads_do_not_disturb_each_other()
    {
        string[] messages = ["export it as a gif", "导出之前先把标题改了", "how many credits are left?", "use ~/a.mp4 as the intro"];
        var alone = messages.Select(message => _router.Read(message, []).Intents).ToArray();

        Parallel.For(0, 400, i => Assert.Equal(alone[i % messages.Length], _router.Read(messages[i % messages.Length], []).Intents));
    }
}
