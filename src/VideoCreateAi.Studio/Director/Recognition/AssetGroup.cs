namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>All files of a kind that a message does not name otherwise.</summary>
/// <param name="Kind">null = whatever can be shown.</param>
internal sealed record AssetGroup(AssetKind? Kind);
