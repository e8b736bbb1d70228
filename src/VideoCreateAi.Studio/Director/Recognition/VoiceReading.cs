using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What is to be spoken.</summary>
internal static class VoiceReading
{
    public static bool Read(Clause clause, Wishes wishes)
    {
        if (wishes.AwaitsVoice && !clause.Has(Sense.Voiceover, Sense.Narration, Sense.Title, Sense.Caption) && clause.Has(Sense.Quote))
        {
            wishes.AwaitsVoice = false;
            wishes.Add(new AddSound(SoundRole.Voiceover, null, clause.Take(Sense.Quote)!.Value, SoundPlace.StartOf(clause) ?? TimeSpan.Zero));
            clause.TakeAll(Sense.Add, Sense.Script, Sense.It);
            return true;
        }

        if (!clause.Has(Sense.Voiceover, Sense.Narration) || (clause.Has(Sense.Caption) && !clause.Has(Sense.Narration, Sense.Quote) && HasWords(wishes)))
        {
            return false;
        }

        var text = clause.Take(Sense.Narration) ?? (clause.Has(Sense.Title) ? null : clause.Take(Sense.Quote));
        if (text is not null)
        {
            clause.TakeAll(Sense.Voiceover, Sense.Sound, Sense.Add);
            var isAtEnd = wishes.VoiceAtEnd || clause.Has(Sense.End, Sense.EndWith);
            wishes.Add(new AddSound(SoundRole.Voiceover, null, text.Value, SoundPlace.StartOf(clause) ?? TimeSpan.Zero)
            {
                During = SoundPlace.Shot(clause, wishes), OnePerShot = PlacedLines.IsOnePerShot(clause), AtEnd = isAtEnd,
            });
            if (clause.Take(Sense.Caption) is not null)
            {
                wishes.Add(new CaptionVoice(LookReading.Take(clause, 0, int.MaxValue)));
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
        if (wishes.Contents.Any(content => content.Sense == Sense.Narration) && !wishes.Operations.OfType<AddSound>().Any(sound => sound.Text is not null))
        {
            // Its words follow: "I'd like a voice at the end. Can you say it? …"
            wishes.VoiceAtEnd = clause.Has(Sense.End, Sense.Last, Sense.EndWith);
            clause.TakeEverything();
            wishes.Understood();
            return true;
        }

        clause.TakeAll(Sense.Voiceover, Sense.Add, Sense.Make, Sense.Create, Sense.With, Sense.Title);
        if (unused.FirstOrDefault(asset => SoundNames.IsSpoken(asset.Name)) is { } recording)
        {
            wishes.Add(new AddSound(SoundRole.Voiceover, recording.Id, null, TimeSpan.Zero));
            return true;
        }

        wishes.AwaitsVoice = wishes.Contents.Any(content => content.Sense == Sense.Quote) && !wishes.Operations.Any(operation => operation is AddTitle or AddCaptions);
        if (wishes.AwaitsVoice)
        {
            return true;
        }

        wishes.Note("A voiceover needs its words: say \"add a voiceover that says …\". "
            + (unused.Count > 0 ? $"{unused[0].Name} is uploaded and nothing uses it yet: say \"use {unused[0].Name} as narration\" if that is the voice."
                : "Or upload a recording and say \"use voice.mp3 as narration\"."));
        return true;
    }

    public static bool HasWords(Wishes wishes) =>
        wishes.Operations.OfType<AddSound>().Any(sound => sound.Text is not null)
        || wishes.Contents.Any(content => content.Sense == Sense.Narration)
        || wishes.Input.Current?.Sounds(SoundRole.Voiceover).Any(voice => voice.Text is not null) == true;
}
