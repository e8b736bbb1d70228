using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorUnderstands
{
    private const string Stills = "dusk.jpg harbour.jpg bridge.png";
    private const string Clips = "surf.mp4:10 dunes.mp4:6 camp.mp4:8";
    private const string Mixed = "walk.mp4:20 badge.png song.mp3:60 horns.wav:4";

    /// <summary>Files; messages parted by " / "; facts that the timeline shows afterwards, parted by ";".</summary>
    [Theory]
    [InlineData(Stills, "turn these pictures into a 12-second promo with upbeat music and crossfades, vertical", "1080x1920;total 12;music upbeat 0-12;<crossfade 0.5;dusk 0-4,;harbour 3.5-8;bridge 7.5-12")]
    [InlineData(Stills, "create a slideshow", "1920x1080;total 9;dusk 0-3;harbour 3-6;bridge 6-9")]
    [InlineData(Stills, "make a 15 second film with the title 'Low Tide' for the first 4 seconds", "total 15;title Low Tide 0-4")]
    [InlineData(Stills, "I'd like a 6 second reel for TikTok", "1080x1920;total 6")]
    [InlineData(Stills, "5 seconds per photo", "total 15;dusk 0-5")]
    [InlineData(Stills, "show each picture for two seconds", "total 6;dusk 0-2")]
    [InlineData(Stills, "make it 10 seconds", "total 10;dusk 0-3.333;bridge 6.666-10")]
    [InlineData(Stills, "half a minute please", "total 30")]
    [InlineData(Stills, "create a slideshow / make the last photo stay 5 seconds", "bridge 6-11;total 11")]
    [InlineData(Stills, "create a slideshow / the second picture twice as long", "harbour 3-9;total 12")]
    [InlineData(Stills, "put the third image first", "bridge 0-3, dusk 3-6, harbour 6-9")]
    [InlineData(Stills, "start with harbour.jpg", "harbour 0-3, dusk 3-6, bridge 6-9")]
    [InlineData(Stills, "end with dusk.jpg", "harbour 0-3, bridge 3-6, dusk 6-9")]
    [InlineData(Stills, "bridge then dusk", "bridge 0-3, dusk 3-6;total 6")]
    [InlineData(Stills, "harbour first for 4s, bridge second for 2s, dusk last for 3s", "harbour 0-4, bridge 4-6, dusk 6-9")]
    [InlineData(Stills, "create a slideshow / swap the first and the last", "bridge 0-3, harbour 3-6, dusk 6-9")]
    [InlineData(Stills, "create a slideshow / swap dusk and harbour", "harbour 0-3, dusk 3-6, bridge 6-9")]
    [InlineData(Stills, "create a slideshow / play them in reverse order", "bridge 0-3, harbour 3-6, dusk 6-9")]
    [InlineData(Stills, "create a slideshow / move bridge.png before harbour.jpg", "dusk 0-3, bridge 3-6, harbour 6-9")]
    [InlineData(Stills, "create a slideshow / put dusk after harbour", "harbour 0-3, dusk 3-6, bridge 6-9")]
    [InlineData(Stills, "create a slideshow / delete the second photo", "dusk 0-3, bridge 3-6;total 6")]
    [InlineData(Stills, "create a slideshow / remove dusk.jpg and bridge.png", "harbour 0-3;total 3")]
    [InlineData(Stills, "create a slideshow / take the last one out", "dusk 0-3, harbour 3-6;total 6")]
    [InlineData(Stills, "create a slideshow / leave harbour out", "dusk 0-3, bridge 3-6;total 6")]
    [InlineData(Stills, "create a slideshow / keep only the middle one", "harbour 0-3;total 3")]
    [InlineData(Stills, "create a slideshow / don't use bridge.png", "dusk 0-3, harbour 3-6;total 6")]
    [InlineData(Stills, "create a slideshow / duplicate the first picture", "dusk 0-3, dusk 3-6, harbour 6-9")]
    [InlineData(Stills, "create a slideshow / add wipes between the pictures, 0.4 seconds", "<wipe 0.4;total 9")]
    [InlineData(Stills, "create a slideshow / add a dissolve between the first two", "harbour 2.5-6 <crossfade 0.5, bridge 6-9;total 9")]
    [InlineData(Stills, "a 12 second slideshow with slide transitions / no transitions any more", "dusk 0-4, harbour 4-8, bridge 8-12")]
    [InlineData(Stills, "create a slideshow / fade in from black for 2 seconds", "fade-in 2")]
    [InlineData(Stills, "create a slideshow / fade to black at the end", "fade-out 1")]
    [InlineData(Stills, "create a slideshow / fade in and out", "fade-in 1;fade-out 1")]
    [InlineData(Stills, "square, 4k", "2160x2160")]
    [InlineData(Stills, "720p portrait at 25 fps", "720x1280@25")]
    [InlineData(Stills, "make it 4:5", "1080x1350")]
    [InlineData(Stills, "1280x720 please", "1280x720")]
    [InlineData(Stills, "format for YouTube", "1920x1080")]
    [InlineData(Stills, "make everything black and white", "bw")]
    [InlineData(Stills, "give it a vintage look / back to normal colours", "dusk 0-3, harbour 3-6")]
    [InlineData(Stills, "a bit darker with less contrast", "darker -contrast")]
    [InlineData(Stills, "more saturation", "+saturation")]
    [InlineData(Stills, "put the pictures on a blurred background", "Blur")]
    [InlineData(Stills, "don't crop the photos", "Contain")]
    [InlineData(Stills, "add calm piano music", "music calm piano 0-9 100%")]
    [InlineData(Stills, "add calm music / make the music more dramatic", "music dramatic 0-9 100%")]
    [InlineData(Stills, "add calm music / music at 40 percent", "music calm 0-9 40%")]
    [InlineData(Stills, "add calm music at 60% / half as loud", "music calm 0-9 30%")]
    [InlineData(Stills, "add calm music / remove the music", "total 9;!music")]
    [InlineData(Stills, "add calm music / delete dusk.jpg", "music calm 0-6")]
    [InlineData(Stills, "add epic music starting at 4 seconds", "music epic 4-9")]
    [InlineData(Stills, "title \"Autumn\" at the bottom in yellow", "title Autumn 0-3 Bottom #FFD60A")]
    [InlineData(Stills, "add the text \"Mind the gap\" from 2 to 5 seconds", "title Mind the gap 2-5")]
    [InlineData(Stills, "show \"Goodbye\" for the last 2 seconds", "title Goodbye 7-9")]
    [InlineData(Stills, "title \"Shop now\" at the end", "title Shop now 6-9")]
    [InlineData(Stills, "title Harbour Lights at the top", "title Harbour Lights 0-3 Top")]
    [InlineData(Stills, "add a title that says Open All Day for the first 2 seconds", "title Open All Day 0-2")]
    [InlineData(Stills, "title \"One\" / change the title to \"Two\"", "title Two 0-3;!One")]
    [InlineData(Stills, "title \"One\" / put it at the top left", "title One 0-3 TopLeft")]
    [InlineData(Stills, "title \"One\" / make the title last 5 seconds", "title One 0-5")]
    [InlineData(Stills, "title \"One\" / remove the title", "!title;total 9")]
    [InlineData(Stills, "title \"One\" / remove the title and add \"Two\" at the bottom", "title Two 0-3 Bottom;!One")]
    [InlineData(Stills, "two titles: \"Go\" at 0-2 and \"Stop\" at 7-9", "title Go 0-2;title Stop 7-9")]
    [InlineData(Stills, "add the title \"cut the first 3 seconds\"", "total 9;title cut the first 3 seconds 0-3")]
    [InlineData(Stills, "title 'make it vertical' and make it square", "1080x1080;title make it vertical 0-3")]
    [InlineData(Stills, "captions:\nDay one.\nDay two.\nDay three.", "caption Day one. 0-3;caption Day two. 3-6;caption Day three. 6-9")]
    [InlineData(Stills, "voiceover: We open at nine.", "voice We open at nine. 0-1.6")]
    [InlineData(Clips, "put the clips together", "total 24;surf 0-10, dunes 10-16, camp 16-24")]
    [InlineData(Clips, "join surf and camp", "surf 0-10, camp 10-18;total 18")]
    [InlineData(Clips, "cut the first 4 seconds", "surf 0-6 (4-10);total 20")]
    [InlineData(Clips, "remove the last 3 seconds", "camp 16-21;total 21")]
    [InlineData(Clips, "cut the last 2 seconds of dunes.mp4", "dunes 10-14;total 22")]
    [InlineData(Clips, "cut the first second of camp", "camp 16-23 (1-8)")]
    [InlineData(Clips, "trim 2 seconds off the start and 1 off the end", "surf 0-8 (2-10);total 21")]
    [InlineData(Clips, "cut out from 0:02 to 0:05", "surf 0-2, surf 2-7 (5-10);total 21")]
    [InlineData(Clips, "keep only the first 12 seconds", "total 12;dunes 10-12")]
    [InlineData(Clips, "keep from 4s to 9s of surf.mp4", "surf 0-5 (4-9);total 19")]
    [InlineData(Clips, "cut everything after 0:15", "total 15")]
    [InlineData(Clips, "cut the video to 18 seconds", "total 18;surf 0-10")]
    [InlineData(Clips, "make a 12 second video of all clips", "total 12;surf 0-4, dunes 4-8, camp 8-12")]
    [InlineData(Clips, "double speed", "total 12;surf 0-5 (0-10) 2x")]
    [InlineData(Clips, "play surf.mp4 at half speed", "surf 0-20 (0-10) 0.5x;total 34")]
    [InlineData(Clips, "slow motion for the last clip", "camp 16-32 (0-8) 0.5x")]
    [InlineData(Clips, "make the second clip 3x faster", "dunes 10-12 (0-6) 3x")]
    [InlineData(Clips, "speed it up by 25%", "1.25x")]
    [InlineData(Clips, "everything 2x / normal speed again", "total 24")]
    [InlineData(Clips, "play dunes.mp4 backwards", "dunes 10-16 reversed;surf 0-10,")]
    [InlineData(Clips, "rotate surf.mp4 by 90 degrees", "surf 0-10 rot90")]
    [InlineData(Clips, "rotate it 90 degrees counterclockwise", "rot270")]
    [InlineData(Clips, "mirror the first clip", "surf 0-10 flip Horizontal")]
    [InlineData(Clips, "flip it vertically", "flip Vertical;1920x1080")]
    [InlineData(Clips, "mute the clips", "vol0")]
    [InlineData(Clips, "mute camp.mp4", "camp 16-24 vol0;surf 0-10,")]
    [InlineData(Clips, "add folk music", "music folk 0-24 35%")]
    [InlineData(Clips, "turn off the original sound and add folk music", "vol0")]
    [InlineData(Clips, "put the clips together / split the first clip at 4 seconds", "surf 0-4, surf 4-10 (4-10);total 24")]
    [InlineData(Clips, "put the clips together / loop it 2 times", "total 48")]
    [InlineData(Clips, "freeze the last frame for 2 seconds", "total 26")]
    [InlineData(Clips, "shorten each clip to 3 seconds", "total 9;camp 6-9")]
    [InlineData(Clips, "put the clips together / 1 second crossfades", "dunes 9-15 <crossfade 1;total 22")]
    [InlineData(Clips, "surf then dunes / replace dunes.mp4 with camp.mp4", "surf 0-10, camp 10-18;total 18")]
    [InlineData(Clips, "surf then dunes / add camp.mp4 at the beginning", "camp 0-8, surf 8-18")]
    [InlineData(Clips, "surf then dunes / insert camp.mp4 between them", "surf 0-10, camp 10-18, dunes 18-24")]
    [InlineData(Clips, "put the clips together / drop the middle clip / bring dunes.mp4 back", "surf 0-10, dunes 10-16, camp 16-24")]
    [InlineData("one.mp4:4 two.mp4:5 three.mp4:6", "three, one, two", "three 0-6, one 6-10, two 10-15")]
    [InlineData("a.jpg b.jpg c.jpg", "c, a and b in a row", "c 0-3, a 3-6, b 6-9")]
    [InlineData("a.jpg b.jpg c.jpg", "make a 9 second video and add a title 'Hi'", "a 0-3, b 3-6, c 6-9;title Hi")]
    [InlineData(Mixed, "put badge.png in the top left corner at 40% opacity", "over badge.png top-left 0-20 40%;walk 0-20")]
    [InlineData(Mixed, "show badge.png bottom right for the first 6 seconds", "over badge.png bottom-right 0-6;total 20")]
    [InlineData(Mixed, "badge.png as a watermark / remove the watermark", "!over")]
    [InlineData(Mixed, "walk.mp4 only / use song.mp3 as music at 25%", "music song.mp3 0-20 25%")]
    [InlineData(Mixed, "walk.mp4 only / song.mp3 underneath, horns.wav as a sound effect at 5 seconds", "music song.mp3 0-20;effect horns.wav 5-9")]
    [InlineData("left.mp4:12 right.mp4:9", "side by side", "left 0-9 left;over right.mp4 right 0-9")]
    [InlineData("talk.mp4:30 cam.mp4:30", "cam.mp4 as picture in picture in the bottom left over talk.mp4", "over cam.mp4 bottom-left 0-30;talk 0-30")]
    [InlineData("s1.jpg s2.jpg talk.m4a:14", "match the pictures to my voiceover talk.m4a, equal length", "total 14;s1 0-7;voice talk.m4a 0-14")]
    [InlineData("", "make a 10 second video of a lighthouse in a storm with dramatic music", "[a lighthouse in a storm] 0-10;music dramatic 0-10")]
    [InlineData("", "Scene 1 (0-4s): a kettle boils\nScene 2 (4-9s): tea is poured", "[a kettle boils] 0-4, [tea is poured] 4-9")]
    public void A_message_in_plain_words(string files, string messages, string facts)
    {
        var conversation = new Conversation(files);

        conversation.Say(messages.Split(" / "));

        foreach (var fact in facts.Split(';'))
        {
            if (fact[0] == '!')
            {
                Assert.DoesNotContain(fact[1..], conversation.Shown, StringComparison.Ordinal);
            }
            else
            {
                Assert.True(conversation.Shown.Contains(fact, StringComparison.Ordinal), $"{fact} is not in: {conversation.Shown}\nReply: {conversation.Reply}");
            }
        }
    }

    [Theory]
    [InlineData("what can you do with transitions?")]
    [InlineData("looks great, thanks!")]
    [InlineData("leave it as it is")]
    [InlineData("don't change anything")]
    [InlineData("how long is it now?")]
    [InlineData("would it be better in square? no, leave it")]
    [InlineData("don't make it faster")]
    [InlineData("do not add any music")]
    [InlineData("xyzzy plugh")]
    [InlineData("   ")]
    public void A_question_or_praise_or_a_no_changes_nothing_and_says_something(string message)
    {
        var conversation = new Conversation(Stills).Say("a 12 second slideshow with calm music");
        var before = conversation.Timeline;

        conversation.Say(message);

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Same(before, conversation.Timeline);
        Assert.NotEmpty(conversation.Reply);
    }

    [Fact]
    public void Undo_goes_back_one_message()
    {
        var conversation = new Conversation(Stills).Say("create a slideshow", "make it square", "undo that");

        Assert.IsType<TurnResult.Undone>(conversation.Last);
        Assert.Contains("1920x1080", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_and_another_wish_in_one_message_are_both_done()
    {
        var conversation = new Conversation(Stills).Say("create a slideshow", "make it warmer", "undo it and make it square");

        Assert.Contains("1080x1080", conversation.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("warm", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_replaces_the_length_that_was_asked_for_before()
    {
        var conversation = new Conversation(Stills).Say("make it 30 seconds", "no, 21 seconds");

        Assert.Contains("total 21", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_negated_stays_while_the_rest_is_done()
    {
        var conversation = new Conversation(Stills).Say("add calm music at 70%", "don't touch the music, just make it vertical");

        Assert.Contains("1080x1920", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("music calm 0-9 70%", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_in_the_reply()
    {
        var conversation = new Conversation(Stills).Say("start with castle.jpg");

        Assert.Contains("castle.jpg", conversation.Reply, StringComparison.Ordinal);
        Assert.Contains("dusk.jpg", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_message_about_the_same_files_composes_the_same_music()
    {
        var first = new Conversation(Stills).Say("a slideshow with calm music").Timeline!;
        var second = new Conversation(Stills).Say("a slideshow with calm music").Timeline!;

        Assert.NotNull(first.SoundTracks[0].Segments[0].Seed);
        Assert.Equal(first.SoundTracks[0].Segments[0].Seed, second.SoundTracks[0].Segments[0].Seed);
    }

    [Fact]
    public void Stills_do_not_all_move_the_same_way()
    {
        var timeline = new Conversation(Stills).Say("create a slideshow").Timeline!;

        Assert.True(timeline.PictureTracks[0].Segments.Select(shot => shot.Motion).Distinct().Count() > 1);
    }

    [Fact]
    public void A_script_file_becomes_captions()
    {
        var conversation = new Conversation(Stills).Say("make a 9 second video\n[script file: lines.txt]\nFirst light.\nSecond wind.");

        Assert.Contains("caption First light. 0-", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("total 9", conversation.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("make it 99999999999999999999 seconds")]
    [InlineData("cut the first 99999999 minutes")]
    [InlineData("speed 0x, 0 seconds, 0%, 0 fps, 0x0")]
    [InlineData("title \"\" '' \"unclosed")]
    [InlineData("from 5 to 3 seconds remove the 99th photo and swap the 7th and 8th")]
    [InlineData("\uE000\uE001 \uF8FF [script file: x] ((((,,,, then then then and and")]
    [InlineData("9:99:99:99 1٢3 ٣ seconds ½ °")]
    public void Nonsense_never_breaks_anything(string message)
    {
        var conversation = new Conversation(Mixed).Say("add calm music", message, message);

        Assert.NotEmpty(conversation.Reply);
        Assert.Empty(VideoCreateAi.Studio.Timeline.TimelineRules.Faults(conversation.Timeline!));
    }

    [Fact]
    public void Random_strings_of_known_words_never_break_the_rules()
    {
        string[] words =
        [
            "cut", "the", "first", "3", "seconds", "walk.mp4", "badge.png", "song.mp3", "title", "\"X\"", "remove", "last", "music", "volume", "50%", "and", ",",
            "2x", "faster", "between", "vertical", "crossfade", "to", "from", "at", "end", "keep", "only", "each", "photo", "swap", "split", "freeze", "loop",
            "3 times", "reverse", "fade out", "top", "right", "replace", "with", "longer", "by", "0:05", "overlay", "undo", ".", "no", "half", "as", "loud",
        ];
        var random = new Random(20260101);
        for (var round = 0; round < 400; round++)
        {
            var conversation = new Conversation(Mixed + " b.jpg c.mp4:5");
            for (var turn = 0; turn < 4; turn++)
            {
                var message = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
                conversation.Say(message);
                Assert.NotEmpty(conversation.Reply);
                Assert.True(conversation.Timeline is null || VideoCreateAi.Studio.Timeline.TimelineRules.Faults(conversation.Timeline).Count == 0, message);
            }
        }
    }
}
