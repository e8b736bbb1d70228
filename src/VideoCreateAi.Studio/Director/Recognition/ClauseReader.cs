using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>One clause: what asks for nothing comes first, and each recogniser takes what it understands of the rest.</summary>
internal static class ClauseReader
{
    private static readonly Action<Clause, Wishes>[] s_recognisers =
    [
        TextRecogniser.Read,
        OverlayRecogniser.Read,
        SoundRecogniser.Read,
        PictureRecogniser.Read,
        SpeedRecogniser.Read,
        LengthsInTurn.Read,
        ShotRecogniser.Read,
        TimingRecogniser.Read,
        CreationRecogniser.Read,
    ];

    public static void Read(Clause clause, Wishes wishes)
    {
        wishes.Praise ??= clause.Take(Sense.Praise);
        Contrasted(clause);
        Shaded(clause);
        Complaints.Ignore(clause);
        if (clause.Take(Sense.Reset) is not null)
        {
            wishes.WantsFreshStart = true;
        }

        if (clause.Take(Sense.Export) is not null)
        {
            wishes.SawExport = true;
            if (wishes.HasTimeline)
            {
                clause.TakeEverything();
                return;
            }
        }

        if (clause.Peek(Sense.LeaveAlone) is { Value: "all" })
        {
            wishes.TakeBack();
            clause.TakeEverything();
            return;
        }

        if (ClauseAsides.SparesShots(clause, wishes) || LengthLimits.GivesWay(clause, wishes))
        {
            return;
        }

        if (clause.Has(Sense.LeaveAlone) || Stays(clause) || IsForbidden(clause, wishes))
        {
            wishes.SawLeaveAlone = true;
            wishes.TakeBackWhatWasAsked(clause);
            wishes.Spare(clause);
            clause.TakeEverything();
            return;
        }

        if (clause.Has(Sense.Improve) && clause.Has(Sense.Sound, Sense.Music, Sense.Voiceover) && !clause.Has(Sense.Mood, Sense.MusicStyle, Sense.Percent))
        {
            clause.TakeEverything();
            wishes.Note("Sound can be made louder or quieter, faded, muted, or laid under music: say for example \"music at 40 %\" or \"mute the clips\". Noise is not removed here.");
            return;
        }

        if (IsVague(clause, wishes))
        {
            var decides = clause.Peek(Sense.Improve) is { Value: "decide" };
            clause.TakeEverything();
            if (decides && wishes.Operations.Count > 0)
            {
                // "at most a minute, you decide how": how it is done, and nothing more.
                return;
            }

            wishes.Add(new Improve());
            return;
        }

        if (clause.Has(Sense.Redo))
        {
            wishes.Redos += Undos(clause);
            clause.TakeEverything();
            return;
        }

        if (IsUndo(clause))
        {
            // "undo that, it was better before" is one wish, said twice.
            wishes.Undos = clause.Has(Sense.Then, Sense.More) || wishes.Undos == 0 ? wishes.Undos + Undos(clause) : Math.Max(wishes.Undos, Undos(clause));
            clause.TakeAll(Sense.Undo);
            return;
        }

        if (clause.Peek(Sense.Unsupported) is { Value: "order" })
        {
            clause.TakeAll(Sense.Unsupported, Sense.Put, Sense.Make, Sense.Add);
            wishes.WantsRandomOrder = true;
        }

        if (clause.Peek(Sense.Unsupported) is { Value: "transcribe" })
        {
            clause.TakeEverything();
            wishes.ToldOfHearing = true;
            wishes.Note("I cannot hear what is said in a clip, so nothing is transcribed here. Give me the words: write \"captions:\" and one line each, paste or upload an SRT file, "
                + "or add a voiceover and say \"caption the voiceover\".");
            return;
        }

        if (clause.Peek(Sense.Unsupported) is { Value: "duck" } && clause.Has(Sense.Quieter, Sense.Less, Sense.Louder, Sense.Mute, Sense.Make))
        {
            clause.TakeEverything();
            wishes.Note("Music goes down by itself under a voiceover, and comes up again behind it. Speech in a clip is not heard here: say how loud the music shall be, such as \"music at 15 %\", "
                + "or from when to when it shall play.");
            return;
        }

        if (clause.Peek(Sense.Unsupported) is { Value: "animate" })
        {
            clause.TakeAll(Sense.Unsupported, Sense.Make, Sense.Put, Sense.Still, Sense.It);
            wishes.Note(clause.Has(Sense.Title, Sense.Caption)
                ? "Titles can fade in, slide in, pop in or be typed: say \"make the title pop in\" or \"typewriter title\"."
                : "I cannot animate what is in a picture. Stills can move as a whole: say \"zoom in slowly\", \"pan left\" or \"some movement\".");
        }

        if (ClauseAsides.TakesOutOfThePicture(clause, wishes) || (clause.Has(Sense.Remove) && clause.Has(Sense.Media, Sense.ShotPlace) && MessagePatterns.InThePicture().IsMatch(wishes.Input.Message)))
        {
            clause.TakeEverything();
            wishes.Note("Nothing can be taken out of a picture here. It can be cropped, zoomed in on, or cut where the thing is not seen: say \"crop photo 2 a bit from the left\" for example.");
            return;
        }

        if (ClauseAsides.Invents(clause, wishes))
        {
            clause.TakeEverything();
            wishes.Note("I have no generative model, so nothing can be filmed or drawn anew here; I edit what is uploaded. The cloud backend (--backend cloud) makes footage from words.");
            return;
        }

        if (BackgroundReading.Read(clause, wishes) || CoverReading.Read(clause, wishes) || ClauseAsides.KeepsLength(clause, wishes))
        {
            return;
        }

        BrandReading.Use(clause, wishes);
        foreach (var recogniser in s_recognisers)
        {
            recogniser(clause, wishes);
        }
    }

