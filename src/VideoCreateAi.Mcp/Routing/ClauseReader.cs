using System.Numerics;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>Cuts the cues of a message into clauses: at stops, at "then", and at "and" when a new step begins after it.</summary>
internal static class ClauseReader
{
    private const Cue Verbs = Cue.Export | Cue.Transfer | Cue.Edit | Cue.Create | Cue.Show | Cue.Hand | Cue.Ask | Cue.Want;
    private const Cue Opens = Verbs | Cue.Cost | Cue.If | Cue.Polite | Cue.Not | Cue.Quantity | Cue.Before | Cue.Finish;
    private const Cue Orders = Cue.Export | Cue.Transfer | Cue.Edit | Cue.Create | Cue.Show | Cue.Hand | Cue.Polite;
    private const Cue Named = Cue.Export | Cue.Hand | Cue.Transfer;
    private const Cue Meaning = ~(Cue.Word | Cue.Question | Cue.Past);

    // Verb cues sit at bits 1-8, their head cues at 53-60 in the order below.
    private static readonly (Cue Verb, Cue Head)[] s_heads =
    [
        (Cue.Ask, Cue.HeadAsk), (Cue.Want, Cue.HeadWant), (Cue.Hand, Cue.HeadHand), (Cue.Export, Cue.HeadExport), (Cue.Transfer, Cue.HeadTransfer),
        (Cue.Show, Cue.HeadShow), (Cue.Edit, Cue.HeadEdit), (Cue.Create, Cue.HeadCreate),
    ];

    public static void Read(Lexicon lexicon, List<CueToken> tokens, List<Clause> clauses)
    {
        var clause = default(Clause);
        var cancelled = false;
        var lastVerb = Cue.None;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var cue = token.Cue;
            if (token.IsStop)
            {
                clause.Cues |= cue;
                clause.End = token.End;
                Close(clauses, ref clause, ref cancelled, ref lastVerb);
                continue;
            }

            if (Splits(tokens, i, clause))
            {
                Close(clauses, ref clause, ref cancelled, ref lastVerb);
            }

            if ((cue & Cue.Widget) != 0 && (lastVerb & Named) != 0 && i > 0 && tokens[i - 1].Cue == lastVerb)
            {
                // "download button", "upload animation": a thing to be seen, no order.
                clause.Cues = Without(clause.Cues, lastVerb) | Cue.Feature;
            }

            if (token.Mention >= 0)
            {
                clause.FirstMention = clause.Mentions++ == 0 ? token.Mention : clause.FirstMention;
            }

            clause.Start = clause.Tokens++ == 0 ? token.Start : clause.Start;
            clause.End = token.End;
            if (cue == Cue.None)
            {
                clause.Unknown += token.End - token.Start;
            }

            if (cancelled || (clause.Cues & (Cue.Topic | Cue.Says)) != 0)
            {
                cue &= Cue.Question | Cue.Path | Cue.Url | Cue.Bare | Cue.Closes;
            }

            if ((cue & Cue.Not) != 0)
            {
                cancelled = true;
                clause.Negated = true;
            }

            if ((cue & Cue.NotBack) != 0)
            {
                clause.Cues &= Cue.Word | Cue.Path | Cue.Url;
                clause.Negated = true;
                lastVerb = Cue.None;
            }

            if (clause.Tokens == 1 || (clause.Cues & Meaning) == 0)
            {
                clause.Opened |= (cue & (Cue.Before | Cue.After | Cue.If)) != 0;
            }

            if ((cue & (Cue.Before | Cue.After)) == (Cue.Before | Cue.After))
            {
                // "only after", "only once".
                clause.Advanced = clauses.Count > 0;
            }
            else if ((cue & Cue.Before) != 0)
            {
                clause.Deferred = (cue & Cue.Closes) != 0 || clause.Cues == Cue.None || (clause.Cues & Meaning) == 0;
            }

            if ((cue & Cue.After) != 0 && (cue & Cue.Closes) == 0 && (clause.Cues & Meaning) == 0 && FollowsInSentence(tokens, i, clauses))
            {
                clause.Advanced = true;
            }

            if ((cue & Cue.Auxiliary) != 0 && (clause.Cues & Meaning & ~(Cue.Polite | Cue.And | Cue.Then | Cue.If | Cue.Not | Cue.After)) == 0 && clause.Unknown == 0
                && !lexicon.VerbLast(token.Language))
            {
                cue |= Cue.Ask;
            }

            var verb = HeadOf(cue);
            if (verb != Cue.None && (lastVerb == Cue.None || lexicon.VerbLast(token.Language)))
            {
                foreach (var (_, head) in s_heads)
                {
                    clause.Cues &= ~head;
                }

                clause.Cues |= verb;
            }

            lastVerb = (cue & Verbs) != 0 ? cue : lastVerb;
            clause.Cues |= cue;
            if ((cue & Cue.Closes) != 0)
            {
                Close(clauses, ref clause, ref cancelled, ref lastVerb);
            }
        }

