using VideoCreateAi.Studio.Rendering.Pictures;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public sealed class SceneBackdropTests
{
    [Theory]
    [InlineData("a ten second sunset timelapse over the sea", SceneMotif.SunAndHills)]
    [InlineData("Ocean waves at sunset", SceneMotif.Waves)]
    [InlineData("日落时分的海边", SceneMotif.SunAndHills)]
    [InlineData("stars", SceneMotif.Stars)]
    [InlineData("neon city", SceneMotif.Lights)]
    [InlineData("a new season starts, nice prices in every streetcar", SceneMotif.Fields)]
    [InlineData("", SceneMotif.Fields)]
    public void A_scene_is_painted_for_the_first_of_its_words_that_says_what_it_shows(string prompt, object motif)
        => Assert.Equal((SceneMotif)motif, SceneTheme.Of(prompt, 1).Motif);

    [Fact]
    public void The_same_words_give_the_same_picture_and_others_another()
    {
        var (one, again, other) = (Paint("calm lake"), Paint("calm lake"), Paint("calm lake at noon"));

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData("sunset")]
    [InlineData("night sky")]
    [InlineData("ocean")]
    [InlineData("party")]
    [InlineData("clean product")]
    [InlineData("anything else")]
    public void It_has_light_and_colour_in_every_shape(string prompt)
    {
        foreach (var (width, height) in new[] { (90, 160), (160, 90), (120, 120) })
        {
            var picture = SceneBackdrop.Paint(width, height, prompt);

            Assert.True(picture.Luma.ToArray().Max() - picture.Luma.ToArray().Min() > 12, "It is flat.");
            Assert.InRange(picture.Luma.ToArray().Average(value => value), 22, 232);
        }
    }

    private static byte[] Paint(string prompt) => SceneBackdrop.Paint(90, 160, prompt).Frame.ToArray();
}
