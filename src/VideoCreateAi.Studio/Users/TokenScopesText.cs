namespace VideoCreateAi.Studio.Users;

/// <summary>Scopes as they are written: <c>read,edit,export</c>.</summary>
internal static class TokenScopesText
{
    /// <exception cref="ArgumentException">One of them is no scope.</exception>
    public static TokenScopes Parse(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Aggregate(TokenScopes.None, (scopes, word) => scopes | word switch
        {
            "read" => TokenScopes.Read,
            "edit" => TokenScopes.Edit,
            "export" => TokenScopes.Export,
            _ => throw new ArgumentException($"'{word}' is no scope. There are read, edit and export."),
        });

    public static string Format(TokenScopes scopes) => string.Join(
        ',', new[] { (TokenScopes.Read, "read"), (TokenScopes.Edit, "edit"), (TokenScopes.Export, "export") }.Where(one => scopes.HasFlag(one.Item1)).Select(one => one.Item2));
}
