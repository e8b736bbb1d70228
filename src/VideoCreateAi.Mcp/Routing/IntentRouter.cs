using VideoCreateAi.Mcp.Routing.Model;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>Reads what a message asks of the assistant. Deterministic: lexicons, tables and a small model; no network.</summary>
internal sealed class IntentRouter
{
    // A reading that has grown for a very long message is let go.
    private const int LongestKept = 8_192;

    private readonly Lexicon _lexicon = Lexicon.Shared;
    private readonly RouteModel? _model;
    private readonly RouteLevels _levels = RouteLevels.Default;
    private MessageReading? _spare;

    public IntentRouter()
    {
    }

    public IntentRouter(RouteModel model, RouteLevels levels) => (_model, _levels) = (model, levels);

    /// <param name="message">What the user wrote.</param>
    /// <param name="attachments">Files that came with it.</param>
    /// <param name="knownAssets">Names of the files that the project has; null = not known.</param>
    public Route Read(string message, IReadOnlyList<string> attachments, IReadOnlySet<string>? knownAssets = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var reading = Interlocked.Exchange(ref _spare, null) ?? new MessageReading();
        reading.Read(_lexicon, message, knownAssets);
        var handsOver = string.IsNullOrWhiteSpace(message) || HandsOver(reading);
        if (reading.HasWords && !reading.IsPlain)
        {
            // Not before the first message: who only looks at a timeline needs no model.
            RouteOpinion.Correct(reading, _model ?? RouteModel.Shared, _levels);
            LeaveKnown(reading, knownAssets);
        }

        Complete(reading.Steps, attachments.Count > 0, handsOver);
        var route = RouteWriter.Write(reading, knownAssets);
        if (message.Length <= LongestKept)
        {
            _spare = reading;
        }

        return route;
    }

    private static bool HandsOver(MessageReading reading)
    {
        foreach (var clause in reading.Clauses)
        {
            if ((clause.Cues & (Cue.Keep | Cue.Hand)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // What the project has is not handed over again.
    private static void LeaveKnown(MessageReading reading, IReadOnlySet<string>? known)
    {
        if (known is null || reading.Mentions.Count == 0)
        {
            return;
        }

        foreach (var mention in reading.Mentions)
        {
            if (!known.Contains(mention.Text))
            {
                return;
            }
        }

        reading.Steps.Remove(Intent.Upload);
    }

    // Words that ask for nothing are for the editor ("10 second slideshow, vertical" beside three pictures), unless they only say where
    // the files are to go.
    private static void Complete(List<Intent> steps, bool attached, bool handsOver)
    {
        if (attached)
        {
            steps.Remove(Intent.Upload);
        }

        if (steps.Count == 0 && !(attached && handsOver))
        {
            steps.Add(Intent.Generate);
        }

        if (attached)
        {
            steps.Insert(0, Intent.Upload);
        }
    }
}
