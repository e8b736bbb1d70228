namespace VideoCreateAi.Mcp.Routing;

/// <summary>From the clauses of a message to what it asks for, in order of execution.</summary>
internal static class ClauseSteps
{
    private const Cue Handed = Cue.Path | Cue.Url;
    private const Cue Verb = Cue.Edit | Cue.Create;

    public static void Find(List<Clause> clauses, IReadOnlyList<FileMention> mentions, IReadOnlySet<string>? known, List<Intent> steps)
    {
        var (deferredAt, last) = (-1, 0);
        List<Intent>? deferred = null;
        foreach (var clause in clauses)
        {
            var at = steps.Count;
            AddSteps(clause, mentions, known, clauses.Count == 1, steps);
            if (steps.Count == at)
            {
                continue;
            }

            if (at > 0 && clause.Tokens == clause.Mentions && steps[at - 1] == Intent.Generate && steps.Count == at + 1 && steps[at] == Intent.Upload)
            {
                // "put these together: a.jpg, b.jpg": the files of the step in front.
                (steps[at - 1], steps[at]) = (steps[at], steps[at - 1]);
                continue;
            }

            if (clause.Deferred && deferredAt < 0)
            {
                deferred = steps.GetRange(at, steps.Count - at);
                steps.RemoveRange(at, deferred.Count);
                deferredAt = at;
                continue;
            }

            if (clause.Advanced && at > 0)
            {
                var advanced = steps.GetRange(at, steps.Count - at);
                steps.RemoveRange(at, advanced.Count);
                steps.InsertRange(last, advanced);
                continue;
            }

            last = at;
            if (deferred is not null)
            {
                steps.AddRange(deferred);
                deferred = null;
                deferredAt = -1;
            }
        }

        if (deferred is not null)
        {
            steps.AddRange(deferred);
        }

        Merge(steps);
    }

    /// <summary>The target of an export is no file to read: "save it as /home/me/out.mp4".</summary>
    public static bool NamesTarget(in Clause clause)
        => (clause.Cues & (Cue.HeadExport | Cue.HeadTransfer)) != 0 && (clause.Cues & (Cue.Hand | Cue.Material)) == 0 && ClauseRules.Match(clause.Cues) == Intent.Export;

    private static void AddSteps(in Clause clause, IReadOnlyList<FileMention> mentions, IReadOnlySet<string>? known, bool alone, List<Intent> steps)
    {
        var cues = clause.Cues;
        var intent = ClauseRules.Match(cues);
        if (clause.Negated && intent is null)
        {
            return;
        }

        var handed = (cues & Handed) != 0 || ((cues & Cue.Bare) != 0 && IsHandedOver(clause, mentions, known, intent));
        if (!handed)
        {
            if (intent is not null)
            {
                steps.Add(intent.Value);
            }

            return;
        }

        if (NamesTarget(clause))
        {
            steps.Add(Intent.Export);
            return;
        }

        steps.Add(Intent.Upload);
        var edits = (cues & Cue.Keep) == 0
            && ((cues & Cue.HeadEdit) != 0 || (cues & Verb) != 0 || ((cues & (Cue.Feature | Cue.Change)) != 0 && (cues & (Cue.Here | Cue.Hand)) == 0 && !alone && intent == Intent.Generate));
        if (intent is Intent.Export or Intent.State or Intent.Credits)
        {
            steps.Add(intent.Value);
        }
        else if (edits)
        {
            steps.Add(Intent.Generate);
        }
    }

    private static bool IsHandedOver(in Clause clause, IReadOnlyList<FileMention> mentions, IReadOnlySet<string>? known, Intent? intent)
    {
        for (var i = clause.FirstMention; known is not null && i < clause.FirstMention + clause.Mentions; i++)
        {
            if (known.Contains(mentions[i].Text))
            {
                return false;
            }
        }

        return intent is Intent.Upload || (clause.Cues & (Cue.Here | Cue.Hand | Cue.Keep)) != 0
            || (intent is null && (clause.Cues & (Cue.Show | Cue.Ask)) == 0);
    }

    private static void Merge(List<Intent> steps)
    {
        var kept = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            if (kept == 0 || steps[i] != steps[kept - 1])
            {
                steps[kept++] = steps[i];
            }
        }

        steps.RemoveRange(kept, steps.Count - kept);
    }
}
