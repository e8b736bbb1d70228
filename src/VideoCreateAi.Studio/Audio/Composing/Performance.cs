namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Plays written notes as people would: swung, a little early or late, no two strokes alike.</summary>
internal static class Performance
{
    public static IReadOnlyList<Note> Play(IReadOnlyList<Note> written, Arrangement piece, PartKind kind, double tempo, string purpose)
    {
        var chance = piece.Chance(purpose);
        var style = piece.Style;
        var loose = style.Looseness * (kind is PartKind.Drums or PartKind.Bass ? 0.5 : 1) * tempo / 60;
        var played = new List<Note>(written.Count);
        foreach (var note in written)
        {
            var beat = Swung(note.Beat, style) + (chance.Spread() * loose);
            var velocity = note.Velocity * Loudness(piece, note.Beat) + (chance.Spread() * 4);

            // The end is struck together, by everybody and on time.
            if (note.Beat >= piece.Final.Beat - 1e-6)
            {
                (beat, velocity) = (note.Beat, note.Velocity);
            }

            beat = Math.Clamp(beat, 0, Math.Max(0, note.End - 0.05));
            played.Add(note with
            {
                Beat = beat,
                Length = Math.Max(0.05, note.End - beat),
                Velocity = Math.Clamp((int)Math.Round(velocity), 20, 124),
            });
        }

        return [.. played.OrderBy(note => note.Beat).ThenBy(note => note.Pitch)];
    }

    private static double Swung(double beat, MusicStyle style)
    {
        var pair = style.SwingsEighths ? 1.0 : 0.5;
        var start = Math.Floor(beat / pair) * pair;
        var share = (beat - start) / pair;
        return share < 0.5
            ? start + (share * 2 * style.Swing * pair)
            : start + ((style.Swing + ((share - 0.5) * 2 * (1 - style.Swing))) * pair);
    }

    // Phrases grow towards their end, full phrases are louder than thin ones.
    private static double Loudness(Arrangement piece, double beat)
    {
        var section = piece.SectionAt(beat);
        if (section is null)
        {
            return 1;
        }

        var through = (beat - section.Start) / (section.End - section.Start);
        return 0.84 + (0.14 * section.Intensity) + (0.05 * through);
    }
}
