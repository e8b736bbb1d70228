using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>A first message that names files: exactly these are shown, in that order, each as long as is said of it or of all.
/// "kite, swing and slide, 4 s each", "只用a，b先不放".</summary>
internal static class FirstRow
{
    private const int MostUnknownWords = 5;

    /// <returns>How many clauses at the head of the first of these sentences it has read.</returns>
    public static int Read(IReadOnlyList<Sentence> sentences, Wishes wishes)
    {
        var sentence = sentences[0];
        if (wishes.HasTimeline || sentence.Clauses.Count == 0 || wishes.Operations.Any(operation => operation.Stage == EditStage.Shots))
        {
            return 0;
        }

        var clauses = sentence.Clauses.TakeWhile(clause => IsOfRow(clause, wishes)).ToList();
        if (clauses.Count == 0 && sentence.Clauses[0].Terms.Any(term => term is { Sense: Sense.Mark, Value: ":" }))
        {
            clauses = [sentence.Clauses[0]];
        }

        var terms = WithoutHeading(Wanted(clauses), wishes);
        if (LooseRow.NamesGroup(terms, wishes))
        {
            return 0;
        }

        if (AllBut(sentence, terms, wishes) is { Count: > 0 } remaining)
        {
            wishes.Add(new ArrangeShots([.. remaining.Select(asset => ShotReference.Of(asset.Id))], Others: false));
            wishes.WantsVideo = true;
            return clauses.Count;
        }

        if ((sentence.Asks && clauses.Sum(clause => clause.Terms.Count) == terms.Count) || !terms.TrueForAll(term => IsPart(term, wishes)) || FirstRowEntries.Of(terms, wishes) is not { Count: > 0 } entries)
        {
            return 0;
        }

        var rest = sentence.Clauses.Skip(clauses.Count).ToList();
        var named = entries.Select(entry => entry.Id).ToHashSet();
        if (!IsWhole(entries, terms, rest, wishes) || rest.Concat(sentences.Skip(1).SelectMany(other => other.Clauses)).Any(clause => ShowsOthers(clause, named, wishes)))
        {
            return 0;
        }

        wishes.Add(new ArrangeShots([.. entries.Select(entry => ShotReference.Of(entry.Id))], Others: false));
        if (entries.TrueForAll(entry => entry.IsShared && entry.Length == entries[0].Length))
        {
            wishes.Add(new SetShotLength(ShotReference.All, entries[0].Length));
            entries = [.. entries.Select(entry => entry with { Length = null })];
        }

        foreach (var entry in entries.Where(entry => entry.Length is not null).DistinctBy(entry => entry.Id))
        {
            wishes.Add(new SetShotLength(ShotReference.Of(entry.Id), entry.Length));
        }

        wishes.WantsVideo = true;
        wishes.Named.AddRange(entries.Select(entry => ShotReference.Of(entry.Id)));
        wishes.LastShot = ShotReference.Of(entries[^1].Id);
        wishes.Topic = Sense.Shot;
        return clauses.Count;
    }

    /// <summary>Lines and sentences that name a file each: "First a. Then b."</summary>
    public static IReadOnlyList<Sentence> Joined(IReadOnlyList<Sentence> sentences, Wishes wishes)
    {
        var result = new List<Sentence>();
        foreach (var said in sentences)
        {
            var sentence = wishes.HasTimeline ? said : said with { Clauses = [.. said.Clauses.SelectMany(clause => WithItsSound(clause, wishes))] };
            if (result.LastOrDefault() is { } before && !wishes.HasTimeline && IsList(sentence, wishes) && IsList(before, wishes) && (NamesOne(sentence, wishes) || StartsOn(sentence)))
            {
                result[^1] = before with { Clauses = [.. before.Clauses, .. sentence.Clauses.Select((clause, index) => index == 0 ? new Clause([new Term(Sense.Then), .. clause.Terms]) : clause)] };
                continue;
            }

            result.Add(sentence);
        }

        return result;
    }

    /// <summary>"a.mp4 with b.wav as music": the row, and what is heard with it.</summary>
    private static IEnumerable<Clause> WithItsSound(Clause clause, Wishes wishes)
    {
        var with = Enumerable.Range(1, Math.Max(0, clause.Terms.Count - 2)).FirstOrDefault(at => clause.Terms[at].Sense == Sense.With && wishes.IsSound(clause.Terms[at + 1]), -1);
        return with > 0 && clause.Terms.Take(with).All(term => IsPart(term, wishes)) && clause.Terms.Take(with).Any(wishes.IsPicture)
            ? [new Clause([.. clause.Terms.Take(with)]) { Inherited = clause.Inherited }, new Clause([.. clause.Terms.Skip(with)])]
            : [clause];
    }

    private static bool IsList(Sentence sentence, Wishes wishes) => sentence is { Asks: false, Clauses.Count: > 0 }
        && sentence.Clauses.All(clause => clause.Terms.All(term => IsPart(term, wishes)) && clause.Terms.Any(wishes.IsPicture));

    private static bool NamesOne(Sentence sentence, Wishes wishes) => sentence.Clauses.Sum(clause => clause.Terms.Count(wishes.IsPicture)) == 1
        && sentence.Clauses.All(clause => clause.Terms.All(term => wishes.IsPicture(term) || term.Sense is Sense.Mark or Sense.Length or Sense.For or Sense.Then or Sense.And or Sense.Last or Sense.Ordinal or Sense.EndWith or Sense.Whole));

    private static bool StartsOn(Sentence sentence) => sentence.Clauses[0].Terms[0].Sense is Sense.Then or Sense.Next;

