using System.Globalization;
using VideoCreateAi.Studio.Director.Spans;

namespace VideoCreateAi.Training.Spans;

/// <summary>How well spans are found in messages that the model was not made of: each fifth judged by a model made of the others.</summary>
internal sealed class SpanCheck(TextWriter report, bool show)
{
    private const int Parts = 5;
    private static readonly float[] s_levels = [0.3f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 0.95f];

    private readonly SortedDictionary<string, (int Right, int Wrong, int Missed)> _tallies = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<SpanExample> examples)
    {
        for (var part = 0; part < Parts; part++)
        {
            var model = SpanModel.Read(SpanModelFile.Of([.. examples.Where((_, i) => i % Parts != part)], "none"));
            foreach (var example in examples.Where((_, i) => i % Parts == part))
            {
                Judge(example, model);
            }
        }

        foreach (var (name, (right, wrong, missed)) in _tallies)
        {
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} precision {100.0 * right / Math.Max(1, right + wrong):0.0} %, recall {100.0 * right / Math.Max(1, right + missed):0.0} % of {right + missed}"));
        }
    }

    private void Judge(SpanExample example, SpanModel model)
    {
        var found = SpanReader.Read(example.Text, example.Language, example.Assets, model);
        var truth = Truth(example);
        foreach (var level in s_levels)
        {
            Count($"content {level:0.00} {example.Source}", truth.Where(span => span.IsContent), found.Where(span => span.IsContent && span.Sureness >= level));
            Count($"remark {level:0.00} {example.Source}", Words(truth, example), Words([.. found.Where(span => !span.IsContent && span.Sureness >= level)], example));
        }

        if (show && !truth.Where(span => span.IsContent).SequenceEqual(found.Where(span => span.IsContent).Select(Plain)))
        {
            report.WriteLine($"{example.Text}\n    {string.Join(" | ", found.Where(span => span.IsContent).Select(span => $"{example.Text[span.From..span.To]} ({span.Sureness:0.00})"))}");
        }
    }

    private void Count<T>(string name, IEnumerable<T> truth, IEnumerable<T> found)
    {
        var (all, said) = (truth.ToHashSet(), found.Select(item => item is MessageSpan span ? (T)(object)Plain(span) : item).ToHashSet());
        var (right, wrong, missed) = _tallies.GetValueOrDefault(name);
        _tallies[name] = (right + said.Count(all.Contains), wrong + said.Count(item => !all.Contains(item)), missed + all.Count(item => !said.Contains(item)));
    }

    private static MessageSpan Plain(MessageSpan span) => span with { Sureness = 0 };

    private static IEnumerable<int> Words(IReadOnlyList<MessageSpan> spans, SpanExample example) =>
        example.Tokens.Where(token => spans.Any(span => !span.IsContent && token.At >= span.From && token.At < span.To)).Select(token => token.At);

    private static List<MessageSpan> Truth(SpanExample example)
    {
        var spans = new List<MessageSpan>();
        for (var at = 0; at < example.Labels.Length;)
        {
            var end = at + 1;
            while (end < example.Labels.Length && example.Labels[end] == (example.Labels[at] == SpanLabel.ContentBegin ? SpanLabel.ContentInside : example.Labels[at]))
            {
                end++;
            }

            if (example.Labels[at] != SpanLabel.Wish)
            {
                spans.Add(new MessageSpan(example.Labels[at] != SpanLabel.Remark, example.Tokens[at].At, example.Tokens[end - 1].End, 0));
            }

            at = end;
        }

        return spans;
    }
}