    /// <summary>"don't touch the music": said only so that it stays. "don't use clip 2" takes something out.</summary>
    private static bool IsForbidden(Clause clause, Wishes wishes)
    {
        // "I don't want you to change the music" is no wish to lose it.
        if (clause.Peek(Sense.Remove) is { } wanted && (wanted.Text.StartsWith("do", StringComparison.OrdinalIgnoreCase) || wanted.Text.StartsWith("no ", StringComparison.OrdinalIgnoreCase)) && (wanted.Text.Contains("want", StringComparison.OrdinalIgnoreCase) || wanted.Text.Contains("need", StringComparison.OrdinalIgnoreCase))
            && clause.Terms.Any(term => term.Sense is Sense.To or Sense.Canvas or Sense.Length or Sense.Percent or Sense.Louder or Sense.Quieter or Sense.Faster or Sense.Slower
                or Sense.Make or Sense.Position or Sense.Lengthen or Sense.Shorten))
        {
            return true;
        }

        if (!clause.Has(Sense.Not))
        {
            return IsKeepingOrder(clause) || KeepsThings(clause);
        }

        // "and d neither": one more thing that is wrong.
        if (wishes.Mentioned.Count > 0 && clause.Has(Sense.Media, Sense.ShotPlace) && !clause.Terms.Any(term => term.Sense.IsAction()))
        {
            return false;
        }

        var takesOut = clause.Has(Sense.Add) && clause.Has(Sense.Media, Sense.ShotPlace);
        return !takesOut;
    }

    /// <summary>"make it look better": no thing is named that could be.</summary>
    private static bool IsVague(Clause clause, Wishes wishes) => clause.Has(Sense.Improve) && wishes.HasPictures
        && clause.Terms.All(term => term.Sense is Sense.Improve or Sense.Make or Sense.It or Sense.Video or Sense.Colour or Sense.More or Sense.Word or Sense.Mark or Sense.And
            or Sense.But or Sense.Slideshow or Sense.Clip or Sense.Still or Sense.All or Sense.Even or Sense.Praise or Sense.Put or Sense.Add);

    /// <summary>"the title stays": what lasts no time in particular is left as it is.</summary>
    private static bool Stays(Clause clause) => clause.Terms.LastOrDefault(term => term.Sense != Sense.Mark) is { Sense: Sense.For } last
        && last.Text.StartsWith("stay", StringComparison.OrdinalIgnoreCase);

    private static bool KeepsThings(Clause clause) => clause.Has(Sense.Keep)
        && clause.Terms.All(term => term.Sense is Sense.Keep or Sense.But or Sense.And or Sense.Then or Sense.Mark
            or Sense.Music or Sense.Title or Sense.Caption or Sense.Sound or Sense.Transition or Sense.Speed or Sense.Colour or Sense.Word or Sense.Each
            or Sense.All or Sense.Logo or Sense.Filter or Sense.Canvas) && clause.Terms.Any(term => term.Sense is not (Sense.Keep or Sense.Mark or Sense.Word));

    /// <summary>"keep the order I uploaded them in"</summary>
    private static bool IsKeepingOrder(Clause clause) => clause.Has(Sense.Keep) && clause.Has(Sense.Sequence) && !clause.Has(Sense.Media, Sense.ShotPlace, Sense.Stretch, Sense.Head, Sense.Tail, Sense.Moment, Sense.Number, Sense.Ordinal);

    /// <summary>"4:5, not vertical": what is denied beside what is wished is only the other half of the wish.</summary>
    private static void Contrasted(Clause clause)
    {
        var not = clause.IndexOf(Sense.Not);
        if (not < 0 || clause.SenseAt(not + 1) is not ({ } denied and (Sense.Canvas or Sense.Filter or Sense.Mood or Sense.MusicStyle or Sense.TransitionKind or Sense.Position
            or Sense.TextColour or Sense.Motion or Sense.Fit or Sense.Length or Sense.Quote or Sense.Media or Sense.ShotPlace or Sense.Start or Sense.End or Sense.Head or Sense.Tail or Sense.Stretch)))
        {
            return;
        }

        if (clause.Open.Any(index => index != not + 1 && clause.Terms[index].Sense == denied))
        {
            clause.TakeAt(not);
            clause.TakeAt(not + 1);
        }
    }

    /// <summary>"warm yellow": a shade of the colour, and no look of the picture.</summary>
    private static void Shaded(Clause clause)
    {
        foreach (var index in clause.Open.ToList())
        {
            if (clause.SenseAt(index) is Sense.Filter or Sense.Adjust && clause.SenseAt(index + 1) == Sense.TextColour)
            {
                clause.TakeAt(index);
            }
        }
    }

    private static bool IsUndo(Clause clause) => clause.Has(Sense.Undo)
        && !clause.Terms.Any(term => term.Sense is Sense.NormalSpeed or Sense.Title or Sense.Music or Sense.Filter or Sense.NoFilter or Sense.Canvas
            or Sense.Speed or Sense.Transition or Sense.TransitionKind or Sense.Fade or Sense.FadeInWord or Sense.FadeOutWord or Sense.Colour or Sense.Caption or Sense.Logo or Sense.Motion or Sense.Adjust or Sense.AdjustNoun
            or Sense.Rotate or Sense.Mirror or Sense.Backwards);

    private static int Undos(Clause clause)
    {
        var count = clause.Peek(Sense.Both) is not null ? 2
            : clause.Peek(Sense.Twice)?.Number ?? clause.Peek(Sense.Number, Sense.Times)?.Number ?? clause.Peek(Sense.ShotPlace)?.Second ?? 1;
        return Math.Clamp((int)count, 1, 100);
    }
}