        Close(clauses, ref clause, ref cancelled, ref lastVerb);
    }

    private static Cue HeadOf(Cue cue)
    {
        foreach (var (verb, head) in s_heads)
        {
            if ((cue & verb) != 0)
            {
                return head;
            }
        }

        return Cue.None;
    }

    private static Cue Without(Cue cues, Cue verb)
    {
        cues &= ~(verb & Verbs);
        foreach (var (of, head) in s_heads)
        {
            if ((verb & of) != 0)
            {
                cues &= ~head;
            }
        }

        return cues;
    }

    private static bool Splits(List<CueToken> tokens, int i, in Clause clause)
    {
        var cue = tokens[i].Cue;
        if (clause.Tokens == 0 || (cue & Cue.Closes) != 0)
        {
            return false;
        }

        if ((cue & Cue.Then) != 0)
        {
            return (clause.Cues & Meaning) != 0 || clause.Negated || clause.Mentions > 0;
        }

        if ((cue & (Cue.Before | Cue.After)) != 0)
        {
            // "what is missing before I export": asked, not ordered.
            return (clause.Cues & Verbs) != 0 && (clause.Cues & (Cue.HeadAsk | Cue.Polite | Cue.Edit | Cue.Create)) != Cue.HeadAsk;
        }

        // "once you have saved it tell me …": no comma between the condition and the order.
        if ((clause.Cues & (Cue.Before | Cue.After | Cue.If)) != 0 && clause.Opened && (clause.Cues & (Verbs | Cue.Done | Cue.Exported | Cue.Uploaded)) != 0
            && (cue & Orders) != 0 && (tokens[i - 1].Cue & Cue.Want) == 0)
        {
            return true;
        }

        if ((cue & Cue.And) == 0 || i + 1 == tokens.Count)
        {
            return false;
        }

        var next = i + 1;
        while (next + 1 < tokens.Count && tokens[next].Cue is Cue.Word)
        {
            next++;
        }

        if ((clause.Cues & (Cue.Topic | Cue.Says)) != 0)
        {
            return (tokens[next].Cue & Verbs) != 0 && next + 1 < tokens.Count && (tokens[next + 1].Cue & Cue.It) != 0;
        }

        return (tokens[next].Cue & Opens) != 0;
    }

    // "export it once the title is right": the step is named after the one that waits for it.
    private static bool FollowsInSentence(List<CueToken> tokens, int i, List<Clause> clauses)
        => clauses.Count > 0 && i > 0 && !tokens[i - 1].IsStop && (tokens[i - 1].Cue & (Cue.And | Cue.Then)) == 0;

    private static void Close(List<Clause> clauses, ref Clause clause, ref bool cancelled, ref Cue lastVerb)
    {
        if (clause.Tokens > 0 || (clause.Cues & Cue.Question) != 0)
        {
            if ((clause.Cues & (Cue.Auxiliary | Cue.Question)) == (Cue.Auxiliary | Cue.Question))
            {
                clause.Cues |= Cue.Ask;
            }

            var told = (ulong)(clause.Cues & ~(Cue.Word | Cue.Question | Cue.Polite));
            if (clause.Unknown <= 3 && BitOperations.PopCount(told) <= 4)
            {
                clause.Cues |= Cue.Short;
            }

            clauses.Add(clause);
        }

        clause = default;
        cancelled = false;
        lastVerb = Cue.None;
    }
}
