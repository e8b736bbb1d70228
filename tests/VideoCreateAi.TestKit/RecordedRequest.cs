using System.Text;

namespace VideoCreateAi.TestKit;

/// <summary>A request as it came in. Of a large body the start is kept, and its length and digest are of all of it.</summary>
public sealed record RecordedRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, long BodyLength, string BodySha256)
{
    public const int KeptBytes = 1024 * 1024;

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
