using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Lines to be spoken or shown, and where each of them goes: "one sentence per picture", "the first at 0, the second at 12 seconds", 第一句放切肉那里.</summary>
internal static partial class PlacedLines
{
    /// <summary>A clause that says where the lines before it go.</summary>
    public static bool Read(Clause clause, Wishes wishes)
    {
        var count = wishes.Last switch
        {
            AddSound { Role: SoundRole.Voiceover, Text: { } text } => Sentences(text).Count,
            AddCaptions { When.IsSaid: false } captions => captions.Lines.Count,
            _ => 0,
        };
        if (count < 2 && wishes.Lines.Count == 0 || clause.Has(Sense.Quote, Sense.Title, Sense.Narration, Sense.Music))
        {
            return false;
        }

        var ordinals = clause.Open.Where(index => clause.Terms[index] is { Sense: Sense.Ordinal, Number: > 0 } or { Sense: Sense.ShotPlace, Number: > 0, Second: 1 }).ToList();
        if (ordinals.Count == 0 || !clause.Open.Where(index => index < ordinals[0]).All(index => clause.SenseAt(index) is Sense.Mark or Sense.And or Sense.Then or Sense.Word))
        {
            return false;
        }

        wishes.LineCount = Math.Max(count, wishes.LineCount);
        var placed = ordinals.Select((index, at) => (Line: (int)clause.Terms[index].Number, When: Place(clause, index, at + 1 < ordinals.Count ? ordinals[at + 1] : int.MaxValue, wishes))).ToList();
        if (placed.Exists(row => row.When is null || row.Line > wishes.LineCount))
        {
            return false;
        }

        placed.ForEach(row => wishes.Lines[row.Line] = row.When!);
        clause.TakeEverything();
        wishes.Understood();
        return true;
    }

    private static WhenShown? Place(Clause clause, int from, int to, Wishes wishes)
    {
        var place = clause.Open.Where(index => index > from && index < to).Select(index => clause.Terms[index])
            .FirstOrDefault(term => wishes.IsPicture(term) || term.Sense is Sense.Moment or Sense.Length or Sense.Number or Sense.ShotPlace);
        return place?.Sense switch
        {
            null => null,
            Sense.Number => WhenShown.Unsaid with { Start = TimeSpan.FromSeconds(place.Number) },
            Sense.Moment or Sense.Length => WhenShown.Unsaid with { Start = place.Time },
            _ => WhenShown.Unsaid with { Over = wishes.Place(place) },
        };
    }

    /// <summary>"one sentence per picture"</summary>
    public static bool IsOnePerShot(Clause clause) => clause.Has(Sense.Each) && clause.Has(Sense.Still, Sense.Clip, Sense.Shot);

    /// <summary>Gives the lines of this message their places.</summary>
    public static void Complete(Wishes wishes)
    {
        var at = wishes.Operations.ToList().FindLastIndex(operation => operation is AddSound { Role: SoundRole.Voiceover, Text: not null } or AddCaptions { When.IsSaid: false });
        if (at < 0)
        {
            return;
        }

        if (wishes.Operations[at] is AddSound { OnePerShot: true, Text: { } all } whole && Sentences(all) is { Count: > 1 } each)
        {
            for (var line = 0; line < each.Count; line++)
            {
                wishes.Lines.TryAdd(line + 1, WhenShown.Unsaid with { Over = ShotReference.Nth(line + 1) });
            }
        }

        if (wishes.Lines.Count == 0)
        {
            return;
        }

        if (wishes.Operations[at] is AddSound { Text: { } text } voice)
        {
            var sentences = Sentences(text);
            for (var line = 0; line < sentences.Count; line++)
            {
                var when = wishes.Lines.GetValueOrDefault(line + 1) ?? WhenShown.Unsaid;
                var sound = voice with { Text = sentences[line], Start = when.Start ?? TimeSpan.Zero, During = when.Over is { } over ? new SoundUnder(over, false, false) : null, OnePerShot = false, Goes = line > 0 };
                if (line == 0)
                {
                    wishes.Amend(at, sound);
                }
                else
                {
                    wishes.Add(sound);
                }
            }
        }
        else if (wishes.Operations[at] is AddCaptions captions)
        {
            wishes.Amend(at, captions with { Places = wishes.Lines });
        }
    }

    private static List<string> Sentences(string text) => [.. SentenceParts().Matches(text).Select(match => match.Value.Trim()).Where(part => part.Length > 0)];

    [GeneratedRegex(@"[^.!?。！？…\n]+(?:[.!?。！？…]+(?=\s|$|[^\x00-\x7F])|\n|$)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceParts();
}
