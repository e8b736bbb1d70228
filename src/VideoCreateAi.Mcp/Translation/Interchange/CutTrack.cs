namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <param name="Kind">One of <see cref="DraftReader"/>'s words.</param>
/// <param name="Name">Empty where the draft tells none.</param>
/// <param name="TellsRole">The draft itself says what the track is for.</param>
internal sealed record CutTrack(string Kind, string Name, bool TellsRole, IReadOnlyList<CutPiece> Pieces)
{
    public bool IsPicture => Kind is DraftReader.Video or DraftReader.Overlay;

    public bool IsText => Kind is DraftReader.Title or DraftReader.Captions;

    public bool IsSound => Kind is DraftReader.Music or DraftReader.Voice or DraftReader.Sound;
}
