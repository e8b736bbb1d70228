using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

internal static class SpeedRecogniser
{

    // The value of words for how a thing was before anybody changed it.
    private const string NormalState = "normal";

    public static void Read(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Length) && clause.Has(Sense.Lengthen, Sense.Shorten) && !clause.Has(Sense.Factor, Sense.Percent, Sense.Speed, Sense.Faster, Sense.Half, Sense.Twice))
        {
            // "hold it 8 s and let the camera go back slowly"
            return;
        }

        if (clause.Has(Sense.Slower, Sense.Faster) && clause.Does(Sense.Remove, Sense.Without, Sense.Undo) && !clause.Has(Sense.Factor, Sense.Percent, Sense.Cut, Sense.Head, Sense.Tail, Sense.Stretch) && wishes.Input.Current?.Shots().Any(shot => shot.Speed != 1) == true)
        {
            // "take the slow motion out again"
            clause.TakeAll(Sense.Slower, Sense.Faster, Sense.Remove, Sense.Without, Sense.Undo, Sense.Speed, Sense.Make, Sense.Off);
            var back = wishes.TakeShots(clause);
            wishes.Add(new SetSpeed(back.Count > 0 ? back[0] : ShotReference.All, 1, Relative: false));
            return;
        }

        if (IsBackToNormal(clause, wishes))
        {
            clause.TakeAll(Sense.Put, Sense.Make, Sense.End, Sense.To, Sense.Word, Sense.It, Sense.Restore, Sense.Undo);
            var normal = wishes.TakeShots(clause);
            wishes.Add(new SetSpeed(normal.Count > 0 ? normal[0] : ShotReference.All, 1, Relative: false));
            return;
        }

        if (Pairs(clause, wishes) || SpeedReading.ToLength(clause, wishes) || (SpeedReading.Speed(clause) ?? GoingOn(clause, wishes)) is not { } speed)
        {
            return;
        }

        // "slide.mp4 at 40 % speed, bike.mp4 stays as it is"
        var said = clause.IndexOf(Sense.Factor, Sense.Percent, Sense.Faster, Sense.Slower, Sense.Half, Sense.Twice, Sense.NormalSpeed);
        var first = clause.IndexOf(Sense.Media, Sense.ShotPlace);
        if (wishes.Mentioned.Count > 0 && first < 0 && clause.IndexOf(Sense.Both, Sense.Other) > said && clause.Terms.Skip(said).Any(term => term is { Sense: Sense.Mark, Value: "," }))
        {
            clause.TakeAll(Sense.Both, Sense.Other);
        }

        if (first >= 0 && first < said && clause.Terms.Skip(said).Any(term => term is { Sense: Sense.Mark, Value: "," }))
        {
            clause.Open.Where(index => index > said && clause.Terms[index].Sense is Sense.Media or Sense.ShotPlace or Sense.Ordinal or Sense.Last).ToList().ForEach(index => clause.TakeAt(index));
        }

        clause.TakeAll(
            Sense.Factor, Sense.Faster, Sense.Slower, Sense.Speed, Sense.Half, Sense.Twice, Sense.NormalSpeed, Sense.Undo, Sense.Make, Sense.Add,
            Sense.Percent, Sense.Number);
        var part = Part(clause);

        var onlyThat = part is not null && clause.Has(Sense.Keep) ? part : null;
        var shots = wishes.TakeShots(clause);
        if (speed.Value == 1 && shots.Count == 0 && wishes.Operations.Any(operation => operation is SetSpeed { Part: not null }))
        {
            // "10 to 30 four times as fast, the ends at normal speed": they are.
            clause.TakeAll(Sense.Start, Sense.End, Sense.Other);
            return;
        }

        if (shots.Count == 0 && part is null && wishes.Stretches is [var spokenOf] && clause.Has(Sense.It))
        {
            (part, wishes.Stretches) = (spokenOf, []);
            shots = wishes.StretchIn is { } where ? [where] : [];
        }

        if (shots.Count == 0 && part is null && clause.Take(Sense.End, Sense.Start) is { } edge)
        {
            // "slow the ending down"
            shots = [wishes.Nth(edge.Sense == Sense.End ? -1 : 1)];
        }

        if (shots.Count == 0 && part is null && clause.Has(Sense.It) && wishes is { Before: { } before, Operations.Count: 0 } && !clause.Has(Sense.Video, Sense.All, Sense.Each, Sense.Whole) && IsClip(before, wishes))
        {
            shots = [before];
        }

        var speaksOfAll = clause.Has(Sense.Video, Sense.All, Sense.Each, Sense.Whole, Sense.Clip);
        clause.TakeAll(Sense.Clip, Sense.It, Sense.Video);
        if (shots.Count > 0 || onlyThat is null)
        {
            clause.TakeAll(Sense.Keep);
        }

        if (shots.Count == 0 && part is null && !clause.Has(Sense.All, Sense.Each, Sense.Whole) && wishes.Last is SetSpeed { Shots.IsAll: false } or SetSpeed { Part: not null } && !speed.Relative && !speaksOfAll)
        {
            // "slow motion on the jump, a third of the speed": one wish in two parts.
            wishes.ReplaceLast((SetSpeed)wishes.Operations[^1] with { Speed = speed.Value, Relative = false });
            return;
        }

        if (shots.Count == 0 && part is null && !speaksOfAll && Blamed(wishes) is { } blamed)
        {
            shots = [blamed];
        }

        if (shots.Count == 0 && part is null && !speaksOfAll && wishes.JustPut() is { } put)
        {
            shots = [put];
        }

        foreach (var shot in shots.Count == 0 ? [ShotReference.All] : shots)
        {
            wishes.Add(new SetSpeed(shot, speed.Value, speed.Relative, part));
        }

        wishes.Topic = Sense.Speed;
    }

    private static bool IsClip(ShotReference shot, Wishes wishes) => wishes.Input.Assets.FirstOrDefault(asset => asset.Id == shot.MediaId)?.Kind == AssetKind.Video;

    /// <summary>"put the plank back to normal": what runs at another speed than it was filmed.</summary>
    private static bool IsBackToNormal(Clause clause, Wishes wishes) => clause.OpenOf(Sense.Word).Any(row => row.Term.Value == NormalState) && wishes.Input.Current is { IsEmpty: false } now
        && !clause.Has(Sense.Sound, Sense.Volume, Sense.Colour, Sense.Adjust, Sense.AdjustNoun, Sense.Music, Sense.Title, Sense.Filter)
        && now.Shots().Select((shot, index) => (shot, index)).Any(row => row.shot.Speed != 1 && (clause.OpenOf(Sense.Media).Count == 0 || clause.OpenOf(Sense.Media).Any(media => media.Term.Value == row.shot.Source)));

    /// <summary>"the queue is boring, three times as fast"</summary>
    public static ShotReference? Blamed(Wishes wishes) =>
        wishes.Mentioned.LastOrDefault() is { } blamed && (blamed.Sense == Sense.ShotPlace || wishes.IsPicture(blamed)) ? wishes.Place(blamed) : null;

    /// <summary>"a at 2x, b at 0.5x"</summary>
    private static bool Pairs(Clause clause, Wishes wishes)
    {
        var pairs = new List<(List<ShotReference> Shots, double Speed)>();
        var waiting = new List<ShotReference>();
        if (clause.OpenOf(Sense.Factor).Count < 2 || clause.Has(Sense.Stretch, Sense.Head, Sense.Tail, Sense.Title, Sense.Loop))
        {
            return false;
        }

        foreach (var term in clause.Open.Select(index => clause.Terms[index]))
        {
            if (wishes.IsPicture(term) || term.Sense == Sense.ShotPlace)
            {
                waiting.Add(wishes.Place(term));
            }
            else if (term is { Sense: Sense.Factor, Number: > 0 } && waiting.Count > 0)
            {
                pairs.Add(([.. waiting], term.Number));
                waiting.Clear();
            }
        }

        if (pairs.Count < 2 || waiting.Count > 0)
        {
            return false;
        }

        clause.TakeAll(Sense.Factor, Sense.Media, Sense.ShotPlace, Sense.Speed, Sense.Faster, Sense.Slower, Sense.Make, Sense.Put);
        foreach (var (shots, value) in pairs)
        {
            shots.ForEach(shot => wishes.Add(new SetSpeed(shot, value, Relative: false)));
        }

        wishes.Topic = Sense.Speed;
        return true;
    }

    /// <summary>"speed a up to 3x, leave b at 0.5": the number alone is a speed as well.</summary>
    private static (double Value, bool Relative)? GoingOn(Clause clause, Wishes wishes) =>
        wishes.Topic == Sense.Speed && wishes.Last is SetSpeed && clause.Has(Sense.Media, Sense.ShotPlace, Sense.Other)
        && !clause.Has(Sense.Volume, Sense.Sound, Sense.Music, Sense.Length, Sense.Title, Sense.Cut, Sense.Remove)
        && clause.Peek(Sense.Number, Sense.Percent, Sense.Half) is { } value && (value.Sense == Sense.Half || value.Number > 0) && (value.Sense != Sense.Number || value.Number <= 10)
            ? (value.Sense == Sense.Half ? SpeedReading.SlowMotion : value.Sense == Sense.Percent ? value.Number / 100 : value.Number, false)
            : null;

    /// <summary>"the last 5 seconds in slow motion", "twice as fast from 0:30 on"</summary>
    private static StretchOf? Part(Clause clause)
    {
        var edges = clause.Has(Sense.Title, Sense.Quote, Sense.Cut, Sense.Remove, Sense.Keep);
        var at = clause.Open.Where(index => clause.Terms[index].Sense == Sense.Stretch || (!edges && (clause.Terms[index].Sense is Sense.Head or Sense.Tail
            || (clause.Terms[index].Sense is Sense.Moment or Sense.Length && clause.SenseAt(index - 1) is Sense.After or Sense.From or Sense.Before)))).Select(index => (int?)index).FirstOrDefault();
        if (at is not { } place)
        {
            return null;
        }

        var term = clause.TakeAt(place);
        if (term.Sense is Sense.Moment or Sense.Length)
        {
            clause.TakeAt(place - 1);
        }

        return term.Sense switch
        {
            Sense.Stretch => StretchOf.Between(term.Time, term.Until),
            Sense.Head => StretchOf.Head(term.Time),
            Sense.Tail => StretchOf.Tail(term.Time),
            _ => clause.SenseAt(place - 1) == Sense.Before ? StretchOf.Head(term.Time) : StretchOf.After(term.Time),
        };
    }
}
