using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace VideoCreateAi.Simulation.Model;

/// <summary>An answer: what goes over the line, when, and how the line ends.</summary>
internal sealed record ModelReply(HttpStatusCode Status, string MediaType, IReadOnlyList<(TimeSpan At, byte[] Bytes)> Pieces)
{
    public BodyEnd End { get; init; } = BodyEnd.Clean;

    public bool AnnouncesLength { get; init; } = true;

    public string? EntityTag { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public (long From, long Length)? Range { get; init; }

    public static ModelReply Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status, "application/json", [(TimeSpan.Zero, Encoding.UTF8.GetBytes(json))]);

    public static ModelReply Page(HttpStatusCode status) =>
        new(status, "text/html", [(TimeSpan.Zero, "<!DOCTYPE html><html><body>Please sign in</body></html>"u8.ToArray())]);

    /// <summary>The same, but its line ends early.</summary>
    public ModelReply CutAfter(long bytes, BodyEnd end)
    {
        List<(TimeSpan, byte[])> kept = [];
        foreach (var (at, piece) in Pieces)
        {
            if (bytes <= 0)
            {
                break;
            }

            kept.Add((at, piece.Length <= bytes ? piece : piece[..(int)bytes]));
            bytes -= piece.Length;
        }

        return this with { Pieces = kept, End = end, AnnouncesLength = AnnouncesLength && end != BodyEnd.Clean };
    }

    public long Length => Pieces.Sum(piece => (long)piece.Bytes.Length);

    /// <param name="whole">The length before anything was cut off, for the header.</param>
    public HttpResponseMessage ToResponse(Stream body, long whole)
    {
        var response = new HttpResponseMessage(Status) { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        if (AnnouncesLength)
        {
            response.Content.Headers.ContentLength = whole;
        }

        if (EntityTag is not null)
        {
            response.Headers.ETag = new EntityTagHeaderValue(EntityTag);
        }

        if (RetryAfter is { } wait)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        if (Range is { } range)
        {
            response.Content.Headers.ContentRange = new ContentRangeHeaderValue(range.From, range.Length - 1, range.Length);
        }

        return response;
    }
}
