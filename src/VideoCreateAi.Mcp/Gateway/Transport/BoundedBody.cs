namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>Reads a body up to a limit, whatever its length claims to be.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 16 * 1024;

    /// <returns>The body, and whether it was cut at the limit.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> ReadAsync(
        HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var announced = content.Headers.ContentLength;
        var body = new byte[Math.Min(announced + 1 ?? FirstBytes, limit + 1L)];
        var length = 0;
        while (true)
        {
            if (length == body.Length)
            {
                if (length > limit)
                {
                    return (body.AsMemory(0, limit), true);
                }

                Array.Resize(ref body, (int)Math.Min(body.Length * 2L, limit + 1L));
            }

            var read = await stream.ReadAsync(body.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return (body.AsMemory(0, length), false);
            }

            length += read;
        }
    }
}
