using VideoCreateAi.Mcp.Features;

namespace VideoCreateAi.UnitTests.Mcp.Features;

public sealed class ResourceUriTests
{
    [Theory]
    [InlineData("videocreateai://projects/prj_0a/timeline.json", ResourceKind.TimelineJson, null)]
    [InlineData("videocreateai://projects/prj_0a/timeline.txt", ResourceKind.TimelineText, null)]
    [InlineData("videocreateai://projects/prj_0a/contact-sheet.jpg", ResourceKind.ContactSheet, null)]
    [InlineData("videocreateai://projects/prj_0a/exports/film.mp4", ResourceKind.Export, "film.mp4")]
    [InlineData("videocreateai://projects/prj_0a/exports/My%20%C3%BCber%20film%20100%25.mp4", ResourceKind.Export, "My über film 100%.mp4")]
    public void An_address_is_read_and_written_alike(string text, object kind, string? fileName)
    {
        var isRead = ResourceUri.TryParse(text, out var uri);

        Assert.True(isRead);
        Assert.Equal(new ResourceUri("prj_0a", (ResourceKind)kind, fileName), uri);
        Assert.Equal(text, uri!.ToString());
    }

    [Fact]
    public void A_file_name_may_come_as_it_is()
    {
        Assert.True(ResourceUri.TryParse("videocreateai://projects/prj_0a/exports/My über film.mp4", out var uri));
        Assert.Equal("My über film.mp4", uri.FileName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("videocreateai://projects/")]
    [InlineData("videocreateai://projects/prj_0a")]
    [InlineData("videocreateai://projects/prj_0a/")]
    [InlineData("videocreateai://projects//timeline.txt")]
    [InlineData("videocreateai://projects/../timeline.txt")]
    [InlineData("videocreateai://projects/prj%5F0a/timeline.txt")]
    [InlineData("videocreateai://projects/prj_0a/timeline.txt?x=1")]
    [InlineData("videocreateai://projects/prj_0a/Timeline.txt")]
    [InlineData("videocreateai://projects/prj_0a/exports/")]
    [InlineData("VIDEOCREATEAI://projects/prj_0a/timeline.txt")]
    [InlineData("file:///etc/passwd")]
    public void What_is_no_address_of_ours_is_none(string? text) => Assert.False(ResourceUri.TryParse(text, out _));

    [Fact]
    public void An_address_without_end_is_none()
    {
        Assert.False(ResourceUri.TryParse("videocreateai://projects/" + new string('a', 65) + "/timeline.txt", out _));
        Assert.False(ResourceUri.TryParse("videocreateai://projects/prj_0a/exports/" + new string('a', 3000), out _));
    }

    [Fact]
    public void Every_template_leads_to_its_resource()
    {
        string[] templates = [ResourceUri.TimelineJsonTemplate, ResourceUri.TimelineTextTemplate, ResourceUri.ContactSheetTemplate, ResourceUri.ExportTemplate];

        var kinds = templates
            .Select(template => template.Replace("{project_id}", "prj_0a", StringComparison.Ordinal).Replace("{name}", "film.mp4", StringComparison.Ordinal))
            .Select(text => ResourceUri.TryParse(text, out var uri) ? uri.Kind : (ResourceKind?)null);

        Assert.Equal([ResourceKind.TimelineJson, ResourceKind.TimelineText, ResourceKind.ContactSheet, ResourceKind.Export], kinds);
    }
}
