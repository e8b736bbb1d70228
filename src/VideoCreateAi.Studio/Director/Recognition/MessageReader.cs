using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>From a message to wishes: content out, words to meanings, clauses to operations.</summary>
internal static class MessageReader
{
    public static Wishes Read(TurnInput sent, Language language)
    {
        var (repairs, message) = TextRepairs.In(sent.Message, sent.Current, language);
        var input = sent with { Message = message };
        var mask = ContentMask.Over(input.Message, input.Assets, language);
        var text = Tokenizer.Normalised(mask.Masked);
        var terms = NamedRanges.Spread(TermReader.Read(text, mask.Contents, language), input.Assets, input.Current is { IsEmpty: false });
        terms = input.Current is { IsEmpty: false } ? OnlyOfTheirKind.Shown([.. terms], input.Assets) : OnlyOfTheirKind.Named([.. terms], input.Assets);
        terms = MusicKinds.Joined(terms);
        terms = BareSeconds.Read(terms, input.Current?.Shots().Count ?? input.Assets.Count);
        var correction = Correction.IsSaid(terms);
        var wishes = new Wishes(input, mask.Contents) { Topic = LastTopic(input), Corrects = correction };
        wishes.Before = ShotBefore.Of(input);
        foreach (var repair in repairs)
        {
            wishes.Add(repair);
        }

        wishes.Subject = string.Join(' ', terms.Where(term => term.Sense is Sense.Word or Sense.Mood or Sense.Filter or Sense.Motion || (term.Sense == Sense.Faster && !wishes.HasPictures))
            .Select(term => term.Text));
        wishes.SpeaksOfBackground = BackgroundReading.IsSpokenOf(terms);
        wishes.SpeaksOfCaptions = terms.Any(term => term.Sense is Sense.Caption);
        terms = OwnSong.Named(Contrast.Settled(Totals.TakenOut(terms, out var total)), input.Assets, asset => SoundNames.IsSong(asset) && (!PlaysMusic(input) || Plays(input, asset)));
        var sentences = FirstRow.Joined(SplitSides.Joined(ClauseSplitter.Sentences([.. terms.Where(term => term is not { Sense: Sense.Mistake, Value: "correction" })])), wishes);
        if (total is { } length)
        {
            wishes.Add(new SetTotal(length));
            wishes.WantsVideo |= !wishes.HasTimeline;
        }

        sentences = LooseRow.Read(sentences, wishes) ?? sentences;
        var amends = repairs.Count == 0 && Amendments.Read(sentences, wishes);
        amends = amends || (repairs.Count == 0 && Correction.Redirect(terms, wishes));
        foreach (var (place, said) in sentences.Index().Where(_ => !amends))
        {
            wishes.Sentence++;
            wishes.SubjectBefore = [];
            var listed = FirstRow.Read([.. sentences.Skip(place)], wishes);
            listed = listed == 0 && !wishes.HasTimeline ? TrimmedRow.Read(said, wishes) : listed;
            var sentence = listed > 0 ? said with { Asks = false, Clauses = [.. said.Clauses.Skip(listed)] } : Addressed.Spread(said);
            if (sentence.Asks && wishes.Operations.Count > 0 && sentence.Clauses.All(clause => clause.Terms.All(term => term.Sense is Sense.It or Sense.Mark or Sense.Word || term is { Sense: Sense.Question, Value.Length: 0 })) && sentence.Clauses.Sum(clause => clause.Terms.Count(term => term.Sense == Sense.Word)) <= 2)
            {
                // "is that possible?": what is done is the answer.
                continue;
            }

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
                    ClauseReader.Read(meant, wishes);
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
