namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"the clip, then the photo for 4 seconds": where there is one of each, the kind names the file as well as its name does.</summary>
internal static class OnlyOfTheirKind
{
    public static List<Term> Named(List<Term> terms, IReadOnlyList<Asset> assets)
    {
        var clip = Only(assets, AssetKind.Video);
        var still = Only(assets, AssetKind.Image);
        terms = [.. terms.Select((term, at) => clip is not null && still is not null ? Kind(terms, at) : term)];
        if (!terms.Exists(term => term.Sense is Sense.Then or Sense.And) || !terms.Exists(term => Is(term, Sense.Clip, clip)) || !terms.Exists(term => Is(term, Sense.Still, still)))
        {
            return terms;
        }

        var result = new List<Term>();
        for (var at = 0; at < terms.Count; at++)
        {
            var term = terms[at];
            var isCounted = Measures.At(terms, at - 1)?.Sense is Sense.Number or Sense.Each or Sense.All or Sense.Ordinal or Sense.Last or Sense.Create || term.Text.EndsWith('s');
            var only = term.Sense switch
            {
                Sense.Clip => clip,
                Sense.Still => still,
                _ => null,
            };
            if (only is null || isCounted)
            {
                result.Add(term);
            }
            else if (!Names(terms, at, only))
            {
                result.Add(new Term(Sense.Media, only.Id, Text: term.Text, At: term.At, End: term.End));
            }
        }

        return result;
    }

    /// <summary>"loop the clip", 照片每张5秒，视频只要10秒: among photos the clip is a shot like any other.</summary>
    public static List<Term> Shown(List<Term> terms, IReadOnlyList<Asset> assets)
    {
        if (Only(assets, AssetKind.Video) is not { } clip || assets.All(asset => asset.Kind != AssetKind.Image))
        {
            return terms;
        }

        var speaksOfStills = terms.Exists(term => term.Sense == Sense.Still);
        return [.. terms.Select((term, at) => (term.Sense == Sense.Clip || (term is { Sense: Sense.Video, Value: "" } && speaksOfStills && Scripts.IsRunning(term.Text.FirstOrDefault()) && Measures.At(terms, at + 1)?.Sense != Sense.Remove))
            && !term.Text.EndsWith('s') && !terms.Exists(other => other.Sense == Sense.Media && other.Value == clip.Id)
            && Measures.At(terms, at - 1)?.Sense is not (Sense.Number or Sense.Each or Sense.All or Sense.Both or Sense.Ordinal or Sense.Last or Sense.Create or Sense.Other or Sense.Whole)
            && Measures.At(terms, at + 1)?.Sense is not (Sense.Number or Sense.Ordinal)
            ? new Term(Sense.Media, clip.Id, Text: term.Text, At: term.At, End: term.End)
            : term)];
    }

    /// <summary>"first the video, then …": in a row of things the video is the clip; and "primero el clip" counts nothing where there is one.</summary>
    private static Term Kind(List<Term> terms, int at) => terms[at] switch
    {
        { Sense: Sense.Video, Value: "" } video when Measures.At(terms, at - 1)?.Sense is Sense.StartWith or Sense.Then or Sense.Ordinal || Measures.At(terms, at + 1)?.Sense is Sense.Then or Sense.Ordinal => video with { Sense = Sense.Clip },
        { Sense: Sense.ShotPlace, Value: "clip", Number: 1 or -1, Second: 1 } place => place with { Sense = Sense.Clip, Value = "" },
        { Sense: Sense.ShotPlace, Value: "image", Number: 1 or -1, Second: 1 } place => place with { Sense = Sense.Still, Value = "" },
        var other => other,
    };

    private static Asset? Only(IReadOnlyList<Asset> assets, AssetKind kind) => assets.Where(asset => asset.Kind == kind).Take(2).ToList() is [var only] ? only : null;

    private static bool Is(Term term, Sense kind, Asset? only) => only is not null && (term.Sense == kind || (term.Sense == Sense.Media && term.Value == only.Id));

    /// <summary>"the photo of the cake" names cake.jpg anyway, before or behind the kind.</summary>
    private static bool Names(List<Term> terms, int at, Asset asset) =>
        Enumerable.Range(at - 2, 5).Any(index => Measures.At(terms, index) is { Sense: Sense.Media } name && name.Value == asset.Id);
}
