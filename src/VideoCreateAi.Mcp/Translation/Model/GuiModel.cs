using VideoCreateAi.Mcp.Language;

namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>What was learnt from sentences about windows, and from sentences that only sound like it.</summary>
internal sealed class GuiModel(LinearModel model)
{
    private static readonly Lazy<GuiModel> s_shared = new(static () => new GuiModel(LinearModel.Load("Translation.Model.gui.model")));

    public static GuiModel Shared => s_shared.Value;

    /// <summary>That a sentence speaks of the window at all, and every action in the order of <see cref="GuiAction"/>.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["gui", "export", "show_tracks", "query_state", "send_edit", "credits", "upload"];

    /// <summary>Of the data it was made of.</summary>
    public string Digest => model.Digest;

    public static int LabelOf(GuiAction action) => 1 + (int)action;

    public static int LabelOf(string name)
    {
        for (var label = 0; label < Labels.Count; label++)
        {
            if (Labels[label] == name)
            {
                return label;
            }
        }

        throw new ArgumentException($"There is no label {name}.", nameof(name));
    }

    /// <summary>For training: what <see cref="Score"/> looks at.</summary>
    public static uint[] FeaturesOf(RuleReading rules)
    {
        var features = new FeatureBuffer();
        GuiFeatures.Add(rules.Plain, rules.Tokens, 0, rules.Plain.Length, rules.Verdict, ref features);
        var found = features.Items.ToArray();
        features.Dispose();
        return found;
    }

    /// <param name="rules">The sentence.</param>
    /// <param name="from">Where the part of it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="verdict">What the rules say of the part.</param>
    /// <param name="scores">The log odds of every label.</param>
    public void Score(RuleReading rules, int from, int to, RuleVerdict verdict, Span<float> scores)
    {
        var features = new FeatureBuffer();
        try
        {
            GuiFeatures.Add(rules.Plain, rules.Tokens, from, to, verdict, ref features);
            model.Score(features.Items, scores);
        }
        finally
        {
            features.Dispose();
        }
    }
}
