namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>What a comma, an "and" or a "then" parts, and what it joins.</summary>
internal static class Separators
{
    /// <summary>Whether the words behind a comma, an "and" or a "then" are a wish of their own.</summary>
    /// <param name="atoms">What was parted so far; the last is what stands before the separator.</param>
    public static bool BeginAClause(List<Term> terms, int separator, List<List<Term>> atoms)
    {
        var atom = atoms[^1];
        var staysTogether = JoinsBothEnds(terms, separator)
            || TextLeads.Leads(terms, separator, atom)
            || AwaitsItsWords(terms, separator, atom)
            || BringsItsWords(terms, separator, atom)
            || IsListOfShots(terms, separator, atom)
            || SharesItsVerb(terms, separator, atom)
            || IsInsideBetween(atom, terms[separator]);
        return !staysTogether && (StartsOwnClause(terms, separator)
            || StartsWithSpeed(terms, separator, atom)
            || SparesAnother(terms, separator, atom)
            || PlacesAnother(terms, separator, atom)
            || GoesSomewhere(terms, separator, atom)
            || LeavesAlone(terms[separator], atom)
            || GivesAShotItsLength(terms, separator, atoms)
            || TellsOfTheRest(terms, separator, atom)
            || GoesOnToAnother(terms, separator, atom));
    }

    /// <summary>"a fade at the start and the end"</summary>
    private static bool JoinsBothEnds(List<Term> terms, int separator) => terms[separator].Sense == Sense.And && separator > 0 && terms[separator - 1].Sense is Sense.Start or Sense.End
        && terms.Skip(separator + 1).Take(2).Any(term => term.Sense is Sense.Start or Sense.End) && terms[separator].Text.Length > 0;

    /// <summary>顺序别变，每张5秒: what stays ends with the comma.</summary>
    private static bool LeavesAlone(Term separator, List<Term> atom) => separator is { Sense: Sense.Mark, Value: "," } && atom.Exists(term => term.Sense == Sense.LeaveAlone);

    /// <summary>"add a voiceover, 'Welcome'", 标题放最上面，写“开饭了”: what follows the comma is what is spoken or shown.</summary>
    private static bool AwaitsItsWords(List<Term> terms, int separator, List<Term> atom) => (terms[separator] is { Sense: Sense.Mark, Value: "," or ":" } || (terms[separator].Sense == Sense.And && atom.Exists(term => term.Sense == Sense.Title)))
        && !atom.Exists(term => term.Sense is Sense.Quote or Sense.Narration or Sense.Remove or Sense.Replace)
        && (SpeaksOfCaptions(atom) || PointsToItsWords(atom) || (atom.Exists(term => term.Sense == Sense.Voiceover) != atom.Exists(term => term.Sense == Sense.Title)))
        && terms.Skip(separator + 1).FirstOrDefault(term => !IsPointOfText(term))?.Sense is Sense.Quote or Sense.Narration;

    /// <summary>"a lower third on the talk with 'Dr. Obi'": the words of the text that was just spoken of.</summary>
    private static bool BringsItsWords(List<Term> terms, int separator, List<Term> atom) => terms[separator].Sense == Sense.With && separator + 1 < terms.Count && terms[separator + 1].Sense == Sense.Quote
        && atom.Exists(term => term.Sense is Sense.Title or Sense.Caption) && !atom.Exists(term => term.Sense is Sense.Quote or Sense.Remove or Sense.Replace);

    /// <summary>加字幕，0到3秒“开门”: captions, and no words of theirs yet.</summary>
    private static bool SpeaksOfCaptions(List<Term> atom) => atom.Exists(term => term.Sense == Sense.Caption) && atom.Exists(term => term.Sense is Sense.Add or Sense.Put or Sense.Make or Sense.Create);

