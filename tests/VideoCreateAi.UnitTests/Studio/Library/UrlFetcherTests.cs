using VideoCreateAi.Studio.Library;

namespace VideoCreateAi.UnitTests.Studio.Library;

public sealed class UrlFetcherTests
{
    private static readonly Uri s_address = new("https://example.com/media/a.mp4");

    [Theory]
    [InlineData("b.mp4", "https://example.com/media/b.mp4")]
    [InlineData("/b.mp4", "https://example.com/b.mp4")]
    [InlineData("//cdn.example.org/b.mp4", "https://cdn.example.org/b.mp4")]
    [InlineData("http://cdn.example.org/b.mp4", "http://cdn.example.org/b.mp4")]
    public void A_redirect_is_read_from_where_it_was_given(string location, string next) =>
        Assert.Equal(next, UrlFetcher.Next(s_address, new Uri(location, UriKind.RelativeOrAbsolute)).AbsoluteUri);

    [Theory]
    [InlineData("//")]
    [InlineData("///")]
    [InlineData("//[")]
    [InlineData("//user@")]
    [InlineData("//a:b:c/")]
    [InlineData("http://\u00ad/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/a.mp4")]
    [InlineData("http://example.com:8080/a.mp4")]
    [InlineData("//user:password@example.com/a.mp4")]
    public void A_redirect_to_what_is_no_address_or_none_of_ours_is_refused(string location)
    {
        var refusal = Assert.Throws<MediaRefusedException>(() => UrlFetcher.Next(s_address, new Uri(location, UriKind.RelativeOrAbsolute)));

        Assert.Equal("url_not_allowed", refusal.Reason);
    }
}
