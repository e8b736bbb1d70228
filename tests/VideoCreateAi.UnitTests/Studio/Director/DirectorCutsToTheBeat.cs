using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorCutsToTheBeat
{
    private const string Stills = "oak.jpg elm.jpg ash.jpg fir.jpg bay.jpg";

    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(34);

    [Theory]
    [InlineData("make a video with calm music", 66, 82)]
    [InlineData("make a video with upbeat music", 110, 134)]
    [InlineData("turn these into a 30 second vertical promo with crossfades and calm music", 66, 82)]
    [InlineData("a 20 second video with jazz music", 107, 129)]
    [InlineData("a 7.3 second video with electronic music", 114, 138)]
    public void Every_cut_falls_on_a_beat_of_music_within_its_moods_tempi(string message, double slowest, double fastest)
    {
        var timeline = Say(message, slowest, fastest).Timeline!;

        var tempo = Assert.Single(timeline.Sounds(SoundRole.Music)).Tempo!.Value;
        Assert.InRange(tempo, slowest, fastest);
        Assert.All(timeline.Shots().Skip(1), shot => Assert.True(FromBeat(shot.SlotRange().Start, tempo) <= s_frame, $"{shot.SlotRange().Start} at {tempo} bpm"));
    }

    [Theory]
    [InlineData("a 30 second video with calm music", 30)]
    [InlineData("a 17 second video with crossfades and calm music", 17)]
    [InlineData("make a video, 4 seconds per picture, with calm music", 20)]
    public void Lengths_that_were_asked_for_stay_to_the_millisecond(string message, double seconds)
    {
        var without = new Conversation(Stills).Say(message).Timeline!;

        var with = Say(message, 66, 82).Timeline!;

        Assert.Equal(TimeSpan.FromSeconds(seconds), with.ProgrammeEnd());
        Assert.Equal(without.Shots().Select(shot => shot.Range), with.Shots().Select(shot => shot.Range));
    }

    [Fact]
    public void Pictures_among_clips_last_a_little_longer_or_shorter_so_that_their_ends_fall_on_beats()
    {
        var timeline = Say("make a video with upbeat music", 119, 121, "walk.mp4:4.37 oak.jpg elm.jpg ash.jpg").Timeline!;

        var tempo = Assert.Single(timeline.Sounds(SoundRole.Music)).Tempo!.Value;
        Assert.Equal(TimeSpan.FromSeconds(4.37), timeline.Shots()[0].Range.Duration);
        Assert.All(timeline.Shots().Skip(2), shot => Assert.True(FromBeat(shot.SlotRange().Start, tempo) <= s_frame, $"{shot.SlotRange().Start}"));
        Assert.All(timeline.Shots().Skip(1), shot => Assert.InRange(shot.Slot().TotalSeconds, 2.7, 3.3));
        Assert.Equal(timeline.ProgrammeEnd(), timeline.Sounds(SoundRole.Music)[0].Range.End);
    }

    [Fact]
    public void A_title_that_may_come_when_it_likes_comes_with_a_beat()
    {
        var timeline = Say("a 20 second video with calm music and the title 'Bye' at the end", 70, 71).Timeline!;

        var title = Assert.Single(timeline.Texts(TextRole.Title));
        Assert.True(FromBeat(title.Range.Start, timeline.Sounds(SoundRole.Music)[0].Tempo!.Value) < TimeSpan.FromMilliseconds(2));
        Assert.Equal(TimeSpan.FromSeconds(20), title.Range.End);
        Assert.InRange(title.Range.Start.TotalSeconds, 16, 17);
    }

    [Fact]
    public void A_title_whose_time_was_said_keeps_it()
    {
        var timeline = Say("a 20 second video with calm music and the title 'Hi' from 4.1 to 6.3 seconds", 70, 71).Timeline!;

        Assert.Equal(new TimeRange(TimeSpan.FromSeconds(4.1), TimeSpan.FromSeconds(2.2)), Assert.Single(timeline.Texts(TextRole.Title)).Range);
    }

    [Fact]
    public void Later_edits_leave_the_tempo_alone_until_the_mood_changes()
    {
        var conversation = Say("a 30 second video with calm music", 66, 82);
        var tempo = conversation.Timeline!.Sounds(SoundRole.Music)[0].Tempo;

        conversation.Say("make oak.jpg 2 seconds longer");
        var same = conversation.Timeline!.Sounds(SoundRole.Music)[0].Tempo;
        conversation.Tempi = _ => new TempoBand(110, 134);
        conversation.Say("change the music to upbeat");

        Assert.Equal(tempo, same);
        Assert.InRange(conversation.Timeline!.Sounds(SoundRole.Music)[0].Tempo!.Value, 110, 134);
    }

    [Fact]
    public void The_reply_tells_of_it()
        => Assert.Contains("cuts on the beat (80 bpm)", Say("a 30 second video with calm music", 66, 82).Reply, StringComparison.Ordinal);

    private static Conversation Say(string message, double slowest, double fastest, string files = Stills) =>
        new Conversation(files) { Tempi = _ => new TempoBand(slowest, fastest) }.Say(message);

    private static TimeSpan FromBeat(TimeSpan moment, double tempo)
    {
        var beat = 60 / tempo;
        return TimeSpan.FromSeconds(Math.Abs(moment.TotalSeconds - (Math.Round(moment.TotalSeconds / beat) * beat)));
    }
}
