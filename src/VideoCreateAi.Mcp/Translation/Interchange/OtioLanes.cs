namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>The lanes of a timeline in the order of edit lists: pictures from the lowest up, texts above them, then sound.</summary>
internal static class OtioLanes
{
    private static readonly (string Kind, string Name)[] s_names =
    [
        (DraftReader.Video, "Video"), (DraftReader.Overlay, "Overlay"), (DraftReader.Title, "Titles"), (DraftReader.Captions, "Captions"),
        (DraftReader.Music, "Music"), (DraftReader.Voice, "Voiceover"), (DraftReader.Sound, "Sounds"),
    ];

    /// <param name="isHeard">Whether a clip's file has sound.</param>
    public static IReadOnlyList<Lane> Of(CutSheet sheet, Func<CutPiece, bool> isHeard)
    {
        var rate = sheet.FramesPerSecond;
        List<Lane> lanes = [];
        foreach (var (kind, name) in s_names.Where(row => row.Kind is not (DraftReader.Music or DraftReader.Voice or DraftReader.Sound)))
        {
            lanes.AddRange(sheet.Tracks.Where(track => track.Kind == kind).SelectMany(track => track.IsPicture
                ? [Lane.Of(name, isSound: false, track.Pieces, rate)]
                : Lane.Beside(name, isSound: false, track.Pieces, rate)));
        }

        // Clips bring their sound along; editors want it on a lane of its own.
        foreach (var track in sheet.Tracks.Where(track => track.IsPicture))
        {
            var heard = track.Pieces.Where(piece => piece.Runs && piece.Volume > 0 && isHeard(piece)).ToList();
            if (heard.Count > 0)
            {
                lanes.Add(Lane.Of($"Sound of {(track.Kind == DraftReader.Video ? "the video" : "the overlay")}", isSound: true, heard, rate));
            }
        }

        foreach (var (kind, name) in s_names.Where(row => row.Kind is DraftReader.Music or DraftReader.Voice or DraftReader.Sound))
        {
            lanes.AddRange(sheet.Tracks.Where(track => track.Kind == kind).SelectMany(track => Lane.Beside(name, isSound: true, track.Pieces, rate)));
        }

        return [.. lanes.Where(lane => lane.Items.Count > 0)];
    }
}
