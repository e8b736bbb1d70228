namespace VideoCreateAi.Studio.Library;

/// <summary>The reasons for which an address is not fetched.</summary>
internal static class UrlRefusal
{
    public static MediaRefusedException Unreachable(string message) => new(400, "url_unreachable", message);

    public static MediaRefusedException NotAllowed(string message) => new(400, "url_not_allowed", message);
}
