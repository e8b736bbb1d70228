namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>The same message about the same files composes the same music, on every machine and in every run.</summary>
internal static class StableSeed
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static long Of(string message, IReadOnlyList<Asset> assets)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = Offset;
        foreach (var character in assets.Aggregate(message, (text, asset) => text + "\n" + asset.Name))
        {
            hash = (hash ^ character) * Prime;
        }

        return hash & 0x7fffffff;
    }
}
