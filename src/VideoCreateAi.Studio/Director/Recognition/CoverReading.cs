using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"the photos shown over it while she keeps talking": pictures over a clip that goes on.</summary>
internal static class CoverReading
{
    public static bool Read(Clause clause, Wishes wishes)
    {
        if (clause.Peek(Sense.Still) is not { } noun || !(noun.Text.EndsWith('s') || clause.Has(Sense.All)) || clause.IndexOf(Sense.Over) is not (>= 0 and var over) || over < clause.IndexOf(Sense.Still)
            || clause.Has(Sense.Position, Sense.Quote, Sense.Title, Sense.Caption, Sense.Logo, Sense.Remove, Sense.Length, Sense.Motion, Sense.Transition, Sense.Filter)
            || Clip(clause, wishes) is not { } clip)
        {
            return false;
        }

        var shown = wishes.Input.Current;
        var pictures = wishes.Input.Assets.Where(asset => asset.Kind == AssetKind.Image && OverlayRecogniser.NamedLogo(wishes)?.Id != asset.Id
            && (shown is not { IsEmpty: false } || ShotReference.Of(asset.Id).Resolve(shown).Count == 0)).Select(asset => asset.Id).ToList();
        if (pictures.Count == 0)
        {
            return false;
        }

        clause.TakeEverything();
        wishes.Add(new CoverWith(pictures, clip));
        return true;
    }

    private static ShotReference? Clip(Clause clause, Wishes wishes)
    {
        var named = clause.OpenOf(Sense.Media).Select(row => row.Term).FirstOrDefault(term => wishes.IsPicture(term) && wishes.Asset(term).Kind == AssetKind.Video);
        return named is not null ? ShotReference.Of(named.Value)
            : (clause.Has(Sense.It) || clause.Has(Sense.Clip, Sense.Video)) && wishes.LastShot is { MediaId: { } id } last && wishes.Input.Assets.First(asset => asset.Id == id).Kind == AssetKind.Video ? last
            : clause.Has(Sense.It, Sense.Clip, Sense.Video) && wishes.Input.Assets.Where(asset => asset.Kind == AssetKind.Video).ToList() is [var only] ? ShotReference.Of(only.Id)
            : null;
    }
}
