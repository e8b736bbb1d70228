using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Short answers to questions, from what stands on the timeline.</summary>
internal static class Answers
{
    private const int MostListed = 12;

    // The first row whose word stands in the question answers it.
    private static readonly (Func<Clause, bool> Asks, Func<VideoTimeline, string> Answer)[] s_rows =
    [
        (clause => clause.Has(Sense.Music, Sense.MusicStyle, Sense.Mood), Music),
        (clause => clause.Has(Sense.Voiceover, Sense.Sound, Sense.Effect), Sounds),
        (clause => clause.Has(Sense.Title), timeline => Texts(timeline, TextRole.Title, "title")),
        (clause => clause.Has(Sense.Caption), timeline => Texts(timeline, TextRole.Caption, "caption")),
        (clause => clause.Has(Sense.Transition, Sense.TransitionKind, Sense.Fade), Transitions),
        (clause => clause.Has(Sense.Canvas, Sense.Resolution, Sense.Size, Sense.Rate) || clause.Terms.Any(term => term is { Sense: Sense.Question, Value: "size" }), timeline =>
            $"It is {timeline.Canvas.Width}×{timeline.Canvas.Height} at {timeline.Canvas.FramesPerSecond} frames per second."),
        (clause => clause.Terms.Any(term => term is { Sense: Sense.Question, Value: "length" }), timeline => $"The video is {Words.Seconds(timeline.ProgrammeEnd())} long."),
        (clause => clause.Has(Sense.Still, Sense.Clip, Sense.Shot, Sense.Sequence, Sense.ShotPlace, Sense.Media), Shots),
    ];

    public static string To(Sentence sentence, string masked, Wishes wishes)
    {
        var terms = sentence.Clauses.SelectMany(clause => clause.Terms).ToList();
        var asked = terms.FirstOrDefault(term => term.Sense == Sense.Question && term.Value.Length > 0);
        if (asked is { Value: "abilities" })
        {
            return "I arrange pictures and clips, cut and time them, set the shape of the video, and add titles, captions, music, transitions and looks. "
                + "Say for example: \"make it 20 seconds, vertical, with calm music and the title 'Summer' for the first 3 seconds\".";
        }

        if (asked is { Value: "ideas" })
        {
            return wishes.Input.Current is { IsEmpty: false } made ? Ideas.For(made) : Replies.WhatNow(wishes.Input);
        }

        if (asked is { Value: "how" } && terms.Find(term => term.At >= asked.End) is not null)
        {
            return $"Just say it: \"{Leftover.Quoted(masked, (asked.End, terms.Max(term => term.End)), wishes)}\". Nothing is changed yet.";
        }

        if (wishes.Input.Current is not { IsEmpty: false } now)
        {
            return Replies.Describe(wishes.Input);
        }

        if (asked is { Value: "shots" })
        {
            return $"{Shots(now)} {Replies.Describe(wishes.Input)}";
        }

        return s_rows.FirstOrDefault(row => sentence.Clauses.Any(row.Asks)).Answer?.Invoke(now) ?? Replies.Describe(wishes.Input);
    }

    private static string Music(VideoTimeline timeline) => timeline.Sounds(SoundRole.Music) is { Count: > 0 } music
        ? $"The music is {string.Join(" and ", music.Select(Sound))}."
        : "There is no music.";

    private static string Sounds(VideoTimeline timeline)
    {
        var sounds = timeline.SoundTracks.SelectMany(track => track.Segments).ToList();
        return sounds.Count == 0 ? "No sound is laid under the video." : $"These sounds are laid under the video: {string.Join(", ", sounds.Take(MostListed).Select(Sound))}.";
    }

    private static string Sound(SoundSegment sound) =>
        $"{sound.Name} ({Words.Range(sound.Range)}, {Words.Percent(sound.Volume)}{(sound.Mood is null ? "" : ", composed for this video")})";

    private static string Texts(VideoTimeline timeline, TextRole role, string word)
    {
        var texts = timeline.Texts(role).OrderBy(text => text.Range.Start).ToList();
        return texts.Count == 0 ? $"There is no {word}."
            : $"There {(texts.Count == 1 ? "is" : "are")} {Words.Count(texts.Count, word)}: {string.Join(", ", texts.Take(MostListed).Select(text => $"\"{text.Text}\" ({Words.Range(text.Range)})"))}.";
    }

    private static string Transitions(VideoTimeline timeline)
    {
        var kinds = timeline.Shots().Select(shot => shot.Transition).OfType<Transition>().GroupBy(transition => transition.Kind).Select(kind => Words.Count(kind.Count(), kind.Key)).ToList();
        return kinds.Count == 0 ? "There are no transitions, only hard cuts." : $"There are {string.Join(" and ", kinds)}.";
    }

    private static string Shots(VideoTimeline timeline)
    {
        var shots = timeline.Shots();
        var listed = shots.Take(MostListed).Select((shot, index) => $"{index + 1}. {shot.Name} ({Words.Range(shot.SlotRange())})");
        return $"{Words.Count(shots.Count, "shot")}: {string.Join(", ", listed)}{(shots.Count > MostListed ? ", …" : "")}.";
    }
}
