using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Jobs;

public sealed class ExportNameTests
{
    private static readonly Job s_job = new() { Id = "job_1", ProjectId = "prj_1", Tool = "export_video", Plan = new JobPlan() };

    private static readonly TimelineSummary s_untitled = new()
    {
        Tracks =
        [
            new TimelineTrack { Index = 1, Kind = "Video", Name = "02-harbour.jpg + 1 more", StartSeconds = 0, EndSeconds = 4, Segments = [new("02-harbour.jpg", 0, 2), new("rain.jpg", 2, 4)] },
        ],
    };

    [Theory]
    [InlineData("wish", "Title", "words", "wish")]
    [InlineData(null, "Title", "words", "Title")]
    [InlineData(null, null, "a calm harbour", "a calm harbour")]
    [InlineData(null, null, ProjectSessions.Nameless, "02-harbour")]
    public void It_is_what_was_asked_for_else_the_title_else_the_first_words_else_the_first_file(string? asked, string? title, string words, string name) =>
        Assert.Equal(name, ExportName.Of(new ExportRequest { Name = asked }, s_job, Named(words), s_untitled with { Title = title }));

    [Fact]
    public void Without_anything_it_is_called_as_its_project() =>
        Assert.Equal(ProjectSessions.Nameless, ExportName.Of(new ExportRequest(), s_job, Named(ProjectSessions.Nameless), null, TimelineSummary.Empty));

    [Theory]
    [InlineData("a calm harbour", "a calm harbour")]
    [InlineData("make a calm 15 second slideshow of these with slow zooms an…", "make a calm 15 second slideshow of these")]
    [InlineData("make a calm 15 second slideshow of the harbour", "make a calm 15 second slideshow of the")]
    [InlineData("a slideshow in 16/9 \\ vertical", "a slideshow in 16-9 - vertical")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän fährt heim", "Donaudampfschifffahrtsgesellschaftskapit")]
    public void Words_are_cut_between_words_and_lead_into_no_folder(string text, string name) => Assert.Equal(name, ExportName.FirstWords(text));

    [Fact]
    public void No_letter_is_cut_through()
    {
        var name = ExportName.FirstWords("a" + string.Concat(Enumerable.Repeat("😀", 50)));

        Assert.EndsWith("😀", name, StringComparison.Ordinal);
        Assert.Equal(39, name.Length);
    }

    private static Project Named(string name) => new("prj_1", "session", "studio", name, "en", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
