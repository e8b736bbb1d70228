using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Captions: lines of a script, and single ones.</summary>
internal static class CaptionReading
{
    public static bool Read(Clause clause, Wishes wishes)
    {
        var lines = clause.Take(Sense.CaptionLines);
        if (lines is null && (!clause.Has(Sense.Caption) || (wishes.Topic == Sense.Title && clause.Has(Sense.Quote) && wishes.Operations is not [.., RemoveTexts])))
        {
            return false;
        }

        var quotes = clause.TakeAll(Sense.Quote);
        clause.TakeAll(Sense.Caption, Sense.Script);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Undo))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Undo);
            wishes.Add(new RemoveTexts(TextRole.Caption, quotes.Count > 0 ? quotes[0].Value : null, quotes.Count > 0 ? 0 : Nth(clause)));
            return true;
        }

        if (lines is null && quotes.Count > 0 && Rewording(clause, wishes, quotes) is { } rewording)
        {
            clause.TakeAll(Sense.Replace, Sense.Make, Sense.Instead, Sense.To, Sense.Ordinal, Sense.Last, Sense.ShotPlace);
            wishes.Add(rewording);
            return true;
        }

        if (quotes.Count > 0 && lines is null)
        {
            wishes.CaptionsGoOn = true;
        }

        IReadOnlyList<ScriptLine> captions = lines is not null
            ? wishes.Contents[(int)lines.Number].Lines
            : [.. quotes.Select(quote => new ScriptLine(quote.Value, null))];
        if (captions.Count > 0)
        {
            clause.TakeAll(Sense.Add);
            var isList = clause.Has(Sense.Each) && wishes.Contents.Count(content => content.Sense == Sense.Quote) > 1;
            var when = lines is null && captions.Count == 1 && !isList ? TimeReading.Take(clause, wishes) : WhenShown.Unsaid;
            wishes.Add(new AddCaptions([.. captions.Select(Placed)], LookReading.Take(clause, 0, int.MaxValue)) { When = when, Each = clause.Take(Sense.Each) is not null });
        }
        else if (LookReading.Take(clause, 0, int.MaxValue) is { IsSaid: true } look)
        {
            wishes.Add(new ChangeTitle(null, null, WhenShown.Unsaid, look, TextRole.Caption));
        }
        else if (wishes.Contents.Any(content => content.Sense == Sense.CaptionLines))
        {
            // The words stand below, and this was their heading.
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Create);
        }
        else if (VoiceReading.HasWords(wishes) && wishes.Input.Current?.Texts(TextRole.Caption) is null or { Count: 0 })
        {
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Create, Sense.Voiceover);
            wishes.Add(new CaptionVoice(new TextLook()));
        }
        else if (wishes.Input.Current?.Texts(TextRole.Caption) is null or { Count: 0 })
        {
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Create);
            // 上字幕，0到3秒“…”: the words follow.
            wishes.CaptionsGoOn = wishes.Contents.Any(content => content.Sense == Sense.Quote);
            if (wishes.ToldOfHearing || wishes.CaptionsGoOn)
            {
                return true;
            }

            wishes.Note("I cannot hear what is said, so I need the words of the captions: write \"captions:\" and one line each, or caption \"Hello\" on photo 2.");
        }

        return true;

        static ScriptLine Placed(ScriptLine line) => line.Range is { Start.Ticks: < 0 } ? line with { Range = null } : line;
    }

    /// <summary>"the second subtitle should read 'Ebb'", 'change "Helo" to "Hello" in the captions': other words for a line that is there.</summary>
    private static RewordCaption? Rewording(Clause clause, Wishes wishes, IReadOnlyList<Term> quotes)
    {
        if (wishes.Input.Current?.Texts(TextRole.Caption) is null or { Count: 0 } || clause.Has(Sense.Add))
        {
            return null;
        }

        var nth = Nth(clause);
        return quotes.Count == 2 && clause.Has(Sense.Replace, Sense.To, Sense.Make, Sense.Instead) ? new RewordCaption(quotes[0].Value, 0, quotes[1].Value)
            : quotes.Count == 1 && nth != 0 ? new RewordCaption(null, nth, quotes[0].Value)
            : null;
    }

    private static int Nth(Clause clause) => clause.Peek(Sense.Ordinal, Sense.ShotPlace, Sense.Last) switch
    {
        null => 0,
        { Sense: Sense.Last } => -1,
        var term => (int)term.Number,
    };

    /// <summary>"captions 'One', 'Two' and 'Three'": each quote of the list is one more line.</summary>
    public static bool GoesOn(Clause clause, Wishes wishes, IReadOnlyList<(int Index, Term Term)> quotes)
    {
        var isBare = clause.Terms.All(term => term.Sense is Sense.Quote or Sense.Mark or Sense.And or Sense.Then);
        if (wishes.CaptionsGoOn && !isBare && quotes.Count == 1 && (wishes.Operations is [.., AddCaptions { When.IsSaid: true }] || !wishes.Operations.OfType<AddCaptions>().Any())
            && clause.Terms.All(term => term.Sense is Sense.Quote or Sense.Mark or Sense.And or Sense.Then or Sense.Stretch or Sense.Head or Sense.Tail or Sense.Moment or Sense.Length or Sense.At or Sense.From
                or Sense.To or Sense.For or Sense.Over or Sense.ShotPlace or Sense.Media or Sense.End or Sense.Last or Sense.Ordinal or Sense.After))
        {
            // "captions 'One' from 1 to 3 and 'Two' from 3 to 6"
            clause.TakeAll(Sense.Quote, Sense.And, Sense.Then);
            wishes.Add(new AddCaptions([new ScriptLine(quotes[0].Term.Value, null)], new TextLook()) { When = TimeReading.Take(clause, wishes) });
            return true;
        }

        if (!wishes.CaptionsGoOn || !isBare || quotes.Count == 0 || wishes.Operations is not [.., AddCaptions { When.IsSaid: false } list])
        {
            return false;
        }

        clause.TakeAll(Sense.Quote, Sense.And, Sense.Then);
        wishes.AmendCaptions(list with { Lines = [.. list.Lines, .. quotes.Select(quote => new ScriptLine(quote.Term.Value, null))] });
        return true;
    }
}
