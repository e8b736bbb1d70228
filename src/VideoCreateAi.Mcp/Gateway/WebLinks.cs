namespace VideoCreateAi.Mcp.Gateway;

/// <summary>Links that a person opens in a browser. No bearer token ever stands in one.</summary>
internal sealed class WebLinks(Uri webAddress)
{
    private readonly Uri _base = new(webAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");

    public Uri Home => _base;

    /// <param name="userId">The starter account that the registration takes over; null when it is not known.</param>
    public Uri Register(string? userId) =>
        new(_base, userId is not null && BackendIds.IsPlain(userId) ? $"register?bind={userId}" : "register");

    public Uri Claim(string claimToken) => new(_base, $"workspace/claim?ct={Uri.EscapeDataString(claimToken)}");
}
