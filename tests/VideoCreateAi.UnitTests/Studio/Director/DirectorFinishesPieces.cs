using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Wishes that name no edit: a kind of video, something better, a brand, a picture of nothing.</summary>
public sealed class DirectorFinishesPieces
{
    private const string Stills = "pier.jpg gull.jpg wave.jpg dune.jpg";

    [Theory]
    [InlineData("make a promo", "music upbeat", "<crossfade")]
    [InlineData("recap of our weekend", "music uplifting", "<crossfade")]
    [InlineData("turn my photos into a slideshow", "music calm", "<crossfade")]
    [InlineData("a 20 second teaser, vertical", "music cinematic", "1080x1920")]
    public void A_kind_of_video_becomes_a_finished_piece(string message, string music, string more)
    {
        var conversation = new Conversation(Stills).Say(message);

        Assert.Contains(music, conversation.Shown, StringComparison.Ordinal);
        Assert.Contains(more, conversation.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("title", conversation.Shown, StringComparison.Ordinal);
        Assert.True(conversation.Timeline!.Shots().Select(shot => shot.Motion).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("make a promo without music", "music")]
    [InlineData("slideshow of our garden, hard cuts please", "<crossfade")]
    [InlineData("put the photos in a row", "music")]
    [InlineData("slideshow", "music")]
    public void What_is_forbidden_or_not_asked_for_is_left_out(string message, string absent)
        => Assert.DoesNotContain(absent, new Conversation(Stills).Say(message).Shown, StringComparison.Ordinal);

    [Fact]
    public void A_song_that_was_uploaded_is_the_music_and_a_logo_is_no_shot()
    {
        var conversation = new Conversation(Stills + " logo.png tide.mp3:60").Say("promo please");

        Assert.Contains("music tide.mp3", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("over logo.png", conversation.Shown, StringComparison.Ordinal);
        Assert.Equal(4, conversation.Timeline!.Shots().Count);
    }

    [Fact]
    public void A_vague_wish_is_done_by_rule_and_answered_with_two_sentences_to_say_next()
    {
        var conversation = new Conversation(Stills).Say("put the photos in a row", "can you make it look better?");

        Assert.IsType<TurnResult.Changed>(conversation.Last);
        Assert.Contains("music calm", conversation.Shown, StringComparison.Ordinal);
        Assert.Equal(4, conversation.Reply[conversation.Reply.IndexOf("To go on", StringComparison.Ordinal)..].Count(sign => sign == '"'));
    }

    [Fact]
    public void Asking_for_ideas_changes_nothing()
    {
        var conversation = new Conversation(Stills).Say("make a video", "what could I improve?");

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains("say for example \"", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_files_the_answer_says_what_is_made_and_what_is_not()
    {
        var conversation = new Conversation("").Say("a 10-second sunset timelapse");

        Assert.Contains("no generative model", conversation.Reply, StringComparison.Ordinal);
        Assert.Contains("cloud backend", conversation.Reply, StringComparison.Ordinal);
        Assert.Contains("title Sunset timelapse 0-10", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_pictures_come_with_the_note_that_fewer_are_faster()
        => Assert.Contains("fewer are faster", new Conversation(string.Join(' ', Enumerable.Range(1, 25).Select(number => $"p{number}.jpg"))).Say("make a video").Reply, StringComparison.Ordinal);

    [Fact]
    public void Speech_cannot_be_transcribed_and_that_is_said_once()
    {
        var conversation = new Conversation("talk.mp4:20").Say("make a video", "transcribe what she says and add captions");

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Single(conversation.Reply.Split("I cannot hear").Skip(1));
    }

    [Fact]
    public void Quotes_in_a_row_are_as_many_captions()
    {
        var conversation = new Conversation(Stills).Say("make a video", "add captions 'One', 'Two', 'Three' and 'Four'");

        Assert.Contains("caption One 0-3 | caption Two 3-6 | caption Three 6-9 | caption Four 9-12", conversation.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("title", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_brand_kit_is_kept_by_words_and_used_by_later_projects()
    {
        var first = new Conversation(Stills + " mark.png").Say("save mark.png as our brand logo, colour #ff6600, font Inter, outro 'See you'");
        var kit = first.Last!.Brand!;
        var second = new Conversation(Stills) { Brand = kit, BrandLogo = first.Assets[^1] with { Id = kit.Logo! } }.Say("make a video with the title 'Pier'", "use our brand kit");

        Assert.Equal(new BrandKit(first.Assets[^1].Id, "mark.png", "#FF6600", "Inter", "See you"), kit);
        Assert.Null(first.Timeline);
        Assert.Contains("over mark.png", second.Shown, StringComparison.Ordinal);
        Assert.Contains("title Pier 0-3 #FF6600", second.Shown, StringComparison.Ordinal);
        Assert.Contains("title See you 9-12", second.Shown, StringComparison.Ordinal);
        Assert.All(second.Timeline!.Texts(TextRole.Title), title => Assert.Equal("Inter", title.Font));
    }

    [Fact]
    public void Without_a_brand_kit_the_answer_tells_how_to_save_one()
    {
        var conversation = new Conversation(Stills).Say("make a video", "use my brand");

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains("as our brand logo", conversation.Reply, StringComparison.Ordinal);
    }
}
