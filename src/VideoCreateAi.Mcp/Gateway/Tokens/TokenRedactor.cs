namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>Takes the bearer token out of what a backend says: one that echoes its request must not put the token before
/// the user, the model or a log.</summary>
internal sealed class TokenRedactor(string? token)
{
    public const string Mark = "[token]";

    /// <summary>Shorter ones are words that ordinary text may hold.</summary>
    private const int LeastLength = 8;

    private readonly string? _token = token is { Length: >= LeastLength } ? token : null;
    private readonly string? _escaped = token is { Length: >= LeastLength } && Uri.EscapeDataString(token) is var escaped && escaped != token ? escaped : null;
    private string _held = "";

    public bool IsIn(string? text) =>
        text is not null && _token is not null
        && (text.Contains(_token, StringComparison.OrdinalIgnoreCase) || (_escaped is not null && text.Contains(_escaped, StringComparison.OrdinalIgnoreCase)));

    public string? Clean(string? text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var clean = text!.Replace(_token!, Mark, StringComparison.OrdinalIgnoreCase);
        return _escaped is null ? clean : clean.Replace(_escaped, Mark, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>For text that arrives in pieces: an end that could be the token's beginning is held back until the next.</summary>
    public string Next(string piece)
    {
        if (_token is null || piece.Length == 0)
        {
            return piece;
        }

        var text = Clean(_held + piece)!;
        var held = Math.Min(text.Length, Math.Max(_token.Length, _escaped?.Length ?? 0) - 1);
        while (held > 0 && !Begins(_token, text.AsSpan(text.Length - held)) && !Begins(_escaped, text.AsSpan(text.Length - held)))
        {
            held--;
        }

        _held = text[^held..];
        return text[..^held];
    }

    /// <summary>What was held back, once no more comes.</summary>
    public string Rest()
    {
        var rest = _held;
        _held = "";
        return rest;
    }

    private static bool Begins(string? token, ReadOnlySpan<char> end) => token.AsSpan().StartsWith(end, StringComparison.OrdinalIgnoreCase);
}
