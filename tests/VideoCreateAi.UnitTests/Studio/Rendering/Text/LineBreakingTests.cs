using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class LineBreakingTests
{
    private const string NeverFirst = "、。，．・：；？！）」』】々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ!?,.:;)";

    private static readonly PangoTextRasterizer s_pango = new(PangoLibrary.TryLoad()!);

    [Theory]
    [InlineData("Urban Dreams of a quiet morning", "Urban Dreams|of a quiet morning")]
    [InlineData("Тихое утро над большим городом", "Тихое утро над|большим городом")]
    [InlineData("清晨的城市安静而美丽，我们一起出发。", "清晨的城市安静而美丽，|我们一起出发。")]
    [InlineData("静かな朝の街へ、カメラを持って出かけよう。", "静かな朝の街へ、カメラを|持って出かけよう。")]
    [InlineData("조용한 아침의 도시를 함께 걸어요 오늘도", "조용한 아침의 도시를|함께 걸어요 오늘도")]
    [InlineData("One line.\nAnother, as it was written", "One line.|Another, as it was written")]
    public void Lines_are_about_equally_long_and_end_where_a_reader_pauses(string text, string lines)
        => Assert.Equal(lines, string.Join('|', Lines(text, 133, 1500, 334)));

    [Theory]
    [InlineData("東京の夜、静かな街。「行こう」と彼は言った！とても、きれいだ。")]
    [InlineData("ちょっと待って、コーヒーを飲みながらゆっくり話しましょう。")]
    [InlineData("“你好！”她说，（真的）今天天气很好，我们去公园吧。")]
    public void No_line_begins_with_what_closes_or_leans_on_the_letter_before(string text)
    {
        for (var width = 220; width <= 900; width += 17)
        {
            var lines = Lines(text, 60, width, 1200);

            Assert.All(lines, line => Assert.DoesNotContain(line[0], NeverFirst));
            Assert.True(lines.Count == 1 || lines.All(line => line.Length > 1), $"A letter stands alone: {string.Join('|', lines)}");
        }
    }

    [Theory]
    [InlineData("The quick brown fox jumps over a remarkably lazy dog")]
    [InlineData("조용한 아침의 도시를 함께 걸어요 오늘도 내일도")]
    [InlineData("صباح هادئ في المدينة القديمة قرب البحر")]
    public void No_word_is_split(string text)
    {
        for (var width = 300; width <= 900; width += 37)
        {
            Assert.Equal(text.Split(' '), Lines(text, 60, width, 1200).SelectMany(line => line.Split(' ')));
        }
    }

    [Theory]
    [InlineData("我们的城市在清晨的阳光里特别安静", "我们 城市 清晨 阳光 特别 安静")]
    [InlineData("周末和朋友一起去海边看日出日落", "周末 朋友 一起 海边 日出 日落")]
    [InlineData("今天分享一个简单又美味的早餐食谱", "今天 分享 简单 美味 早餐 食谱")]
    [InlineData("春節假期限時優惠馬上開始", "春節 假期 限時 優惠 馬上 開始")]
    [InlineData("他不知道为什么大熊猫喜欢吃竹子", "知道 什么 大熊猫 喜欢 竹子")]
    [InlineData("这款蓝牙耳机续航三十小时降噪效果出色", "这款 耳机 续航 三十小时 效果")]
    [InlineData("東京タワーの夜景を見ながらゆっくり話しましょう", "東京 タワー 夜景 ゆっくり ましょう")]
    [InlineData("第三季新品上市价格不变品质更好", "第三季 价格 不变 品质 更好")]
    [InlineData("買い物の前に食べ物の写真を撮ってから旅館へ行く", "買い物 食べ物 写真 旅館")]
    public void Chinese_and_Japanese_lines_end_between_words(string text, string words)
    {
        for (var width = 370; width <= 760; width += 30)
        {
            var lines = Lines(text, 60, width, 1200);

            Assert.All(words.Split(' '), word => Assert.Contains(lines, line => line.Contains(word, StringComparison.Ordinal)));
            Assert.All(lines.Skip(1), line => Assert.DoesNotContain(line[0], "的了着"));
        }
    }

    [Theory]
    [InlineData("PICOS DE EUROPA", "PICOS|DE EUROPA")]
    [InlineData("Only 25 km from the sea", "Only 25 km|from the sea")]
    [InlineData("The best 10 places to see", "The best|10 places to see")]
    public void Small_words_and_numbers_stay_with_what_follows(string text, string lines)
        => Assert.Contains(new[] { 460, 560 }, width => lines == string.Join('|', Lines(text, 60, width, 400)));

    [Fact]
    public void Thai_lines_end_between_words()
    {
        var lines = Lines("เช้าวันเงียบสงบในเมืองใหญ่", 137, 907, 595);

        Assert.Equal(["เช้าวันเงียบสงบ", "ในเมืองใหญ่"], lines);
    }

    [Fact]
    public void A_word_that_is_wider_than_any_line_is_split_between_letters_only_at_the_least_size()
    {
        var word = string.Concat(Enumerable.Repeat("é", 200).Select(letter => letter.Normalize(System.Text.NormalizationForm.FormD)));

        var bitmap = s_pango.Draw(Request(word, 60, 300, 2000));

        Assert.Equal(TextGuard.LeastSize, bitmap.FontSize);
        Assert.All(bitmap.Cells, cell => Assert.Equal(2, cell.End - cell.Start));
        Assert.InRange(bitmap.Width, 200, 300);
    }

    [Fact]
    public void Lines_of_a_paragraph_share_its_direction()
    {
        // Its second line begins with Latin letters, and still is read from the right.
        const string Text = "صباح الخير Kestrel هنا";

        var bitmap = s_pango.Draw(Request(Text, 60, 330, 600));

        var latin = bitmap.Cells.First(cell => Text[cell.Start] == 'K');
        var afterwards = bitmap.Cells[^1];
        Assert.Equal((1, 1), (latin.Line, afterwards.Line));
        Assert.True(afterwards.X < latin.X, "What is read after the Latin word stands right of it.");
    }

    private static List<string> Lines(string text, int size, int width, int height) =>
        [.. s_pango.Draw(Request(text, size, width, height)).Cells.GroupBy(cell => cell.Line).Select(line => string.Concat(line.Select(cell => text[cell.Start..cell.End])))];

    private static TextRequest Request(string text, int size, int width, int height) =>
        new(text, new RenderOptions().TitleFonts, size, width, height, TextAlign.Center, 0xFFFFFF);
}
