using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>From a message to wishes: content out, words to meanings, clauses to operations.</summary>
internal static class MessageReader
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

    public static Wishes Read(TurnInput input, Language language)
    {
        var mask = ContentMask.Over(input.Message, input.Assets, language);
        var text = Tokenizer.Normalised(mask.Masked);
        var terms = NamedRanges.Spread(TermReader.Read(text, mask.Contents, language), input.Assets, input.Current is { IsEmpty: false });
        terms = input.Current is { IsEmpty: false } ? terms : OnlyOfTheirKind.Named([.. terms], input.Assets);
        terms = BareSeconds.Read(terms, input.Current?.Shots().Count ?? input.Assets.Count);
        var correction = Correction.IsSaid(terms);
        var wishes = new Wishes(input, mask.Contents) { Topic = LastTopic(input), Corrects = correction };
        wishes.Subject = string.Join(' ', terms.Where(term => term.Sense is Sense.Word or Sense.Mood or Sense.Filter or Sense.Motion || (term.Sense == Sense.Faster && !wishes.HasPictures))
            .Select(term => term.Text));
        wishes.SpeaksOfCaptions = terms.Any(term => term.Sense is Sense.Caption);
        terms = OwnSong.Named(Contrast.Settled(terms), input.Assets, asset => SoundNames.IsSong(asset) && (!PlaysMusic(input) || Plays(input, asset)));
        var sentences = FirstRow.Joined(SplitSides.Joined(ClauseSplitter.Sentences([.. terms.Where(term => term is not { Sense: Sense.Mistake, Value: "correction" })])), wishes);
        var amends = Amendments.Read(sentences, wishes);
        foreach (var (place, said) in sentences.Index().Where(_ => !amends))
        {
            wishes.Sentence++;
            wishes.SubjectBefore = [];
            var listed = FirstRow.Read([.. sentences.Skip(place)], wishes);
            var sentence = listed > 0 ? said with { Asks = false, Clauses = [.. said.Clauses.Skip(listed)] } : Addressed.Spread(said);
            if (sentence.Asks)
            {
                wishes.SawQuestion = true;
                wishes.Note(Answers.To(sentence, text, wishes));
                continue;
            }

            if (listed == 0 && BrandReading.Save(sentence, wishes))
            {
                continue;
            }

            var asked = wishes.Operations.Count;
            foreach (var clause in sentence.Clauses)
            {
                foreach (var meant in Antecedents.Resolved(clause, wishes))
                {
                    var before = wishes.Read;
                    Read(meant, wishes);
                    Antecedents.Remember(meant, wishes, understood: wishes.Read > before);
                    if (Leftover.In(meant, understood: wishes.Read > before) is { } part)
                    {
                        wishes.NotUnderstood.Add(Leftover.Quoted(text, part, wishes));
                    }
                }
            }

            if (sentence.HasMark && wishes.Operations.Count > asked)
            {
                wishes.Asked = (asked, wishes.Operations.Count - asked);
            }
        }

        if (correction)
        {
            Correction.Choose(terms, wishes);
        }

        if (correction && !amends && Correction.OfTheLast(wishes))
        {
            wishes.Undos = 1;
        }

        wishes.WantsVideo |= SaysWhatToShow(terms, wishes);
        Finishing.Complete(wishes);
        if (wishes.SawExport && wishes.Operations.Count == 0)
        {
            wishes.Note("Exporting is a step of its own and changes nothing here: export the video, and choose format, size and resolution there.");
        }

        return wishes;
    }

    private static bool PlaysMusic(TurnInput input) => input.Current?.Sounds(SoundRole.Music).Count > 0;

    private static bool Plays(TurnInput input, Asset asset) => input.Current?.Sounds(SoundRole.Music).Any(sound => sound.Source == asset.Id) == true;

    private static void Read(Clause clause, Wishes wishes)
    {
        wishes.Praise ??= clause.Take(Sense.Praise);
        Contrasted(clause);
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
            clause.TakeEverything();
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
            wishes.Undos += Undos(clause);
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

    private static bool IsUndo(Clause clause) => clause.Has(Sense.Undo)
        && !clause.Terms.Any(term => term.Sense is Sense.NormalSpeed or Sense.Title or Sense.Music or Sense.Filter or Sense.NoFilter or Sense.Canvas
            or Sense.Speed or Sense.Transition or Sense.TransitionKind or Sense.Fade or Sense.FadeInWord or Sense.FadeOutWord or Sense.Colour or Sense.Caption or Sense.Logo or Sense.Motion or Sense.Adjust or Sense.AdjustNoun);

    private static int Undos(Clause clause)
    {
        var count = clause.Peek(Sense.Both) is not null ? 2
            : clause.Peek(Sense.Twice)?.Number ?? clause.Peek(Sense.Number, Sense.Times)?.Number ?? clause.Peek(Sense.ShotPlace)?.Second ?? 1;
        return Math.Clamp((int)count, 1, 100);
    }

    /// <summary>Files alone and a first word about them: whoever has nothing else to ask wants to see them in a row.</summary>
    private static bool SaysWhatToShow(IReadOnlyList<Term> terms, Wishes wishes) => !wishes.HasTimeline && wishes.HasPictures && wishes.Operations.Count == 0 && wishes.Notes.Count == 0
        && wishes is { SawQuestion: false, SawExport: false, SawLeaveAlone: false, Praise: null, Brand: null, Undos: 0, Redos: 0 }
        && !terms.Any(term => term is { Sense: Sense.Unsupported or Sense.Question } or { Sense: Sense.Mark, Value: "?" })
        && terms.Any(term => term.Sense is Sense.Media or Sense.All or Sense.Both or Sense.Each or Sense.Still or Sense.Clip or Sense.Shot or Sense.Video or Sense.Sequence or Sense.Join or Sense.Number);

    /// <summary>What the message before changed is what "it" means now.</summary>
    private static Sense? LastTopic(TurnInput input)
    {
        if (input.Current is not { } now || input.Previous.Count == 0)
        {
            return null;
        }

        var before = input.Previous[0];
        var texts = before?.Texts(TextRole.Title) ?? [];
        var sounds = before?.Sounds(SoundRole.Music) ?? [];
        return !now.Texts(TextRole.Title).SequenceEqual(texts) ? Sense.Title
            : !now.Overlays().SequenceEqual(before?.Overlays() ?? []) ? Sense.Logo
            : !now.Sounds(SoundRole.Music).SequenceEqual(sounds) ? Sense.Music
            : null;
    }
}
