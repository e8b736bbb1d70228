namespace VideoCreateAi.TestKit.Published;

/// <summary>The environment of somebody with an empty home, whatever the tests themselves run in.</summary>
public static class BareEnvironment
{
    /// <param name="backend">As <c>VIDEOCREATEAI_BACKEND</c> names it.</param>
    /// <param name="address">Of the vendor's cloud; null = its own.</param>
    /// <param name="token">Of a registered user; null = none is configured.</param>
    /// <returns>What to set, and null for what to take away.</returns>
    public static Dictionary<string, string?> Of(string home, string backend, Uri? address = null, string? token = null) => new()
    {
        ["HOME"] = home,
        ["XDG_DATA_HOME"] = null,
        ["XDG_CONFIG_HOME"] = null,
        ["NEMO_API_URL"] = address?.AbsoluteUri,
        ["NEMO_WEB_URL"] = null,
        ["NEMO_TOKEN"] = token,
        ["NEMO_CLIENT_ID"] = null,
        ["SKILL_SOURCE"] = null,
        ["VIDEOCREATEAI_BACKEND"] = backend,
    };
}
