namespace VideoCreateAi.TestKit.Adk;

/// <summary>A session of an agent server and its state.</summary>
public sealed class AdkSession(string id)
{
    public string Id { get; } = id;

    public List<string> Uploads { get; } = [];

    public List<string> Messages { get; } = [];

    public IReadOnlyList<string> Tracks { get; set; } = [];

    /// <summary>As Python writes JSON: a blank after each colon and comma.</summary>
    public string Draft => $$$"""{"t": [{{{string.Join(", ", Tracks)}}}], "d": 4000, "m": {"width": 180, "height": 320}}""";
}
