using System.Text.Json;

namespace Cookbook;

/// <summary>A video as <c>export_video</c> tells of it.</summary>
internal sealed record FinishedFile(string Path, double Seconds, int Width, int Height, long Bytes)
{
    public static FinishedFile Of(JsonElement export) => new(
        export.GetProperty("path").GetString()!, export.GetProperty("duration_seconds").GetDouble(),
        export.GetProperty("width").GetInt32(), export.GetProperty("height").GetInt32(), export.GetProperty("bytes").GetInt64());
}
