namespace VideoCreateAi.Benchmarks.Render;

/// <summary>Another program that makes the promo with the same encoder settings.</summary>
/// <param name="Command">Makes <paramref name="Output"/>.</param>
/// <param name="Lossless">Makes <paramref name="LosslessOutput"/>: the same frames without loss, which its quality is held against.</param>
/// <param name="IsSlow">Whether once has to be enough.</param>
internal sealed record Peer(
    string Name, IReadOnlyList<string> Command, string Output, IReadOnlyList<string> Lossless, string LosslessOutput, string WorkFolder, bool IsSlow = false);
