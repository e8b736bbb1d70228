using VideoCreateAi.Mcp.Gateway.Tokens;

namespace VideoCreateAi.SafetyTests.Bounds;

/// <summary>A token that a backend says back is seen by nobody, in whatever pieces it comes.</summary>
public sealed class TokenRedactorTests
{
    private const string Plain = "nemo-secret-0123456789";
    private const string Odd = "nemo+secret/0123=456";

    private readonly TokenRedactor _redactor = new(Plain);

    [Theory]
    [InlineData(Plain)]
    [InlineData("before " + Plain + " after")]
    [InlineData("NEMO-SECRET-0123456789")]
    [InlineData(Plain + Plain)]
    public void A_token_is_known_and_taken_out_in_any_case(string text)
    {
        Assert.True(_redactor.IsIn(text));
        Assert.DoesNotContain(Plain, _redactor.Clean(text), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(TokenRedactor.Mark, _redactor.Clean(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nemo-secret-012345678")]
    public void What_holds_no_token_stays_as_it_is(string? text)
    {
        Assert.False(_redactor.IsIn(text));
        Assert.Equal(text, _redactor.Clean(text));
    }

    [Theory]
    [InlineData(Odd)]
    [InlineData("nemo%2Bsecret%2F0123%3D456")]
    [InlineData("nemo%2bsecret%2f0123%3d456")]
    public void A_token_is_known_as_addresses_write_it(string written)
    {
        var redactor = new TokenRedactor(Odd);

        Assert.True(redactor.IsIn("?t=" + written));
        Assert.Equal($"?t={TokenRedactor.Mark}&x=1", redactor.Clean($"?t={written}&x=1"));
    }

    [Theory]
    [InlineData("1234567", false)]
    [InlineData("12345678", true)]
    public void A_token_of_fewer_than_eight_signs_is_a_word(string token, bool isToken)
    {
        var redactor = new TokenRedactor(token);

        Assert.Equal(isToken, redactor.IsIn($"a {token} b"));
        Assert.Equal(isToken ? $"a {TokenRedactor.Mark} b" : $"a {token} b", redactor.Clean($"a {token} b"));
        Assert.Equal(isToken ? "" : token[..3], redactor.Next(token[..3]));
    }

    [Theory]
    [InlineData(Plain, Plain)]
    [InlineData(Odd, Odd)]
    [InlineData(Odd, "nemo%2Bsecret%2F0123%3D456")]
    public void In_pieces_of_any_size_nothing_of_it_comes_through_and_nothing_else_is_lost(string token, string written)
    {
        var text = $"one {written[..5]} two {written} three {written[..^1]}";
        for (var size = 1; size <= text.Length; size++)
        {
            var redactor = new TokenRedactor(token);

            var seen = string.Concat(text.Chunk(size).Select(piece => redactor.Next(new string(piece)))) + redactor.Rest();

            Assert.Equal($"one {written[..5]} two {TokenRedactor.Mark} three {written[..^1]}", seen);
            Assert.Equal("", redactor.Rest());
        }
    }

    [Fact]
    public void Only_what_could_become_a_token_is_held_back()
    {
        Assert.Equal("hello ", _redactor.Next("hello nemo-se"));
        Assert.Equal("", _redactor.Next(""));
        Assert.Equal("nemo-search", _redactor.Next("arch"));
    }

    [Fact]
    public void Without_a_token_everything_comes_through()
    {
        var redactor = new TokenRedactor(null);

        Assert.False(redactor.IsIn(Plain));
        Assert.Equal(Plain, redactor.Next(Plain));
        Assert.Equal("", redactor.Rest());
    }
}
