namespace VideoCreateAi.Mcp.Gateway;

/// <summary>What ids and tokens may look like. They come from outside and go into addresses, headers and file names.</summary>
internal static class BackendIds
{
    private const int MaxIdLength = 128;
    private const int MaxTokenLength = 4096;
    private const int MaxClaimTokenLength = 1024;

    /// <summary>What may stand in an address without being escaped (RFC 3986, unreserved).</summary>
    public static bool IsClaimToken(string? token) =>
        token is { Length: > 0 and <= MaxClaimTokenLength } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');

    public static bool IsPlain(string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Visible ASCII only: anything else could break out of a header.</summary>
    public static bool IsToken(string? token) =>
        token is { Length: > 0 and <= MaxTokenLength } && token.All(c => c is > ' ' and < '\x7f');
}
