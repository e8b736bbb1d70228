using FsCheck;
using FsCheck.Fluent;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

public sealed class GuiStreamTests
{
    private static readonly string[] s_said =
    [
        .. GuiFamiliesTests.Families.Select<object[], string>(static row => (string)row[0]),
        .. GuiFamiliesTests.Contents.Select<object[], string>(static row => (string)row[0]),
        .. GuiLanguagesTests.Instructions.Select<object[], string>(static row => (string)row[0]),
        .. GuiLanguagesTests.Contents.Select<object[], string>(static row => (string)row[0]),
    ];

    private static readonly string[] s_prose =
    [
        "The ferry leaves at dawn and the gulls follow it across the bay.",
        "渡轮在清晨离港，海鸥一路跟着它飞过海湾。",
        "El barco zarpa al amanecer y las gaviotas lo siguen por la bahía.",
        "Le bateau part à l'aube et les mouettes le suivent à travers la baie.",
        "Die Fähre läuft im Morgengrauen aus, und die Möwen folgen ihr über die Bucht.",
        "A balsa parte ao amanhecer e as gaivotas seguem-na pela baía.",
        "フェリーは夜明けに出航し、カモメが湾の向こうまでついて行きました。",
        "페리는 새벽에 떠났고 갈매기들이 만을 가로질러 따라갔습니다.",
        "Il traghetto parte all'alba e i gabbiani lo seguono lungo la baia.",
        "Паром отходит на рассвете, и чайки летят за ним через залив.",
        "تغادر العبارة عند الفجر وتتبعها النوارس عبر الخليج.",
        "नाव भोर में निकलती है और चिड़ियाँ खाड़ी के पार उसके पीछे उड़ती हैं।",
        "Kapal itu berangkat saat fajar dan burung camar mengikutinya melintasi teluk.",
        "Chiếc phà rời bến lúc bình minh và đàn hải âu bay theo qua vịnh.",
        "Vapur şafakta kalkıyor ve martılar körfez boyunca onun peşinden uçuyor.",
        "De veerboot vertrekt bij zonsopgang en de meeuwen volgen hem over de baai.",
        "Prom odpływa o świcie, a mewy lecą za nim przez zatokę.",
    ];

    [Fact]
    public void The_places_where_a_reply_is_cut_change_nothing()
        => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), static (first, second) =>
        {
            var random = new Random(second.Get);
            var said = s_said[first.Get % s_said.Length] + " " + s_said[(first.Get * 7) % s_said.Length];
            var (whole, pieces) = (Replies.Translate(said), Replies.Translate(said, left => random.Next(1, 12)));
            return whole.Text == pieces.Text && whole.Actions.SequenceEqual(pieces.Actions) && whole.HandEdit == pieces.HandEdit;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(5000).WithReplay(20_27, 11));

    [Fact]
    public void Prose_without_a_window_comes_out_byte_for_byte()
        => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), static seed =>
        {
            var random = new Random(seed.Get);
            var said = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => s_prose[random.Next(s_prose.Length)] + Gap(random)));
            var reply = Replies.Translate(said, left => random.Next(1, 40));
            return reply.Text == said && reply.Actions.Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(5000).WithReplay(20_27, 11));

    [Theory]
    [InlineData("(")]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData("“")]
    [InlineData("which, ")]
    public void A_reply_of_one_endless_line_comes_out_as_it_came(string unit)
    {
        var said = string.Concat(Enumerable.Repeat(unit, 65_536 / unit.Length));

        Assert.Equal(said, Replies.Translate(said, static left => 97).Text);
    }

    [Fact]
    public void What_is_certain_is_shown_before_the_reply_ends()
    {
        var translator = new VideoCreateAi.Mcp.Translation.GuiTranslator();

        Assert.Equal("The harbour is first.", translator.Push("The harbour is first. Click Exp"));
        Assert.Equal(string.Empty, translator.Push("ort to save it."));
        Assert.Equal(" The lighthouse is last.", translator.Push(" The lighthouse is last.\n"));
        Assert.Equal("The harbour is first. The lighthouse is last.\n", translator.Complete().Text);
    }

    private static string Gap(Random random) => random.Next(4) switch
    {
        0 => "\n",
        1 => "\n\n- ",
        2 => "  ",
        _ => " ",
    };
}
