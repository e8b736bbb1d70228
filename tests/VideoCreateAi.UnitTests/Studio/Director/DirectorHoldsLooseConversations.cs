namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Conversations as new users have them: what is shown told over several sentences, parts of texts corrected, labels that nobody spells out,
/// and wishes that go on about the shot before.</summary>
public sealed class DirectorHoldsLooseConversations
{
    private const string Farm = "barn.jpg IMG_77_henhouse.jpg tractor.mp4:30 goats.mp4:20 farm_logo.png polka.mp3:60";
    private const string Trip = "DSC_01_lighthouse.jpg DSC_02_ferry.mp4:24 DSC_03_dunes.mp4:16";

    [Theory]
    [InlineData(Farm, "New film about our farm. Start with the tractor but only the first 6 seconds, then barn, hen house, 2 secs each", "tractor 0-6, barn 6-8, IMG_77_henhouse 8-10;total 10;!logo")]
    [InlineData(Farm, "vertical please, goats then tractor, 5 sec of each. skip the first 2 seconds of each one, that's only wind", "1080x1920;goats 0-5 (2-7), tractor 5-10 (2-7);total 10")]
    [InlineData(Farm, "begin with the goats, then all the pictures, the barn one comes last. Each picture should stay a good while, say 6 seconds", "goats 0-20, IMG_77_henhouse 20-26, barn 26-32")]
    [InlineData(Farm, "from the tractor grab 0:03-0:08 and 0:20-0:24, stick em together", "tractor 0-5 (3-8), tractor 5-9 (20-24);total 9")]
    [InlineData(Farm, "barn for 3 seconds, tractor 0:10 to 0:16, goats last. The tractor one drags, speed it up so it's 3 seconds", "barn 0-3, tractor 3-6 (10-16) 2x, goats 6-26")]
    [InlineData("slice.mp4:8 fry.mp4:12 plate.jpg", "ok soup video. slice, fry, then the photo at the end for 4 seconds", "slice 0-8, fry 8-20, plate 20-24")]
    [InlineData("vase.jpg brass_mirror.jpg urn.jpg", "slideshow of the vase, mirror and urn, 5 seconds each", "vase 0-5, brass_mirror 5-10, urn 10-15;!flip")]
    [InlineData("片头.jpg 采茶.mp4:30 炒茶.mp4:20 茶杯.jpg", "采茶放最前面取前6秒，后面炒茶取前4秒、茶杯3秒", "采茶 0-6, 炒茶 6-10, 茶杯 10-13;total 13")]
    public void A_row_is_told_over_several_sentences(string files, string message, string facts) => Conversation.Holds(files, message, facts);

    [Theory]
    [InlineData(Trip, "join them / put the name of each on it, top, yellow", "title Lighthouse 0-3 Top #FFD60A;title Ferry 3-27 Top;title Dunes 27-43 Top")]
    [InlineData(Trip, "join them / Stop 1 Stop 2 etc on each of the clips", "title Stop 1 3-27;title Stop 2 27-43;!Stop 3")]
    [InlineData(Trip, "join them / put the name of each on it / make the ferry 2x", "title Ferry 3-15;title Dunes 15-31")]
    [InlineData(Trip, "join them / put the name of each on it / the dunes should come before the ferry", "title Dunes 3-19;title Ferry 19-43")]
    [InlineData("湖.jpg 塔.jpg", "做个视频 / 每张图上写上名字，左下角", "title 湖 0-3 BottomLeft;title 塔 3-6 BottomLeft")]
    public void Labels_stand_over_their_shots_and_follow_them(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("title 'Elm Park Road' / sorry, it's Elm Park Avenue, not Elm Park Road", "title Elm Park Avenue 0-3")]
    [InlineData("title 'Doors 7 pm, Hall B' / 7 pm is wrong, it's 8 pm", "title Doors 8 pm, Hall B 0-3")]
    [InlineData("title 'Ring 555 0133' / the last four digits should be 0199", "title Ring 555 0199 0-3")]
    [InlineData("标题“满减八折，周五”/ 是七折不是八折", "title 满减七折，周五 0-3")]
    [InlineData("title 'Calm sea' and calm music / change the music to jazz", "title Calm sea 0-3;music jazz")]
    public void A_part_of_a_text_is_corrected(string messages, string facts) => Conversation.Holds("oak.jpg elm.jpg", messages.Replace("”/", "” /", StringComparison.Ordinal), facts);

    [Theory]
    [InlineData("brighten the last one / not the last one, the first one", "oak 0-3 brighter, elm 3-6, walk 6-16")]
    [InlineData("walk.mp4 plays backwards / make it play forwards again", "!reversed")]
    [InlineData("walk.mp4 should come first, actually / mute it too", "walk 0-10 vol0, oak 10-13, elm 13-16")]
    [InlineData("make the walk 2x / put the walk back to normal", "walk 6-16;!2x")]
    [InlineData("rotate elm.jpg / add calm music / undo the rotation", "!rot;music calm")]
    [InlineData("the walk is lying on its side! can you turn it upright / now it is upside down", "1920x1080;walk 6-16 rot270")]
    [InlineData("it's a bit dark in the elm, brighten that one up", "oak 0-3, elm 3-6 brighter, walk 6-16")]
    [InlineData("slow zoom in on all the photos, calm music", "music calm")]
    [InlineData("make it max 12 seconds", "total 12;oak 0-3, elm 3-6, walk 6-12")]
    [InlineData("the trees look grey, make it warmer", "warm;!bw")]
    [InlineData("add some piano and lower the clips to 40%", "music piano 0-16 35%;walk 6-16 vol40")]
    [InlineData("end with 'Call 555 0100' for 4 seconds on a dark background", "[dark background] 16-20;title Call 555 0100 16-20")]
    [InlineData("title 'Oak' small / text is too small", "title Oak 0-3 size0.078")]
    public void What_follows_is_about_the_shot_before(string messages, string facts) => Conversation.Holds("oak.jpg elm.jpg walk.mp4:10", $"make a video / {messages}", facts);

    [Theory]
    [InlineData("can we have Purple Skies by Vera Lund", "Purple Skies by Vera Lund")]
    [InlineData("could you generate a film of two foxes dancing", "no generative model")]
    [InlineData("can you remove the lamp post from the first photo", "Nothing can be taken out")]
    public void What_cannot_be_done_is_said_and_changes_nothing(string message, string reply)
    {
        var conversation = new Conversation("oak.jpg elm.jpg").Say("make a video with the title 'Oak'");
        var before = conversation.Timeline;

        conversation.Say(message);

        Assert.Equal(before, conversation.Timeline);
        Assert.Contains(reply, conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("voiceover one sentence per picture: The oak is old. The elm is young.", "voice The oak is old. 0-;voice The elm is young. 3-")]
    [InlineData("captions: One.; Two.; Three. The first at 0, the second at 2 and the third at 5 seconds", "caption One. 0-2;caption Two. 2-5;caption Three. 5-6")]
    public void Lines_go_where_they_are_told(string message, string facts) => Conversation.Holds("oak.jpg elm.jpg", $"make a video / {message}", facts);

    [Theory]
    [InlineData("take the talk, but only from 0:05 to 0:25, and the photos shown over it while he keeps talking", "talk 0-20 (5-25);over oak.jpg")]
    [InlineData("join talk.mp4 and walk.mp4 / the talk is too quiet, turn it up", "talk 0-60 vol150, walk 60-70")]
    public void Pictures_and_sound_keep_to_their_clip(string messages, string facts) => Conversation.Holds("oak.jpg elm.jpg talk.mp4:60 walk.mp4:10", messages, facts);
}
