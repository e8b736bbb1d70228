namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>How people speak of their files and of the shots they became: lists, parts of names, names that are words too, places.</summary>
public sealed class DirectorUnderstandsNames
{
    private const string Crafts = "knit.jpg sew.jpg dye.jpg";
    private const string Farm = "cow.mp4:10 pig.mp4:12 hen.mp4:8";
    private const string Numbered = "p1.jpg p2.jpg p3.jpg p4.jpg";

    [Theory]
    [InlineData(Crafts, "knit, dye, 2 seconds each", "knit 0-2, dye 2-4;total 4")]
    [InlineData(Crafts, "dye and knit, five seconds each", "dye 0-5, knit 5-10;total 10")]
    [InlineData(Crafts, "sew, dye, knit: 4 seconds each", "sew 0-4, dye 4-8, knit 8-12;total 12")]
    [InlineData(Crafts, "all three, four seconds each", "knit 0-4, sew 4-8, dye 8-12")]
    [InlineData(Crafts, "dye.jpg 2 s, then knit.jpg for 5 seconds", "dye 0-2, knit 2-7;total 7")]
    [InlineData(Crafts, "first sew. then dye for 6 seconds", "sew 0-3, dye 3-9;total 9")]
    [InlineData(Crafts, "use sew and knit, leave out dye for now", "sew 0-3, knit 3-6;total 6")]
    [InlineData(Crafts, "everything, but not sew", "knit 0-3, dye 3-6;total 6")]
    [InlineData(Farm, "only the hen", "hen 0-8;total 8")]
    [InlineData(Farm, "how the yard wakes up: hen, then cow", "hen 0-8, cow 8-18;total 18")]
    [InlineData(Numbered, "p1 through p3, three secs per picture", "p1 0-3, p2 3-6, p3 6-9;total 9")]
    [InlineData(Numbered, "p4 down to p2, 2 s each", "p4 0-2, p3 2-4, p2 4-6;total 6")]
    [InlineData("walk.mp4:9 choir.wav:60 rain.jpg", "walk.mp4 with choir.wav as music", "walk 0-9;total 9;music choir.wav")]
    [InlineData("fern1.jpg fern2.jpg fern3.jpg creek.mp4:9", "the three ferns 2s each, then the creek", "fern1 0-2, fern2 2-4, fern3 4-6, creek 6-15")]
    [InlineData("a.jpg b.jpg c.jpg", "a b c, 2 s each", "a 0-2, b 2-4, c 4-6")]
    [InlineData("lake1.jpg lake2.jpg lake3.jpg", "先放lake2，再放lake1，各3秒", "lake2 0-3, lake1 3-6;total 6")]
    [InlineData("春.jpg 夏.jpg 秋.jpg", "用夏、春，每张4秒，秋先不用", "夏 0-4, 春 4-8;total 8")]
    [InlineData("山1.jpg 山2.jpg 山3.jpg 山4.jpg", "用山1到山3，每张2秒", "山1 0-2, 山2 2-4, 山3 4-6;total 6")]
    [InlineData("berg.jpg see.jpg wald.jpg", "nur berg und wald, je 4 Sekunden", "berg 0-4, wald 4-8;total 8")]
    [InlineData("plage.jpg mer.jpg dune.jpg", "dune, plage : 5 secondes chacune", "dune 0-5, plage 5-10;total 10")]
    [InlineData("gato.mp4:9 perro.mp4:7 pez.mp4:5", "usa solo gato y pez", "gato 0-9, pez 9-14;total 14")]
    [InlineData("кот.jpg сова.jpg лис.jpg", "кот, потом сова, по 4 секунды", "кот 0-4, сова 4-8;total 8")]
    public void A_first_message_that_names_files_shows_exactly_these(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("rock.mp4:10 jazz.mp4:8", "rock and jazz / jazz has to be played backwards and also muted", "rock 0-10,;jazz 10-18 reversed vol0;!music")]
    [InlineData("rock.mp4:10 jazz.mp4:8", "rock and jazz / move the jazz clip to the front", "jazz 0-8, rock 8-18;!music")]
    [InlineData("tea.jpg slide.jpg wipe.jpg", "tea, slide, wipe / move the slide to the front", "slide 0-3, tea 3-6, wipe 6-9;!<")]
    [InlineData("tea.jpg slide.jpg", "tea, slide / \"slide\" is the photo with the tower. Put it first!", "slide 0-3, tea 3-6;!title")]
    [InlineData("viola.mp4:9 score.jpg", "viola.mp4 only / add the score photo at the end for 4 seconds", "viola 0-9, score 9-13;!music")]
    [InlineData("fade.mp4:9 dusk.mp4:9", "fade and dusk / fade out at the end", "fade 0-9, dusk 9-18;fade-out 1")]
    [InlineData("red.jpg warm.jpg", "red, warm / make it warm", "warm 3-6;warm;total 6")]
    [InlineData("tea.jpg soup.jpg", "tea, soup / add a title \"Tea\"", "title Tea;tea 0-3, soup 3-6")]
    [InlineData("dusk.mp4:9 弦乐.mp3:60", "dusk.mp4 配 弦乐.mp3 做音乐 / 弦乐音量调到20%", "music 弦乐.mp3 0-9 20%")]
    public void A_name_that_is_also_a_word_is_told_by_its_company(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("owl_blur.jpg owl_tree.jpg owl_nest.jpg", "the owls, 5 seconds each / take the blurry one out", "owl_tree 0-5, owl_nest 5-10;total 10")]
    [InlineData(Crafts, "knit, sew, dye / double the dye's time", "dye 6-12")]
    [InlineData("hurdle.mp4:12 longjump.mp4:9", "hurdle and then longjump / the jump clip goes first", "longjump 0-9, hurdle 9-21")]
    [InlineData("kotek.jpg piesek.jpg chomik.jpg", "kotek i piesek / między kotka a pieska wstaw chomika, na 2 sekundy", "kotek 0-3, chomik 3-5, piesek 5-8")]
    [InlineData("漫步.mp4:9 封面.jpg", "只用漫步 / 最前面加封面图，2秒", "封面 0-2, 漫步 2-11")]
    public void A_part_of_a_name_or_another_form_of_it_is_enough(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData(Numbered, "all photos / bring the one before last to the front", "p3 0-3, p1 3-6, p2 6-9, p4 9-12")]
    [InlineData(Numbered, "all photos / delete the penultimate one", "p1 0-3, p2 3-6, p4 6-9")]
    [InlineData(Numbered, "all photos / 倒数第二张糊了，不要了", "p1 0-3, p2 3-6, p4 6-9")]
    [InlineData(Numbered, "all photos / 第三张有点长，缩短到1秒", "p3 6-7, p4 7-10")]
    [InlineData("fox1.jpg fox2.jpg fox3.jpg", "all photos / the last fox should come first and the first fox last", "fox3 0-3, fox2 3-6, fox1 6-9")]
    [InlineData(Farm, "cow, pig, hen / the second one is dull. Put it last", "cow 0-10, hen 10-18, pig 18-30")]
    [InlineData(Farm, "cow, pig, hen / put the hen in position two", "cow 0-10, hen 10-18, pig 18-30")]
    [InlineData(Farm, "cow, pig, hen / zet hen op plek twee", "cow 0-10, hen 10-18, pig 18-30")]
    [InlineData(Crafts, "knit, sew, dye / show the knit again at the very end for 2 seconds", "knit 0-3, sew 3-6, dye 6-9, knit 9-11")]
    [InlineData(Crafts, "knit, sew, dye / 结尾再来一遍第一张", "dye 6-9, knit 9-12")]
    public void A_shot_is_found_by_its_place(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData(Farm, "cow, pig, hen / cow: only 2 to 6. pig: play it backwards. hen: leave in full but no sound.", "cow 0-4 (2-6),;pig 4-16 reversed,;hen 16-24 vol0")]
    [InlineData(Farm, "cow, pig, hen / pig out, hen in front of cow, and turn the sound of cow off", "hen 0-8, cow 8-18 vol0;!pig")]
    [InlineData(Crafts, "knit, sew, dye / knit and dye are off the list, so out they go", "sew 0-3;total 3")]
    [InlineData(Crafts, "knit, sew, dye / the photos should last 2, 5 and 3 seconds", "knit 0-2, sew 2-7, dye 7-10")]
    [InlineData(Crafts, "knit, sew, dye / ①第二张改成5秒 ②第三张删掉", "knit 0-3, sew 3-8;total 8")]
    [InlineData(Farm, "cow then pig / instead of the pig use hen", "cow 0-10, hen 10-18;total 18")]
    [InlineData(Farm, "cow then pig / use hen instead of the cow", "hen 0-8, pig 8-20;total 20")]
    [InlineData(Farm, "cow then pig / 用hen顶替pig", "cow 0-10, hen 10-18;total 18")]
    [InlineData(Farm, "cow then pig / cambia pig por hen", "cow 0-10, hen 10-18;total 18")]
    [InlineData(Farm, "cow then pig / we need the hen after the cow, ahead of the pig", "cow 0-10, hen 10-18, pig 18-30")]
    public void Each_file_gets_what_is_said_of_it(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);
}
