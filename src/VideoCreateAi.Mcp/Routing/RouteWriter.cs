using System.Buffers;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>From a reading to a route with its arguments.</summary>
internal static class RouteWriter
{
    private static readonly IReadOnlyList<Intent>[] s_single = [.. Enum.GetValues<Intent>().Select(static intent => (IReadOnlyList<Intent>)[intent])];

    public static Route Write(MessageReading reading, IReadOnlySet<string>? known)
    {
        var steps = reading.Steps;
        IReadOnlyList<Intent> intents = steps.Count == 1 ? s_single[(int)steps[0]] : [.. steps];
        var isUpload = reading.Mentions.Count > 0 && steps.Contains(Intent.Upload);
        return steps.Contains(Intent.Export) ? WriteExport(reading, known, intents, isUpload) : new Route
        {
            Intents = intents,
            Paths = isUpload ? Paths(reading, known) : [],
            Urls = isUpload ? Urls(reading) : [],
        };
    }

    private static Route WriteExport(MessageReading reading, IReadOnlySet<string>? known, IReadOnlyList<Intent> intents, bool isUpload)
    {
        var folded = ArrayPool<char>.Shared.Rent(reading.Text.Length);
        var text = folded.AsSpan(0, reading.Text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Letters.Fold(reading.Text[i]);
        }

        foreach (var mention in reading.Mentions)
        {
            text[mention.Start..mention.End].Clear();
        }

        // Along with other steps such words are mostly about the video: "add a cover image and export it".
        var format = OutputSettings.Format(text) ?? (intents is [Intent.Export] ? OutputSettings.PartFormat(text) : null);
        var route = new Route
        {
            Intents = intents,
            Paths = isUpload ? Paths(reading, known) : [],
            Urls = isUpload ? Urls(reading) : [],
            Format = format,
            AtSeconds = format is "jpg" or "png" ? MomentWords.Read(text.ToString()) : null,
            Resolution = OutputSettings.Resolution(text),
            Aspect = OutputSettings.Aspect(text),
            Preset = OutputSettings.Preset(text),
            Presets = OutputSettings.Presets(text),
            RefusedFormat = format is null || OutputSettings.MadeFormats.Contains(format) ? null : format,
        };
        ArrayPool<char>.Shared.Return(folded);
        return route;
    }

    private static IReadOnlyList<string> Paths(MessageReading reading, IReadOnlySet<string>? known)
        => [.. Sources(reading).Where(mention => mention.Kind is MentionKind.Path or MentionKind.Bare && known?.Contains(mention.Text) != true).Select(static mention => mention.Text)];

    private static IReadOnlyList<string> Urls(MessageReading reading)
        => [.. Sources(reading).Where(static mention => mention.Kind is MentionKind.Url).Select(static mention => mention.Text)];

    // Without the name that the finished file is to have, if there are others.
    private static IEnumerable<FileMention> Sources(MessageReading reading)
    {
        List<FileMention>? sources = null;
        foreach (var clause in reading.Clauses)
        {
            if (clause.Mentions > 0 && ClauseSteps.NamesTarget(clause))
            {
                sources ??= [.. reading.Mentions];
                for (var i = clause.FirstMention; i < clause.FirstMention + clause.Mentions; i++)
                {
                    sources.Remove(reading.Mentions[i]);
                }
            }
        }

        return sources is { Count: > 0 } ? sources : reading.Mentions;
    }
}