    /// <summary>"play everything, but not c": what stays when some are left out.</summary>
    private static List<Asset>? AllBut(Sentence sentence, List<Term> terms, Wishes wishes)
    {
        var leftOut = sentence.Clauses.Where(clause => LeavesOut(clause.Terms, wishes)).SelectMany(clause => clause.Terms.Where(wishes.IsPicture)).Select(term => term.Value).ToHashSet();
        return leftOut.Count > 0 && !terms.Exists(wishes.IsPicture) && sentence.Clauses.All(clause => IsOfRow(clause, wishes)) && !terms.Exists(term => term.Sense is Sense.Length or Sense.Number)
            && terms.Exists(term => term.Sense is Sense.All or Sense.Video)
            ? [.. wishes.Input.Assets.Where(asset => ShotBuilder.IsShowable(asset) && !leftOut.Contains(asset.Id))]
            : null;
    }

    private static bool IsOfRow(Clause clause, Wishes wishes) => LeavesOut(clause.Terms, wishes) || clause.Terms.All(term => IsPart(term, wishes));

    public static bool IsPart(Term term, Wishes wishes) => wishes.IsPicture(term)
        || term.Sense is Sense.And or Sense.Then or Sense.Add or Sense.Put or Sense.Create or Sense.Make or Sense.Keep or Sense.Only or Sense.Still or Sense.Clip or Sense.Shot
            or Sense.Length or Sense.Number or Sense.Each or Sense.All or Sense.Both or Sense.Next or Sense.Sequence or Sense.Join or Sense.For or Sense.It or Sense.Whole or Sense.With
            or Sense.Word or Sense.Ordinal or Sense.Last or Sense.StartWith or Sense.EndWith or Sense.Praise or Sense.At or Sense.As or Sense.After
        || term is { Sense: Sense.Video, Value.Length: 0 } or { Sense: Sense.Mark };

    /// <summary>"leave c out for now"</summary>
    private static bool LeavesOut(IReadOnlyList<Term> terms, Wishes wishes) => terms.Any(wishes.IsPicture)
        && terms.Any(term => term.Sense is Sense.Not or Sense.No or Sense.Without or Sense.Remove or Sense.LeaveAlone or Sense.Leave)
        && terms.All(term => IsPart(term, wishes) || term.Sense is Sense.Not or Sense.No or Sense.Without or Sense.Remove or Sense.LeaveAlone or Sense.Leave or Sense.Off or Sense.But or Sense.For)
        && !terms.Any(term => term.Sense is Sense.Length or Sense.All or Sense.Other);

    private static List<Term> Wanted(IReadOnlyList<Clause> clauses)
    {
        var terms = new List<Term>();
        foreach (var clause in clauses)
        {
            var part = new List<Term>();
            foreach (var term in clause.Terms.Append(new Term(Sense.Mark, ",")))
            {
                part.Add(term);
                if (term is { Sense: Sense.Mark, Value: "," } or { Sense: Sense.But })
                {
                    // What is to stay out is not named as a part of the row.
                    terms.AddRange(part.Exists(said => said.Sense is Sense.Not or Sense.No or Sense.Without or Sense.Remove or Sense.LeaveAlone or Sense.Leave) ? [] : part);
                    part.Clear();
                }
            }

            if (terms is [.., { Sense: Sense.Mark, Value: ",", End: 0 }])
            {
                terms.RemoveAt(terms.Count - 1);
            }
        }

        return terms;
    }

    /// <summary>"how bread is made: dough, then oven": what it is about stands before the colon.</summary>
    private static List<Term> WithoutHeading(List<Term> terms, Wishes wishes)
    {
        var colon = terms.FindIndex(term => term is { Sense: Sense.Mark, Value: ":" });
        return colon > 0 && terms.Take(colon).Count(wishes.IsPicture) < 2 && terms.Skip(colon).Count(wishes.IsPicture) >= 2
            && !terms.Take(colon).Any(term => term.Sense is Sense.Title or Sense.Caption or Sense.Voiceover or Sense.Music or Sense.Quote or Sense.Length)
            ? terms.GetRange(colon + 1, terms.Count - colon - 1)
            : terms;
    }

    private static bool IsWhole(List<FirstRowEntry> entries, List<Term> terms, List<Clause> rest, Wishes wishes)
    {
        var shown = wishes.Input.Assets.Count(ShotBuilder.IsShowable);
        var uses = terms.Exists(term => term.Sense is Sense.Add or Sense.Keep or Sense.Only or Sense.Create or Sense.Put or Sense.Whole);
        if (entries.Count == 1)
        {
            uses = terms.Exists(term => term.Sense is Sense.Add or Sense.Keep or Sense.Only or Sense.Put or Sense.Whole);
            return shown > 1 && (uses || (terms.Count == 1 && rest.Exists(clause => clause.Terms.Any(wishes.IsSound))));
        }

        // "a 3 s, b 2 s" beside others gives two lengths, and says nothing of the others.
        var onlyLengths = entries.TrueForAll(entry => entry is { Length: not null, IsShared: false }) && entries.Count < shown && !uses && !terms.Exists(term => term.Sense == Sense.Then);
        return !onlyLengths && terms.Count(term => term.Sense == Sense.Word) <= MostUnknownWords;
    }

    private static bool ShowsOthers(Clause clause, HashSet<string> named, Wishes wishes) => !LeavesOut(clause.Terms, wishes)
        && !clause.Terms.Any(term => term.Sense is Sense.Position or Sense.Logo or Sense.PictureInPicture or Sense.Over)
        && clause.Terms.Any(term => wishes.IsPicture(term) && !named.Contains(term.Value));
}
