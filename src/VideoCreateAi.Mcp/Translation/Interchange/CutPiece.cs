using System.Text.Json;

namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>A piece of a track. Milliseconds.</summary>
/// <param name="Details">The draft's own words about it.</param>
internal sealed record CutPiece(double Start, double Length, JsonElement Details)
{
    public double End => Start + Length;

    /// <summary>As the backend names the file; empty for what has none.</summary>
    public string Source => Details.RawText("src");

    public string FileName => Details.RawText("name");

    public string Text => Details.RawText("text");

    public string Label => new[] { Text, FileName, Details.RawText("prompt"), Details.RawText("mood"), Source }.FirstOrDefault(words => words.Length > 0, "");

    /// <summary>Its source has a time of its own, as clips and recordings have.</summary>
    public bool Runs => Details.RawText("kind") is not ("image" or "scene");

    /// <summary>Where its part of the source begins.</summary>
    public double In => Math.Max(0, Details.Number("in") ?? 0);

    public double Speed => Details.Number("speed") is > 0 and var speed ? speed : 1;

    public bool IsReversed => Details.Member("reverse").ValueKind == JsonValueKind.True;

    public double Volume => Details.Number("volume") is >= 0 and var volume ? volume : 1;

    /// <summary>How it follows the piece before; empty where nothing is said.</summary>
    public string Transition => Details.Member("transition").RawText("kind");
}
