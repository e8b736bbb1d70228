using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A kind of file of which there is one, named by its kind.</summary>
internal static class OnlyOne
{
    /// <summary>"video first", "a title on the photo": where there is one of the kind beside others, and its place is spoken of.</summary>
    public static Asset? Of(Clause clause, int index, Wishes wishes)
    {
        var kind = clause.Terms[index].Sense switch
        {
            Sense.Still => AssetKind.Image,
            Sense.Clip or Sense.Video => AssetKind.Video,
            _ => (AssetKind?)null,
        };
        if (kind is null || clause.Terms[index].Text.EndsWith('s')
            || clause.SenseAt(index - 1) is Sense.Ordinal or Sense.Last or Sense.Number or Sense.Each or Sense.All or Sense.Create)
        {
            return null;
        }

        var isPlaced = clause.SenseAt(index + 1) is Sense.Ordinal or Sense.Last
            || clause.SenseAt(index - 1) is Sense.Before or Sense.After or Sense.Between
            || (kind == AssetKind.Image && !clause.Has(Sense.FadeInWord, Sense.FadeOutWord, Sense.FromBlack, Sense.ToBlack) && clause.Has(Sense.Title, Sense.Quote, Sense.Before, Sense.After, Sense.Over));
        var showable = wishes.Input.Assets.Where(ShotBuilder.IsShowable).ToList();
        return isPlaced && showable.Count > 1 && showable.Where(asset => asset.Kind == kind).ToList() is [var only] ? only : null;
    }
}
