namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>What stands on a lane of an edit list, in frames: a piece, or a gap.</summary>
/// <param name="Piece">Null for a gap.</param>
/// <param name="Frames">Its length between the cuts.</param>
/// <param name="Before">Frames of the piece, in its transition, that lie before the cut it begins at.</param>
/// <param name="Shown">Frames that it is seen, its transitions included.</param>
internal sealed record LaneItem(CutPiece? Piece, int Frames, int Before = 0, int Shown = 0)
{
    /// <summary>The transition into it reaches so far before its cut …</summary>
    public int TransitionIn { get; init; }

    /// <summary>… and so far behind it.</summary>
    public int TransitionOut { get; init; }
}
