namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Which shots, where, and how long: told by parts of names, by places, in lists, with the verb far away or left out.</summary>
public sealed class DirectorUnderstandsShotsAndTime
{
    private const string Farm = "old_barn.mp4:12 red_gate.mp4:9 creek.mp4:7";
    private const string Days = "day1.mp4:3 day2.mp4:4 day3.mp4:5 day4.mp4:6";
    private const string Talk = "interview.mp4:60";
    private const string Kitchen = "pot.jpg mug.jpg lid.jpg";

    [Theory]
    [InlineData(Farm, "put them in a row / the gate isn't needed", "total 19;!red_gate")]
    [InlineData(Farm, "in a row / in the creek clip the first 2 and the last 1 seconds can go", "creek 21-25 (2-6);total 25")]
    [InlineData("IMG_7011.jpg IMG_7012.jpg IMG_7013.jpg", "7013, 7011, 7012, two seconds each", "IMG_7013 0-2, IMG_7011 2-4, IMG_7012 4-6")]
    [InlineData("drill_a.mp4:6 game_a.mp4:8 drill_b.mp4:5", "all in a row / every clip with drill in its name can be dropped", "total 8;!drill")]
    [InlineData("drawbridge.mp4:6 station.mp4:8", "bridge, then station / the bridge twice as fast", "drawbridge 0-3 (0-6) 2x;station 3-11")]
    [InlineData("card_a.jpg card_b.jpg", "4 seconds each card", "card_a 0-4, card_b 4-8")]
    [InlineData("hike.mp4:8 badge.png", "use hike.mp4", "total 8;!badge")]
    public void Files_are_known_by_parts_of_their_names(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData(Talk, "keep 0:05-0:15, 0:30-0:40 and the last 5 seconds, everything else goes", "(5-15), interview 10-20 (30-40), interview 20-25 (55-60)")]
    [InlineData(Talk, "cut 10-15 and 40-50", "interview 0-10, interview 10-35 (15-40), interview 35-45 (50-60)")]
    [InlineData(Talk, "from 0:20 to 0:30 he only coughs, that has to go", "total 50;(30-60)")]
    [InlineData(Talk, "lose 4 seconds at both ends", "interview 0-52 (4-56)")]
    [InlineData(Talk, "cut from the fortieth to the forty-fifth second", "total 55;interview 0-40;(45-60)")]
    [InlineData(Talk, "the first 12 seconds should come last", "interview 0-48 (12-60), interview 48-60")]
    [InlineData(Talk, "cut out 20-25 and put it at the very start", "interview 0-5 (20-25), interview 5-25, interview 25-60")]
    [InlineData(Talk, "the last 10 seconds at half speed", "interview 50-70 (50-60) 0.5x;total 70")]
    [InlineData(Talk, "everything from 0:40 on twice as fast", "interview 40-50 (40-60) 2x")]
    [InlineData(Talk, "10-20 drags, play that four times as fast, the ends at normal speed", "interview 10-12.5 (10-20) 4x;total 52.5")]
    [InlineData(Talk, "blade it at 10, 25 and 40", "interview 0-10;(10-25);(25-40);(40-60);total 60")]
    [InlineData(Talk, "split it into four equal parts, then drop the second part", "total 45;interview 0-15;(30-45)")]
    [InlineData(Talk, "keep only 0:10 to 0:20 / 3 more seconds at the front", "interview 0-13 (7-20)")]
    [InlineData("attic.mp4:20 cellar.mp4:25", "from attic use 3 to 9, from cellar 10-14", "attic 0-6 (3-9);cellar 6-10 (10-14)")]
    [InlineData("fluss.mp4:30", "schneid hinten fünf Sekunden weg", "fluss 0-25")]
    [InlineData("pont.mp4:40", "coupe de la dixième à la vingtième seconde", "pont 0-10;(20-40);total 30")]
    [InlineData("puente.mp4:10 mercado.mp4:8", "une los dos / del puente quita los 2 primeros segundos y del mercado los 3 últimos", "puente 0-8 (2-10), mercado 8-13")]
    [InlineData("橋.mp4:30", "5秒から8秒と20秒から25秒をカットして", "橋 0-5;(8-20);(25-30);total 22")]
    [InlineData("다리.mp4:30", "5초부터 8초까지 잘라내고 마지막 4초도 잘라줘", "다리 0-5;(8-26);total 23")]
    [InlineData("采访.mp4:60", "5秒到10秒那块抠掉，还有30到35秒也抠掉", "采访 0-5;(10-30);(35-60);total 50")]
    [InlineData("采访.mp4:60", "在10秒和30秒各切一下", "采访 0-10;(10-30);(30-60);total 60")]
    [InlineData("采访.mp4:60", "切成三等份，只留第二份", "(20-40);total 20")]
    [InlineData("采访.mp4:60", "第20到25秒剪出来放到最前面", "采访 0-5 (20-25);total 60")]
    public void Stretches_are_cut_kept_moved_and_divided(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData(Kitchen, "pot 2 s, mug 4, lid 1.5", "pot 0-2;mug 2-6;lid 6-7.5")]
    [InlineData(Kitchen, "pot, mug, lid, 3 seconds each", "pot 0-3;mug 3-6;lid 6-9")]
    [InlineData(Kitchen, "10 seconds in all, the first one gets 4, the others share the rest", "pot 0-4;mug 4-7;lid 7-10")]
    [InlineData(Kitchen, "the pics should last 2, 3 and 4 seconds in that order", "pot 0-2;mug 2-5;lid 5-9")]
    [InlineData(Kitchen, "2 seconds each except the last, which takes 5", "pot 0-2;mug 2-4;lid 4-9")]
    [InlineData("pot.jpg swim.mp4:9 lid.jpg", "videos 4 seconds each, stills 2 each", "pot 0-2;swim 2-6;lid 6-8")]
    [InlineData(Days, "in order / the second clip drags, cut it down to 3 seconds", "day2 3-6;total 17")]
    [InlineData(Kitchen, "lid.jpg | 2 s\nmug.jpg | 3 s\npot.jpg | 1 s", "lid 0-2;mug 2-5;pot 5-6")]
    [InlineData("山顶.jpg 湖面.jpg 森林.mp4:9", "都用上 / 湖面那张5秒，山顶2秒", "山顶 0-2;湖面 2-7;森林 7-16")]
    [InlineData("车1.jpg 车2.jpg 车3.jpg", "三张一共十二秒，头一张占六秒，其余平分", "车1 0-6;车2 6-9;车3 9-12")]
    [InlineData("torre.jpg plaza.jpg rio.jpg", "cada foto 3 segundos / la de la plaza déjala en dos segunditos", "torre 0-3;plaza 3-5;rio 5-8")]
    public void Lengths_come_in_lists(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData(Kitchen, "each 2 seconds / order: 3, 1, 2", "lid 0-2, pot 2-4, mug 4-6")]
    [InlineData(Days, "in order / the order should be: fourth, second, first. the third can go", "day4 0-6;day2 6-10;day1 10-13;total 13")]
    [InlineData(Days, "in order / only the fourth and the second, in that order, the rest can go", "day4 0-6;day2 6-10;total 10")]
    [InlineData(Days, "in order / everything from the second to the third clip can go", "day1 0-3, day4 3-9")]
    [InlineData(Days, "day1 through day4 in a row / day2 to day3 are not needed", "day1 0-3, day4 3-9")]
    [InlineData(Days, "in order / move day3 one place earlier", "day1 0-3, day3 3-8, day2 8-12, day4 12-18")]
    [InlineData(Days, "in order / use day1 once more at the end", "day4 12-18, day1 18-21")]
    [InlineData(Days, "in order / take shots two and three together and put them behind the last one", "day1 0-3, day4 3-9, day2 9-13, day3 13-18")]
    [InlineData(Days, "in order / bring the one before last to the very front", "day3 0-5, day1 5-8")]
    [InlineData(Days, "in order / day1 goes to the end and day4 to the start", "day4 0-6, day2 6-10, day3 10-15, day1 15-18")]
    [InlineData(Days, "in order / day2 out, day4 in front of day1", "day4 0-6, day1 6-9, day3 9-14")]
    [InlineData("clip10.mp4:3 clip9.mp4:4", "by number please", "clip9 0-4, clip10 4-7")]
    [InlineData("walk.mp4:20 sign.jpg", "use walk.mp4 / put sign.jpg in at 0:08 for 2 seconds", "walk 0-8, sign 8-10, walk 10-22 (8-20)")]
    [InlineData("walk.mp4:20 run.mp4:8 sign.jpg", "walk then run / sign between walk and run, 3 s", "walk 0-20, sign 20-23, run 23-31")]
    [InlineData("torre.jpg plaza.jpg rio.jpg", "cada foto 3 segundos / el orden: tercera, primera, segunda", "rio 0-3, torre 3-6, plaza 6-9")]
    [InlineData("图1.jpg 图2.jpg 图3.jpg", "每张3秒 / 顺序：3、1、2", "图3 0-3, 图1 3-6, 图2 6-9")]
    [InlineData("工地1.mp4:6 工地2.mp4:8 办公室.mp4:5", "连起来 / 带工地的都删了", "办公室 0-5;total 5")]
    public void Orders_are_told_by_names_places_and_steps(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData(Days, "in order / remove the second clip / oops, I meant the third", "day1 0-3, day2 3-7, day4 7-13")]
    [InlineData(Days, "in order / make the second clip 2 seconds / sorry, the first one 2 seconds", "day1 0-2;day2 2-6")]
    [InlineData("图1.jpg 图2.jpg 图3.jpg", "每张3秒 / 删掉第二张 / 说错了，是第三张", "图1 0-3, 图2 3-6;total 6")]
    [InlineData(Talk, "cut the first 5 seconds / oops, the last 5 seconds, not the first", "interview 0-55")]
    public void What_was_done_by_mistake_is_done_as_it_was_meant(string files, string messages, string facts) => Shows(files, messages, facts);

