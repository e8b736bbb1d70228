using VideoCreateAi.Mcp.Gateway.Turns;

namespace VideoCreateAi.UnitTests.Mcp.Gateway;

public sealed class TurnTranscriptTests
{
    [Fact]
    public void A_whole_text_that_repeats_its_pieces_brings_only_its_rest()
    {
        var transcript = new TurnTranscript();
        transcript.Add(Said("Adding ", TurnTextForm.Partial));

        var news = transcript.Add(Said("Adding the title.", TurnTextForm.Whole));

        Assert.Equal(("the title.", "Adding the title."), (news, transcript.Text));
    }

    [Fact]
    public void Pieces_that_the_whole_does_not_repeat_are_kept()
    {
        var transcript = new TurnTranscript();
        transcript.Add(Said("First.", TurnTextForm.Partial));

        transcript.Add(Said("Second.", TurnTextForm.Whole));

        Assert.Equal("First.\nSecond.", transcript.Text);
    }

    [Theory]
    [InlineData("Done. I encountered a temporary issue", "Done.")]
    [InlineData("Done.\nI encountered a temporary issue… Please try again.", "Done.")]
    [InlineData("I encountered a temporary issue… Please try again.", "I encountered a temporary issue… Please try again.")]
    [InlineData("I encountered a temporary issue with the font. The title is there now.", "I encountered a temporary issue with the font. The title is there now.")]
    [InlineData("Done. I encountered a temporary issue with the font. The title uses another.", "Done. I encountered a temporary issue with the font. The title uses another.")]
    public void The_habitual_last_sentence_is_dropped_after_content(string text, string expected) =>
        Assert.Equal(expected, NoiseSentence.Drop(text));

    private static TurnEvent Said(string text, TurnTextForm form) => new(TurnEventKind.Content) { Text = text, Form = form };
}
