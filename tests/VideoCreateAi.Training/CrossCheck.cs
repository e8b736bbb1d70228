using System.Text.Json;
using VideoCreateAi.Mcp.Language;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Mcp.Translation.Model;

namespace VideoCreateAi.Training;

/// <summary>How good rules and model are on sentences that the model was not made of: each part of the data judged by a model made of the others.</summary>
internal sealed class CrossCheck(TextWriter report, bool show)
{
    private const string Content = "content";
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<Example> examples, Func<Example, int, int> partOf, int parts)
    {
        for (var part = 0; part < parts; part++)
        {
            var model = Made.Of([.. examples.Where((example, i) => partOf(example, i) != part)], "none");
            var judge = new GuiModel(LinearModel.Read(model));
            foreach (var example in examples.Where((example, i) => partOf(example, i) == part))
            {
                Judge(example, judge);
            }
        }

        foreach (var (name, tally) in _tallies)
        {
            report.WriteLine($"{name,-18} {tally}");
        }
    }

    private void Judge(Example example, GuiModel model)
    {
        var reading = GuiSentence.Rules(example.Text);
        var rules = NamesOf(reading.Verdict.IsGui ? reading.Verdict.Actions : null);
        var said = NamesOf(SecondOpinion.Of(reading, default, model, OpinionLevels.Default));
        foreach (var name in new[] { "all", example.Names.Contains(',', StringComparison.Ordinal) ? "several" : "one or none", example.Language is "en" or "zh" ? example.Language : "other", example.Source })
        {
            if (!_tallies.TryGetValue(name, out var tally))
            {
                _tallies.Add(name, tally = new Tally());
            }

            tally.Count(example.Names == Content, example.Names == said, said == Content, example.Names == rules, rules == Content);
        }

        if (show && said != example.Names)
        {
            report.WriteLine($"{example.Names} -> {said} (rules {rules})\t{example.Language}\t{example.Text}");
        }
    }

    private static string NamesOf(IReadOnlyList<GuiAction>? actions)
        => actions is null ? Content : string.Join(',', actions.Select(static action => JsonNamingPolicy.SnakeCaseLower.ConvertName(action.ToString())));
}
