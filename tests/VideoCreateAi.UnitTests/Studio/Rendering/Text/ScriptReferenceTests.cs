using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

/// <summary>Holds what is drawn against pictures of correct text, whose making Scripts/README.md tells.</summary>
public sealed class ScriptReferenceTests
{
    private const double Alike = 0.9;

    private static readonly PangoTextRasterizer s_pango = new(PangoLibrary.TryLoad()!);

    [Theory]
    [InlineData("latin", "Noto Sans", "Ångström façade quiet fox")]
    [InlineData("cyrillic", "Noto Sans", "Тихое утро, щёлк!")]
    [InlineData("greek", "Noto Sans", "Ήσυχο πρωί Ώρα")]
    [InlineData("chinese", "Noto Sans CJK SC", "清晨的城市很安静。")]
    [InlineData("japanese", "Noto Sans CJK JP", "静かな朝、カメラ")]
    [InlineData("korean", "Noto Sans CJK KR", "조용한 아침의 도시")]
    [InlineData("arabic", "Noto Sans Arabic", "صباح هادئ في المدينة 2026")]
    [InlineData("hebrew", "Noto Sans Hebrew", "בוקר שקט (2026) בעיר")]
    [InlineData("devanagari", "Noto Sans Devanagari", "शांत क्षितिज की स्त्री")]
    [InlineData("thai", "Noto Sans Thai", "เช้าวันที่เงียบสงบ")]
    [InlineData("emoji", "Noto Sans", "Hi 👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍🚀 🇯🇵")]
    public async Task A_script_is_drawn_as_its_readers_write_it(string script, string family, string words)
    {
        var (likeness, shape) = await CompareAsync(script, family, words);

        Assert.True(likeness >= Alike, $"Its ink is {likeness:0.000} like the reference.");
        Assert.InRange(shape, 0.96, 1.04);
    }

    [Theory]
    [InlineData("arabic", "Noto Sans Arabic", "صباح هادئ في المدينة 2026", "unshaped")]
    [InlineData("arabic", "Noto Sans Arabic", "صباح هادئ في المدينة 2026", "left to right")]
    [InlineData("hebrew", "Noto Sans Hebrew", "בוקר שקט (2026) בעיר", "left to right")]
    [InlineData("devanagari", "Noto Sans Devanagari", "शांत क्षितिज की स्त्री", "unshaped")]
    [InlineData("emoji", "Noto Sans", "Hi 👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍🚀 🇯🇵", "split")]
    [InlineData("chinese", "Noto Sans CJK SC", "清晨的城市很安静。", "boxes")]
    [InlineData("thai", "Noto Sans Thai", "เช้าวันที่เงียบสงบ", "boxes")]
    [InlineData("latin", "Noto Sans", "Ångström façade quiet fox", "boxes")]
    public async Task The_comparison_tells_wrong_text_from_right_text(string script, string family, string words, string wrong)
    {
        var drawn = wrong switch
        {
            "unshaped" => string.Join('\u200C', words.AsEnumerable()),
            "left to right" => "\u202D" + words,
            "split" => words.Replace("\u200D", "", StringComparison.Ordinal),
            _ => string.Concat(words.Select(letter => char.IsWhiteSpace(letter) ? letter : '\u0378')),
        };

        var (likeness, shape) = await CompareAsync(script, family, drawn);

        Assert.True(likeness < Alike - 0.1 || shape is < 0.9 or > 1.1, $"Wrong text passes for right: {likeness:0.000} alike, of {shape:0.00} times its shape.");
    }

    private static async Task<(double Likeness, double Shape)> CompareAsync(string script, string family, string words)
    {
        using var bench = new RenderBench();
        var reference = RepositoryFile.PathOf($"tests/VideoCreateAi.UnitTests/Studio/Rendering/Text/Scripts/{script}.png");

        var drawn = InkPicture.Of(s_pango.Draw(new TextRequest(words, [family], 40, 4000, 400, TextAlign.Left, 0x000000)));

        var expected = await InkPicture.ReadAsync(bench.Tools, reference, bench.Folder);
        return (drawn.Likeness(expected), drawn.Shape / expected.Shape);
    }
}
