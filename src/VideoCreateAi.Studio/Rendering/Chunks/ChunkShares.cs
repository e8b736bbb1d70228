namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>Deals chunks out among encoders: neighbours together, because they show the same pictures, and about as many frames for each.</summary>
internal static class ChunkShares
{
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<int> chunks, Func<int, int> frames, int encoders)
    {
        var total = chunks.Sum(frames);
        var shares = new List<int>[encoders];
        var before = 0;
        foreach (var chunk in chunks)
        {
            // By the frame in its middle.
            var share = (int)((2L * before + frames(chunk)) * encoders / (2L * total));
            (shares[share] ??= []).Add(chunk);
            before += frames(chunk);
        }

        return [.. shares.Where(share => share is not null)];
    }
}
