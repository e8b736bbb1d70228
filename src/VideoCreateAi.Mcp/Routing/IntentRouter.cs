namespace VideoCreateAi.Mcp.Routing;

/// <summary>Reads what a message asks of the assistant. Deterministic: lexicons and tables, no network.</summary>
internal sealed class IntentRouter
{
    private const Cue Handed = Cue.Path | Cue.Url;
    private const Cue Verb = Cue.Edit | Cue.Create;

    private readonly Lexicon _lexicon = Lexicon.Shared;

    /// <param name="message">What the user wrote.</param>
    /// <param name="attachments">Files that came with it.</param>
    /// <param name="knownAssets">Names of the files that the project has; null = not known.</param>
    public Route Read(string message, IReadOnlyList<string> attachments, IReadOnlySet<string>? knownAssets = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var mentions = FileMentions.Find(message, knownAssets);
        var tokens = CueScanner.Scan(_lexicon, message, mentions);
        var clauses = new List<Clause>(4);
        ClauseReader.Read(_lexicon, tokens, clauses);

        var steps = Steps(clauses, mentions, knownAssets);
        // Words that no rule claims are for the editor ("10 second slideshow, vertical" beside three pictures), unless they
        // only say where the files are to go.
        var handedOnly = attachments.Count > 0
            && (string.IsNullOrWhiteSpace(message) || clauses.Exists(static clause => (clause.Cues & (Cue.Keep | Cue.Hand)) != 0));
        if (steps.Count == 0 && !handedOnly)
        {
            steps.Add(Intent.Generate);
        }

        if (attachments.Count > 0 && !steps.Contains(Intent.Upload))
        {
            steps.Insert(0, Intent.Upload);
        }

        return Describe(message, mentions, knownAssets, Merge(steps));
    }

    private static List<Intent> Steps(List<Clause> clauses, IReadOnlyList<FileMention> mentions, IReadOnlySet<string>? known)
    {
        var steps = new List<Intent>(4);
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

        return steps;
    }

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

        // The target of an export is no file to read: "save it as /home/me/out.mp4".
        if (intent == Intent.Export && (cues & (Cue.HeadExport | Cue.HeadTransfer)) != 0 && (cues & (Cue.Hand | Cue.Material)) == 0)
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

    private static List<Intent> Merge(List<Intent> steps)
    {
        for (var i = steps.Count - 1; i > 0; i--)
        {
            if (steps[i] == steps[i - 1])
            {
                steps.RemoveAt(i);
            }
        }

        return steps;
    }

    private static Route Describe(string message, IReadOnlyList<FileMention> mentions, IReadOnlySet<string>? known, List<Intent> steps)
    {
        var route = new Route { Intents = steps };
        if (steps.Contains(Intent.Upload))
        {
            route = route with
            {
                Paths = [.. mentions.Where(mention => mention.Kind is MentionKind.Path or MentionKind.Bare && known?.Contains(mention.Text) != true).Select(mention => mention.Text)],
                Urls = [.. mentions.Where(mention => mention.Kind is MentionKind.Url).Select(mention => mention.Text)],
            };
        }

        if (!steps.Contains(Intent.Export))
        {
            return route;
        }

        Span<char> text = message.Length <= 256 ? stackalloc char[message.Length] : new char[message.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Letters.Fold(message[i]);
        }

        foreach (var mention in mentions)
        {
            text[mention.Start..mention.End].Clear();
        }

        var format = OutputSettings.Format(text);
        return route with
        {
            Format = format,
            Resolution = OutputSettings.Resolution(text),
            Aspect = OutputSettings.Aspect(text),
            Preset = OutputSettings.Preset(text),
            Presets = OutputSettings.Presets(text),
            RefusedFormat = format is null || OutputSettings.MadeFormats.Contains(format) ? null : format,
        };
    }
}
