using System.Text;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

/// <summary>What native libraries are never to see.</summary>
public sealed class TextGuardTests
{
    private static readonly PangoTextRasterizer s_pango = new(PangoLibrary.TryLoad()!);

    [Theory]
    [InlineData("a\0b\u0007c\u009Fd", "abcd")]
    [InlineData("lone \uD83D half", "lone  half")]
    [InlineData("half \uDC68", "half")]
    [InlineData("not a character \uFFFE\uFFFF!", "not a character !")]
    [InlineData("two\r\nlines\rthree", "two\nlines\nthree")]
    [InlineData("tab\tline\u2028paragraph\u2029end", "tab line\nparagraph\nend")]
    public void Controls_and_halves_of_characters_are_left_out(string text, string clean)
        => Assert.Equal(clean, TextGuard.Clean(text));

    [Fact]
    public void A_tower_of_accents_is_cut_down()
    {
        var clean = TextGuard.Clean("e" + new string('\u0301', 500) + "!");

        Assert.InRange(clean.Length, 3, 12);
        Assert.EndsWith("!", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut_between_letters()
    {
        var clean = TextGuard.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 1000)));

        Assert.Equal(TextGuard.MostLetters, Graphemes.Of(clean).Count);
        Assert.EndsWith("👦", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_and_families_stay_within_reason()
    {
        var request = TextGuard.Of(new TextRequest(
            "x", [.. Enumerable.Repeat("A,B\0C;" + new string('x', 5000), 100)], int.MaxValue, int.MaxValue, -5, TextAlign.Left, 0));

        Assert.InRange(request.Size, 1, 4000);
        Assert.InRange(request.MaxWidth, 1, 40_000);
        Assert.Equal(1, request.MaxHeight);
        Assert.InRange(request.Fonts.Count, 1, 20);
        Assert.All(request.Fonts, family => Assert.True(family.Length <= 64 && !family.Contains(',') && !family.Contains('\0')));
    }

    [Fact(Timeout = 60_000)]
    public async Task Whatever_is_written_is_drawn_or_left_out_and_never_fails()
    {
        string[] pieces =
        [
            "a", " ", "\n", "\0", "\uD83D", "\uDC68", "👨‍👩‍👧‍👦", "क्षि", "ل", "א", "\u202E", "\u200D", "\u0301", "。", "「", "한", "ไ", "𒀀", "\u0378", "%n%s", "\u2028", "\U000E0067",
        ];
        var random = new Random(7);
        var texts = Enumerable.Range(0, 120).Select(_ => string.Concat(random.GetItems(pieces, random.Next(1, 60)))).ToList();

        foreach (var text in texts)
        {
            var bitmap = await s_pango.DrawAsync(new TextRequest(text, ["Noto Sans"], 40, 300, 200, TextAlign.Center, 0xFFFFFF), "", CancellationToken.None);

            Assert.InRange(bitmap.Width, 1, 600);
            Assert.InRange(bitmap.Height, 1, 400);
            Assert.Equal(bitmap.Width * bitmap.Height * 4, bitmap.Pixels.Length);
        }

        Assert.Contains(texts, text => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar));
    }
}
