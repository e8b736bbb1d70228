using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorKeepsTotals
{
    private const string Clips = "surf.mp4:10 dunes.mp4:6 camp.mp4:8";
    private const string StillsAndClips = "dusk.jpg surf.mp4:10 harbour.jpg dunes.mp4:6 camp.mp4:8";

    [Theory]
    [InlineData(Clips, "a 15 second video with 1 second crossfades", 15)]
    [InlineData(Clips, "make it 15 seconds with wipes", 15)]
    [InlineData(Clips, "cut the video to 18 seconds and add half second crossfades", 18)]
    [InlineData(Clips, "make it 15 seconds / 1 second crossfades", 15)]
    [InlineData(Clips, "make it 15 seconds / add crossfades / no transitions", 15)]
    [InlineData(StillsAndClips, "a 20 second video with crossfades of 1 second", 20)]
    [InlineData(StillsAndClips, "a 30 second video with slide transitions", 30)]
    [InlineData("surf.mp4:10", "make it 7 seconds with crossfades", 7)]
    [InlineData("dusk.jpg harbour.jpg camp.mp4:8", "2 second crossfades, 9 seconds in all", 9)]
    public void Transitions_never_change_a_total_that_was_given(string files, string messages, double seconds)
    {
        var conversation = new Conversation(files).Say(messages.Split(" / "));

        Assert.Equal(TimeSpan.FromSeconds(seconds), conversation.Timeline!.Duration);
    }

    [Theory]
    [InlineData("dusk.jpg harbour.jpg", "a 6 second square promo of these two, upbeat", 6)]
    [InlineData("dusk.jpg harbour.jpg", "a 4 second slideshow of these", 4)]
    [InlineData("dusk.jpg harbour.jpg reef.jpg", "a 15 s reel out of those three", 15)]
    [InlineData("dusk.jpg harbour.jpg reef.jpg", "make these 4 seconds", 12)]
    [InlineData("dusk.jpg harbour.jpg reef.jpg", "these three, 2 seconds each", 6)]
    public void The_length_of_a_piece_is_the_whole_and_that_of_these_is_each_ones(string files, string message, double seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), new Conversation(files).Say(message).Timeline!.Duration);

    [Fact]
    public void Clips_that_have_no_more_to_show_say_so()
    {
        var conversation = new Conversation(Clips).Say("a 24 second video with 1 second crossfades");

        Assert.Contains("total 22", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("The clips give only 22 s, not 24 s", conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut the first 4 seconds of surf.mp4 and make it 15 seconds", "surf 0-5 (4-9);total 15")]
    [InlineData("cut the last 3 seconds of dunes.mp4 and make it 12 seconds in all", "surf 0-4.5, dunes 4.5-7.5, camp 7.5-12;total 12")]
    [InlineData("make it 12 seconds in all, surf.mp4 2 seconds", "surf 0-2, dunes 2-7, camp 7-12")]
    [InlineData("remove dunes.mp4 and make it 10 seconds with crossfades", "surf 0-5, camp 4.5-10 <crossfade 0.5")]
    public void Trims_and_given_lengths_come_before_the_total(string message, string facts)
    {
        var conversation = new Conversation(Clips).Say(message);

        Assert.All(facts.Split(';'), fact => Assert.True(conversation.Shown.Contains(fact, StringComparison.Ordinal), $"{fact}: {conversation.Shown}"));
    }

    [Fact]
    public void A_still_with_a_length_of_its_own_keeps_it_and_the_others_share_the_rest()
    {
        var conversation = new Conversation("dusk.jpg harbour.jpg bridge.png").Say("make it 15 seconds in total, harbour.jpg 7 seconds");

        Assert.Contains("dusk 0-4, harbour 4-11, bridge 11-15", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Transitions_without_a_total_overlap_clips_as_they_are()
    {
        var conversation = new Conversation(Clips).Say("put the clips together", "1 second crossfades");

        Assert.Contains("total 22", conversation.Shown, StringComparison.Ordinal);
        Assert.IsType<TurnResult.Changed>(conversation.Last);
    }
}
