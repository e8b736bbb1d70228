namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"put my song under it": where one song was uploaded, it is the one that is meant.</summary>
internal static class OwnSong
{
    /// <summary>The value of music that the user speaks of as theirs.</summary>
    public const string Own = "own";

    public static IReadOnlyList<Term> Named(IReadOnlyList<Term> terms, IReadOnlyList<Asset> assets, Func<Asset, bool> isMeant) =>
        terms.Any(term => term is { Sense: Sense.Music, Value: Own }) && assets.Where(isMeant).Take(2).ToList() is [var song] && !terms.Any(term => term is { Sense: Sense.Media } && term.Value == song.Id)
            ? [.. terms.Select(term => term is { Sense: Sense.Music, Value: Own } ? term with { Sense = Sense.Media, Value = song.Id } : term)]
            : terms;
}
