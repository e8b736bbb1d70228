using VideoCreateAi.Mcp.Language;
using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Routing.Model;

namespace VideoCreateAi.Training.Routes;

/// <summary>How good rules and model are on messages that the model was not made of: the rest of each fifth, and those kept apart.</summary>
internal sealed class RouteCheck(TextWriter report, bool show)
{
    private const int Parts = 5;

    private readonly SortedDictionary<string, (int All, int Right, int Rules)> _counts = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<RouteExample> examples, IReadOnlyList<RouteExample> apart)
    {
        for (var part = 0; part < Parts; part++)
        {
            var router = RouterOf([.. examples.Where((_, i) => i % Parts != part)]);
            foreach (var example in examples.Where((_, i) => i % Parts == part))
            {
                Judge("learnt", example, router);
            }
        }

        var whole = RouterOf(examples);
        foreach (var example in apart)
        {
            Judge("apart", example, whole);
        }

        foreach (var (name, count) in _counts)
        {
            report.WriteLine(FormattableString.Invariant($"{name,-34} {count.All,5}: {100.0 * count.Right / count.All,5:0.0} % (rules {100.0 * count.Rules / count.All,5:0.0} %)"));
        }
    }

    private static IntentRouter RouterOf(IReadOnlyList<RouteExample> examples)
        => new(new RouteModel(LinearModel.Read(RouteMade.Of(examples, "none"))), RouteLevels.Default);

    private void Judge(string set, RouteExample example, IntentRouter router)
    {
        var message = example.Message;
        var said = string.Join(',', router.Read(message.Text, []).Intents.Select(static intent => RouteModel.Labels[(int)intent]));
        foreach (var name in new[] { "", $" {message.Language}", message.Names.Contains(',', StringComparison.Ordinal) ? " of several" : $" of {message.Names}", $" {message.Names}: {message.Source}" })
        {
            _counts.TryGetValue(set + name, out var count);
            _counts[set + name] = (count.All + 1, count.Right + (said == message.Names ? 1 : 0), count.Rules + (example.Rules == message.Names ? 1 : 0));
        }

        if (show && said != message.Names)
        {
            report.WriteLine($"{set}: {message.Names} -> {said} (rules {example.Rules})\t{message.Language}\t{message.Text}");
        }
    }
}
