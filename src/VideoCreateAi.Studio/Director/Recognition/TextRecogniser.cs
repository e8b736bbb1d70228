using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Titles, captions and what is to be spoken.</summary>
internal static class TextRecogniser
{
    // Two titles may well stand together; as many as there are shots are one for each.
    private const int LeastPerShot = 3;

    public static void Read(Clause clause, Wishes wishes)
    {
        if (Spoken(clause, wishes) || Captions(clause, wishes))
        {
            return;
        }

        var speaksOfTitle = clause.Has(Sense.Title) || clause.Peek(Sense.Replace) is { Value: "title" };
        var quotes = clause.OpenOf(Sense.Quote);
        if (!speaksOfTitle && quotes.Count == 0)
        {
            GoesOnAboutTitle(clause, wishes);
            return;
        }

        if (GoesOnWithCaptions(clause, wishes, quotes))
        {
            return;
        }

        clause.TakeAll(Sense.Title);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo) && !clause.Has(Sense.Replace))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo);
            var place = clause.Take(Sense.ShotPlace, Sense.Ordinal, Sense.Last, Sense.Start, Sense.End);
            var first = place?.Sense switch { null => 0, Sense.Last or Sense.End => -1, Sense.Start => 1, _ => (int)place.Number };
            wishes.Add(new RemoveTexts(TextRole.Title, quotes.Count > 0 ? clause.TakeAt(quotes[0].Index).Value : null, first)
            {
                Color = clause.Take(Sense.TextColour),
            });
            wishes.Topic = Sense.Title;
            return;
        }

        if (quotes.Count > 0)
        {
            Titles(clause, wishes, quotes);
        }
        else
        {
            Change(clause, wishes, null, null);
        }

        wishes.Topic = Sense.Title;
    }

    private static bool Spoken(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Voiceover, Sense.Narration) || (clause.Has(Sense.Caption) && !clause.Has(Sense.Narration, Sense.Quote) && HasSpokenWords(wishes)))
        {
            return false;
        }

        var text = clause.Take(Sense.Narration) ?? (clause.Has(Sense.Title) ? null : clause.Take(Sense.Quote));
        if (text is not null)
        {
            clause.TakeAll(Sense.Voiceover, Sense.Sound, Sense.Add);
            wishes.Add(new AddSound(SoundRole.Voiceover, null, text.Value, SoundRecogniser.StartOf(clause) ?? TimeSpan.Zero));
            if (clause.Take(Sense.Caption) is not null)
            {
                wishes.Add(new CaptionVoice(Look(clause, 0, int.MaxValue)));
            }

            wishes.Topic = Sense.Voiceover;
            return true;
        }

        if (clause.Does(Sense.Remove, Sense.No, Sense.Without))
        {
            clause.TakeAll(Sense.Voiceover, Sense.Remove, Sense.No, Sense.Without);
            wishes.Add(new RemoveSound(SoundRole.Voiceover));
            return true;
        }

        return WithoutWords(clause, wishes);
    }

    /// <summary>"add narration": a recording that nothing uses yet, else an honest answer.</summary>
    private static bool WithoutWords(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Media, Sense.Percent, Sense.Louder, Sense.Quieter, Sense.Volume, Sense.Mute, Sense.Cut, Sense.Fade, Sense.FadeInWord, Sense.FadeOutWord))
        {
            return false;
        }

        var unused = wishes.UnusedSounds();
        clause.TakeAll(Sense.Voiceover, Sense.Add, Sense.Make, Sense.Create, Sense.With, Sense.Title);
        if (unused.FirstOrDefault(asset => SoundNames.IsSpoken(asset.Name)) is { } recording)
        {
            wishes.Add(new AddSound(SoundRole.Voiceover, recording.Id, null, TimeSpan.Zero));
            return true;
        }

        wishes.Note("A voiceover needs its words: say \"add a voiceover that says …\". "
            + (unused.Count > 0 ? $"{unused[0].Name} is uploaded and nothing uses it yet: say \"use {unused[0].Name} as narration\" if that is the voice."
                : "Or upload a recording and say \"use voice.mp3 as narration\"."));
        return true;
    }

    private static bool Captions(Clause clause, Wishes wishes)
    {
        var lines = clause.Take(Sense.CaptionLines);
        if (lines is null && (!clause.Has(Sense.Caption) || (wishes.Topic == Sense.Title && clause.Has(Sense.Quote) && wishes.Operations is not [.., RemoveTexts])))
        {
            return false;
        }

        var quotes = clause.TakeAll(Sense.Quote);
        clause.TakeAll(Sense.Caption, Sense.Script);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without);
            wishes.Add(new RemoveTexts(TextRole.Caption, quotes.Count > 0 ? quotes[0].Value : null));
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
            var when = lines is null && captions.Count == 1 ? TimeReading.Take(clause, wishes) : WhenShown.Unsaid;
            wishes.Add(new AddCaptions([.. captions.Select(Placed)], Look(clause, 0, int.MaxValue)) { When = when });
        }
        else if (Look(clause, 0, int.MaxValue) is { IsSaid: true } look)
        {
            wishes.Add(new ChangeTitle(null, null, WhenShown.Unsaid, look, TextRole.Caption));
        }
        else if (wishes.Contents.Any(content => content.Sense == Sense.CaptionLines))
        {
            // The words stand below, and this was their heading.
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Create);
        }
        else if (HasSpokenWords(wishes) && wishes.Input.Current?.Texts(TextRole.Caption) is null or { Count: 0 })
        {
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Create, Sense.Voiceover);
            wishes.Add(new CaptionVoice(new TextLook()));
        }
        else if (wishes.Input.Current?.Texts(TextRole.Caption) is null or { Count: 0 })
        {
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Create);
            if (wishes.ToldOfHearing)
            {
                return true;
            }

            wishes.Note("I cannot hear what is said, so I need the words of the captions: write \"captions:\" and one line each, or caption \"Hello\" on photo 2.");
        }

        return true;

        static ScriptLine Placed(ScriptLine line) => line.Range is { Start.Ticks: < 0 } ? line with { Range = null } : line;
    }

    /// <summary>"captions 'One', 'Two' and 'Three'": each quote of the list is one more line.</summary>
    private static bool GoesOnWithCaptions(Clause clause, Wishes wishes, IReadOnlyList<(int Index, Term Term)> quotes)
    {
        var isBare = clause.Terms.All(term => term.Sense is Sense.Quote or Sense.Mark or Sense.And or Sense.Then);
        if (!wishes.CaptionsGoOn || !isBare || quotes.Count == 0 || wishes.Operations is not [.., AddCaptions { When.IsSaid: false } list])
        {
            return false;
        }

        clause.TakeAll(Sense.Quote, Sense.And, Sense.Then);
        wishes.AmendCaptions(list with { Lines = [.. list.Lines, .. quotes.Select(quote => new ScriptLine(quote.Term.Value, null))] });
        return true;
    }

    private static bool HasSpokenWords(Wishes wishes) =>
        wishes.Operations.OfType<AddSound>().Any(sound => sound.Text is not null)
        || wishes.Contents.Any(content => content.Sense == Sense.Narration)
        || wishes.Input.Current?.Sounds(SoundRole.Voiceover).Any(voice => voice.Text is not null) == true;

    private static void Titles(Clause clause, Wishes wishes, IReadOnlyList<(int Index, Term Term)> quotes)
    {
        foreach (var (index, _) in quotes)
        {
            clause.TakeAt(index);
        }

        var replaces = clause.Has(Sense.Replace, Sense.Instead) || (clause.Has(Sense.Make) && clause.Has(Sense.To) && wishes.Topic == Sense.Title);
        if (replaces)
        {
            clause.TakeAll(Sense.Replace, Sense.Instead, Sense.Make);
            Change(clause, wishes, quotes.Count > 1 ? quotes[0].Term.Value : null, quotes[^1].Term.Value);
            return;
        }

        clause.TakeAll(Sense.Add, Sense.Caption);
        var perShot = quotes.Count >= LeastPerShot && quotes.Count == ShotCount(wishes);
        for (var quote = 0; quote < quotes.Count; quote++)
        {
            // A title's own times follow it; the last one, and a single one, may also take what stands before.
            var from = quotes.Count == 1 ? 0 : quotes[quote].Index;
            var to = quote + 1 < quotes.Count ? quotes[quote + 1].Index : int.MaxValue;
            var look = Look(clause, from, to);
            var when = TimeReading.Take(clause, wishes, from, to);
            when = !when.IsSaid && clause.Has(Sense.It) && wishes.LastShot is { } spokenOf ? when with { Over = spokenOf } : when;
            when = perShot && !when.IsSaid ? when with { Over = ShotReference.Nth(quote + 1) } : when;
            when = clause.Take(Sense.EndWith) is not null ? when with { AtEnd = true, Start = null } : when;
            wishes.Add(new AddTitle(quotes[quote].Term.Value, when, look));
        }
    }

    private static int ShotCount(Wishes wishes) => wishes.Input.Current is { IsEmpty: false } now ? now.Shots().Count : wishes.Input.Assets.Count(ShotBuilder.IsShowable);

    private static void Change(Clause clause, Wishes wishes, string? which, string? text)
    {
        var look = Look(clause, 0, int.MaxValue);
        var when = TimeReading.Take(clause, wishes);
        if (text is null && clause.Has(Sense.Add) && wishes.Input.Current?.Texts(TextRole.Title) is null or { Count: 0 } && !wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.Add(new AskForTitle());
        }
        else if (text is not null || look.IsSaid || when.IsSaid)
        {
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Lengthen, Sense.Shorten, Sense.Keep);
            ChangeOrAmend(wishes, which, text, when, look, 1);
        }
        else if (clause.Has(Sense.Add, Sense.With, Sense.And) && !wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.Add(new AskForTitle());
        }
    }

    /// <summary>"both centered for the first 4 s", "put it at the bottom": no title is named, but titles were the topic.</summary>
    private static void GoesOnAboutTitle(Clause clause, Wishes wishes)
    {
        // "the title 'Ebb', only for the first 3 seconds"
        var isJustAdded = wishes.Operations is [.., AddTitle];
        var onlyPoints = clause.Terms.All(term => (term.Sense == Sense.Keep && isJustAdded) || term.Sense is Sense.It or Sense.Both or Sense.All or Sense.Make or Sense.Put or Sense.Position or Sense.At
            or Sense.For or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Length or Sense.TextColour or Sense.TextSize or Sense.And or Sense.Mark
            or Sense.Animation or Sense.Colour or Sense.Instead or Sense.Word or Sense.From or Sense.To or Sense.Moment or Sense.No or Sense.But or Sense.FadeInWord or Sense.Over);
        if (wishes.Topic != Sense.Title || !onlyPoints)
        {
            return;
        }

        var count = clause.Has(Sense.Both) ? 2 : clause.Has(Sense.All) ? int.MaxValue : 1;
        var look = Look(clause, 0, int.MaxValue);
        var when = TimeReading.Take(clause, wishes);
        if (look.IsSaid || when.IsSaid)
        {
            clause.TakeAll(Sense.Make, Sense.Put, Sense.Both, Sense.All, Sense.No, Sense.Keep);
            ChangeOrAmend(wishes, null, null, when, look, count);
        }
    }

    private static void ChangeOrAmend(Wishes wishes, string? which, string? text, WhenShown when, TextLook look, int count)
    {
        if (which is null && text is null && wishes.Operations.OfType<AddTitle>().Any())
        {
            wishes.ReplaceLast(
                title => title with
                {
                    When = when.IsSaid ? when : title.When,
                    Look = new TextLook(
                        look.Position ?? title.Look.Position, look.Color ?? title.Look.Color, look.SizeFactor ?? title.Look.SizeFactor,
                        look.Animation ?? title.Look.Animation, look.Style ?? title.Look.Style, look.Font ?? title.Look.Font),
                },
                count);
            return;
        }

        wishes.Add(new ChangeTitle(which, text, when, look));
    }

    private static TextLook Look(Clause clause, int from, int to)
    {
        var look = new TextLook();
        foreach (var index in clause.Open.Where(index => index >= from && index < to).ToList())
        {
            var term = clause.Terms[index];
            TextLook? read = term.Sense switch
            {
                Sense.Position => look with { Position = Position(term.Value) },
                Sense.Middle => look with { Position = TextPosition.Center },
                Sense.TextColour => look with { Color = term.Value },
                Sense.Font when term.Value.Length > 0 => look with { Font = term.Value },
                Sense.TextSize => look with { SizeFactor = term.Number },
                Sense.Animation => look with { Animation = Enum.Parse<TextAnimation>(term.Value, ignoreCase: true) },
                Sense.FadeInWord or Sense.FadeOutWord or Sense.Fade => look with { Animation = TextAnimation.Fade },
                _ => null,
            };
            if (read is not null)
            {
                clause.TakeAt(index);
                look = read;
            }
        }

        return look;
    }

    private static TextPosition Position(string word) =>
        Enum.Parse<TextPosition>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