    /// <summary>"for the first 3 seconds at the top, in yellow, 'To let'": nothing else can be there.</summary>
    private static bool PointsToItsWords(List<Term> atom) => atom.TrueForAll(term => IsPointOfText(term) || term.Sense is Sense.Mark or Sense.And or Sense.Then)
        && atom.Exists(term => term.Sense is Sense.Position or Sense.TextColour) && !atom.Exists(term => term.Sense is Sense.Voiceover);

    /// <summary>What may stand between a title or a voice and its words.</summary>
    private static bool IsPointOfText(Term term) => term.Sense is Sense.Word or Sense.Voiceover or Sense.For or Sense.From or Sense.At or Sense.Length or Sense.Moment or Sense.Head or Sense.Tail
        or Sense.Stretch or Sense.Position or Sense.TextColour or Sense.TextSize or Sense.Animation or Sense.And or Sense.It or Sense.Whole or Sense.Start or Sense.End or Sense.To || (term is { Sense: Sense.Mark, Value: "," or ":" } or { Sense: Sense.Put or Sense.Add } && Scripts.IsRunning(term.Text.FirstOrDefault()) )
        || term is { Sense: Sense.Mark, Value: ":" };

    /// <summary>Whether a head comes before the next separator.</summary>
    private static bool StartsOwnClause(List<Term> terms, int separator)
    {
        // "no subtitles any more, no shield either"
        if (separator + 2 < terms.Count && terms[separator + 1].Sense is Sense.No && terms[separator + 2].Sense == Sense.Media)
        {
            return true;
        }

        for (var index = separator + 1; index < terms.Count; index++)
        {
            // "c, a and b in a row": what is said of a list belongs to the whole list.
            if (terms[index].Sense.IsHead() && terms[index].Sense is not (Sense.Join or Sense.Sequence))
            {
                return true;
            }

            if (terms[index] is { Sense: Sense.Mark, Value: "," } or { Sense: Sense.Then or Sense.But or Sense.With or Sense.And or Sense.Without })
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"trim it to 3-23 s, then double the speed"</summary>
    private static bool StartsWithSpeed(List<Term> terms, int separator, List<Term> atom) => atom.Exists(term => term.Sense is Sense.Cut or Sense.Keep or Sense.Remove or Sense.Join or Sense.Put)
        && terms.Skip(separator + 1).Take(4).TakeWhile(term => term.Sense is not (Sense.Mark or Sense.And)).Any(term => term.Sense == Sense.Speed);

    /// <summary>"a out, b in front of c": the second is moved, with no word for it.</summary>
    private static bool PlacesAnother(List<Term> terms, int separator, List<Term> atom) => terms[separator] is { Sense: Sense.Mark, Value: "," } && separator + 2 < terms.Count
        && IsShot(terms[separator + 1]) && terms[separator + 2].Sense is Sense.Before or Sense.After or Sense.Between && atom.Exists(IsShot) && atom.Exists(term => term.Sense is Sense.Remove or Sense.Mute or Sense.Cut);

    /// <summary>"the second one darker, then to the end", 把第二张调亮然后放到最后</summary>
    private static bool GoesSomewhere(List<Term> terms, int separator, List<Term> atom)
    {
        var at = separator;
        while (Measures.At(terms, at)?.Sense is Sense.Mark or Sense.And or Sense.Then or Sense.Put or Sense.At or Sense.To)
        {
            at++;
        }

        return Measures.At(terms, at)?.Sense is Sense.Start or Sense.End or Sense.Ordinal or Sense.Last && Measures.At(terms, at + 1)?.Sense is null or Sense.Mark
            && terms.GetRange(separator, at - separator).Exists(term => term.Sense == Sense.Then)
            && atom.Exists(IsShot) && atom.Exists(term => term.Sense is Sense.Adjust or Sense.Filter or Sense.Motion or Sense.Rotate or Sense.Mirror or Sense.Backwards or Sense.Faster or Sense.Slower or Sense.Mute);
    }

    /// <summary>"a backwards, b as usual": nothing is asked of the other.</summary>
    private static bool SparesAnother(List<Term> terms, int separator, List<Term> atom)
    {
        if (terms[separator] is not { Sense: Sense.Mark, Value: "," } || separator + 2 >= terms.Count || !IsShot(terms[separator + 1]) || !atom.Exists(IsShot) || !atom.Exists(term => term.Sense.IsAction()))
        {
            return false;
        }

        var rest = terms.Skip(separator + 2).TakeWhile(term => term.Sense is not Sense.Mark).ToList();
        return rest.Count is > 0 and <= 4 && rest.TrueForAll(term => term.Sense is Sense.Word or Sense.NormalSpeed or Sense.LeaveAlone or Sense.As);
    }

    /// <summary>"15 seconds in all, harbour.jpg 7 seconds", "the second photo 5 s and the last one to 1 s"</summary>
    private static bool GivesAShotItsLength(List<Term> terms, int separator, List<List<Term>> atoms)
    {
        var atom = atoms[^1];
        var shot = separator + 1;
        if (shot >= terms.Count || !IsShot(terms[shot]))
        {
            return false;
        }

        var lasts = shot + 1 < terms.Count && terms[shot + 1].Sense is Sense.For or Sense.Lengthen or Sense.Shorten;
        var length = shot + (shot + 1 < terms.Count && (lasts || terms[shot + 1].Sense == Sense.To) ? 2 : 1);
        length += lasts && length < terms.Count && terms[length] is { Sense: Sense.Mark, Value: "," } ? 1 : 0;
        if (length >= terms.Count || terms[length].Sense != Sense.Length)
        {
            return false;
        }

        // "the ring 6 s with a slow zoom, the cake 2 s": the list of lengths goes on.
        var goesOn = atom.TrueForAll(term => !IsShot(term)) && atoms.Count > 1 && atoms[^2].Exists(IsShot) && atoms[^2].Exists(term => term.Sense == Sense.Length);
        return goesOn || (lasts && atom.Exists(term => term.Sense is Sense.Put or Sense.Remove or Sense.Swap))
            || (atom.Exists(term => term.Sense == Sense.Length) && (terms[shot].Sense == Sense.ShotPlace || !atom.Exists(IsShot)));
    }

    /// <summary>第三张不要，剩下的平分18秒: what is said of the rest is said of nothing before.</summary>
    private static bool TellsOfTheRest(List<Term> terms, int separator, List<Term> atom)
    {
        if (terms[separator] is not { Sense: Sense.Mark, Value: "," } || separator + 1 >= terms.Count || terms[separator + 1].Sense != Sense.Other || !atom.Exists(term => term.Sense is Sense.Remove or Sense.Cut or Sense.Keep))
        {
            return false;
        }

        var end = terms.FindIndex(separator + 1, term => term.Sense is Sense.Mark or Sense.Then);
        return terms.GetRange(separator, (end < 0 ? terms.Count : end) - separator).Exists(term => term.Sense is Sense.Even or Sense.Length);
    }

    /// <summary>"b out, c before a", "drop b, c 5 s": what is removed is removed alone.</summary>
    private static bool GoesOnToAnother(List<Term> terms, int separator, List<Term> atom)
    {
        if (!atom.Exists(IsShot) || atom[^1].Sense != Sense.Remove || separator + 2 >= terms.Count || !(IsShot(terms[separator + 1]) || terms[separator + 1].Sense == Sense.Other))
        {
            return false;
        }

        var end = terms.FindIndex(separator + 1, term => term is { Sense: Sense.Mark, Value: "," } or { Sense: Sense.Then or Sense.But });
        return terms.GetRange(separator + 1, (end < 0 ? terms.Count : end) - separator - 1).Exists(term => term.Sense is Sense.Before or Sense.After or Sense.Start or Sense.End or Sense.Length or Sense.Ordinal or Sense.Last);
    }

    /// <summary>"make photos 2 and 3 warmer": what follows is said of all of them.</summary>
    private static bool IsListOfShots(List<Term> terms, int separator, List<Term> atom) => separator + 1 < terms.Count && IsShot(terms[separator + 1])
        && atom.Exists(term => IsShot(term) || term.Sense is Sense.Ordinal or Sense.Last)
        && atom.TrueForAll(term => IsShot(term) || term.Sense is Sense.Ordinal or Sense.Last or Sense.Make or Sense.And or Sense.Mark || term is { Sense: Sense.Cut, Text: "take" or "Take" });

    /// <summary>"a and b can go", "the first 3 s and the last 5 s are cut": the verb behind the list is of all of it.</summary>
    private static bool SharesItsVerb(List<Term> terms, int separator, List<Term> atom)
    {
        // "before 15 s and after 1:00 can go"
        var isOfEdges = atom.Exists(term => term.Sense is Sense.Before or Sense.After) && atom.Exists(term => term.Sense is Sense.Length or Sense.Moment) && !atom.Exists(IsShot)
            && Measures.At(terms, separator + 1)?.Sense is Sense.Before or Sense.After && Measures.At(terms, separator + 2)?.Sense is Sense.Length or Sense.Moment;
        if (isOfEdges && atom.TrueForAll(term => IsPartOfList(term) || term.Sense is Sense.Before or Sense.After)
            && terms.Skip(separator + 3).TakeWhile(term => term.Sense is Sense.All or Sense.Each or Sense.Remove or Sense.Cut or Sense.It or Sense.Video or Sense.Word).Any(term => term.Sense is Sense.Remove or Sense.Cut))
        {
            return true;
        }

        if (terms[separator] is not ({ Sense: Sense.And } or { Sense: Sense.Mark, Value: "," }) || !(atom.Exists(IsReference) || atom is [.., { Sense: Sense.At }, { Sense: Sense.Length or Sense.Moment or Sense.Number }])
            || !atom.TrueForAll(term => IsPartOfList(term) || (term.Sense == Sense.But && ReferenceEquals(term, atom[0]))))
        {
            return false;
        }

        // A length beside a shot is its own, and told: "lamp.jpg 3 s, sofa.jpg 4 s, then cut".
        if (atom.Exists(IsShot) && atom.Exists(term => term.Sense is Sense.Length or Sense.Number))
        {
            return false;
        }

        var seen = false;
        for (var index = separator + 1; index < terms.Count; index++)
        {
            if (seen && terms[index].Sense is Sense.Remove or Sense.Cut or Sense.Keep or Sense.Mute or Sense.Duplicate or Sense.Swap or Sense.Restore or Sense.Backwards or Sense.Split or Sense.Join or Sense.Add)
            {
                return index + 1 >= terms.Count || !IsReference(terms[index + 1]);
            }

            if (!IsPartOfList(terms[index]))
            {
                return false;
            }

            seen = seen || IsReference(terms[index]);
        }

        return false;
    }

    private static bool IsReference(Term term) => IsShot(term) || term.Sense is Sense.Length or Sense.Moment || term.Sense is Sense.Head or Sense.Tail or Sense.Stretch or Sense.Ordinal or Sense.Last;

    private static bool IsPartOfList(Term term) => IsReference(term)
        || term.Sense is Sense.And or Sense.From or Sense.At or Sense.Clip or Sense.Still or Sense.Shot or Sense.Video or Sense.Word or Sense.Both or Sense.All or Sense.Each or Sense.Number or Sense.It
        || term is { Sense: Sense.Mark, Value: "," };

    private static bool IsShot(Term term) => term.Sense is Sense.Media or Sense.ShotPlace;

    private static bool IsInsideBetween(List<Term> atom, Term separator) =>
        separator.Sense == Sense.And && atom.Count > 0 && atom.TakeLast(3).Any(term => term.Sense == Sense.Between);
}
