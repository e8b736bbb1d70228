using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorMovesStills
{
    private static readonly Motion[] s_pans = [Motion.PanLeft, Motion.PanRight];
    private static readonly Motion[] s_zooms = [Motion.ZoomIn, Motion.ZoomOut];

    [Theory]
    [InlineData(1600, 1200)]
    [InlineData(1500, 1000)]
    public void Wide_stills_in_an_upright_video_pan_and_zoom_by_turns(int width, int height)
    {
        var motions = Motions(Stills(6, width, height).Say("a 12 second vertical slideshow"));

        Assert.Contains(motions, motion => s_pans.Contains(motion));
        Assert.Contains(motions, motion => s_zooms.Contains(motion));
        AssertNeighboursDiffer(motions);
    }

    [Fact]
    public void Where_little_is_hidden_stills_only_zoom()
    {
        var motions = Motions(Stills(5, 1600, 1000).Say("create a slideshow"));

        Assert.All(motions, motion => Assert.Contains(motion, s_zooms));
        AssertNeighboursDiffer(motions);
    }

    [Fact]
    public void A_panorama_only_pans()
    {
        var motions = Motions(Stills(4, 4000, 1000).Say("a vertical slideshow"));

        Assert.All(motions, motion => Assert.Contains(motion, s_pans));
        AssertNeighboursDiffer(motions);
    }

    [Fact]
    public void Stills_of_many_shapes_do_not_repeat_a_motion()
    {
        var conversation = Stills(6, 1600, 1200);
        conversation.Assets = [.. conversation.Assets.Select((asset, index) => index % 2 == 0 ? asset : asset with { Width = 1000, Height = 1500 })];

        AssertNeighboursDiffer(Motions(conversation.Say("a vertical slideshow")));
        AssertNeighboursDiffer(Motions(conversation.Say("make it square")));
        AssertNeighboursDiffer(Motions(conversation.Say("landscape please")));
    }

    [Fact]
    public void A_new_canvas_chooses_new_motions_where_nobody_asked_for_any()
    {
        var conversation = Stills(4, 1600, 1200).Say("create a slideshow");
        Assert.All(Motions(conversation), motion => Assert.Contains(motion, s_zooms));

        Assert.Contains(Motions(conversation.Say("make it vertical")), motion => s_pans.Contains(motion));
        Assert.All(Motions(conversation.Say("make it landscape")), motion => Assert.Contains(motion, s_zooms));
    }

    [Theory]
    [InlineData("zoom in on all photos", "ZoomIn")]
    [InlineData("no motion", "None")]
    [InlineData("pan left", "PanLeft")]
    public void A_new_canvas_leaves_motions_alone_that_were_asked_for(string wish, string expected)
    {
        var conversation = Stills(4, 1600, 1200).Say("create a slideshow", wish, "make it vertical");

        Assert.All(Motions(conversation), motion => Assert.Equal(expected, motion.ToString()));
    }

    private static Conversation Stills(int count, int width, int height)
    {
        var conversation = new Conversation(string.Join(' ', Enumerable.Range(1, count).Select(number => $"view{number}.jpg")));
        conversation.Assets = [.. conversation.Assets.Select(asset => asset with { Width = width, Height = height })];
        return conversation;
    }

    private static Motion[] Motions(Conversation conversation) => [.. conversation.Timeline!.Shots().Select(shot => shot.Motion)];

    private static void AssertNeighboursDiffer(Motion[] motions) =>
        Assert.All(motions.Zip(motions.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
}
