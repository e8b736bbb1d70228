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
        ShotRecogniser.Read,
        TimingRecogniser.Read,
        CreationRecogniser.Read,
    ];

    public static Wishes Read(TurnInput input, Language language)
    {
        var mask = ContentMask.Over(input.Message, input.Assets, language);
        var text = Tokenizer.Normalised(mask.Masked);
        var terms = TermReader.Read(Tokenizer.Cut(text), mask.Contents, language);
        var wishes = new Wishes(input, mask.Contents) { Topic = LastTopic(input) };
        foreach (var sentence in ClauseSplitter.Sentences(terms))
        {
            if (sentence.Asks)
            {
                wishes.SawQuestion = true;
                continue;
            }

            foreach (var clause in sentence.Clauses)
            {
                var before = wishes.Read;
                Read(clause, wishes);
                if (Leftover.In(clause, understood: wishes.Read > before) is { } part)
                {
                    wishes.NotUnderstood.Add(Leftover.Quoted(text, part, wishes));
                }
            }
        }

        return wishes;
    }

    private static void Read(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.LeaveAlone) || IsForbidden(clause))
        {
            wishes.SawLeaveAlone = true;
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

        foreach (var recogniser in s_recognisers)
        {
            recogniser(clause, wishes);
        }
    }

    /// <summary>"don't touch the music": said only so that it stays. "don't use clip 2" takes something out.</summary>
    private static bool IsForbidden(Clause clause)
    {
        if (!clause.Has(Sense.Not))
        {
            return clause.Has(Sense.Keep) && clause.Terms.All(term => term.Sense is Sense.Keep or Sense.But or Sense.And or Sense.Then or Sense.Mark
                or Sense.Music or Sense.Title or Sense.Caption or Sense.Sound or Sense.Transition or Sense.Speed or Sense.Colour or Sense.Word or Sense.Each
                or Sense.All or Sense.Logo or Sense.Filter or Sense.Canvas) && clause.Terms.Any(term => term.Sense is not (Sense.Keep or Sense.Mark or Sense.Word));
        }

        var takesOut = clause.Has(Sense.Add) && clause.Has(Sense.Media, Sense.ShotPlace);
        return !takesOut;
    }

    private static bool IsUndo(Clause clause) => clause.Has(Sense.Undo)
        && !clause.Terms.Any(term => term.Sense is Sense.NormalSpeed or Sense.Title or Sense.Music or Sense.Filter or Sense.NoFilter or Sense.Canvas
            or Sense.Speed or Sense.Transition or Sense.Colour or Sense.Caption or Sense.Logo or Sense.Motion);

    private static int Undos(Clause clause)
    {
        var count = clause.Peek(Sense.Both) is not null ? 2
            : clause.Peek(Sense.Twice)?.Number ?? clause.Peek(Sense.Number, Sense.Times)?.Number ?? clause.Peek(Sense.ShotPlace)?.Second ?? 1;
        return Math.Clamp((int)count, 1, 100);
    }

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
            : !now.Sounds(SoundRole.Music).SequenceEqual(sounds) ? Sense.Music
            : null;
    }
}