    [Theory]
    [InlineData("Shot 1, 3s: a fox in the snow\nShot 2, 4s: the river freezes", "[a fox in the snow] 0-3, [the river freezes] 3-7")]
    [InlineData("| secs | what |\n|---|---|\n| 3 | a fox in the snow |\n| 5 | the river freezes |", "[a fox in the snow] 0-3, [the river freezes] 3-8")]
    [InlineData("INT. KITCHEN - NIGHT (4 sec)\nA kettle boils.\n\nEXT. YARD - DAY (6 sec)\nA dog barks.", "A kettle boils.] 0-4;A dog barks.] 4-10")]
    [InlineData("- time: 0-3\n  visual: a fox in the snow\n- time: 3-8\n  visual: the river freezes", "[a fox in the snow] 0-3, [the river freezes] 3-8")]
    [InlineData("Two scenes, four seconds each: a fox in the snow; the river freezes", "[a fox in the snow] 0-4, [the river freezes] 4-8")]
    [InlineData("First 4 seconds: a fox in the snow. Then 5 seconds: the river freezes.", "[a fox in the snow] 0-4, [the river freezes] 4-9")]
    [InlineData("第一镜，四秒，雪地里的狐狸；第二镜，五秒，河面结冰", "[雪地里的狐狸] 0-4, [河面结冰] 4-9")]
    [InlineData("Los primeros 4: un zorro en la nieve. Después, 5 s de un río helado.", "un zorro en la nieve] 0-4;4-9")]
    public void Scripts_are_read_in_many_layouts(string message, string facts) => Shows("", message, facts);

    private static void Shows(string files, string messages, string facts)
    {
        var talk = new Conversation(files).Say(messages.Split(" / "));

        var shown = TimelineWords.Of(talk.Timeline!);
        foreach (var fact in facts.Split(';'))
        {
            if (fact[0] == '!')
            {
                Assert.DoesNotContain(fact[1..], shown, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(fact, shown, StringComparison.Ordinal);
            }
        }
    }
}
