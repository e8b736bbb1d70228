using VideoCreateAi.Mcp.Language;

namespace VideoCreateAi.Mcp.Routing.Model;

/// <summary>What was learnt from messages and what each of them asks for.</summary>
internal sealed class RouteModel(LinearModel model)
{
    private static readonly Lazy<RouteModel> s_shared = new(static () => new RouteModel(LinearModel.Load("Routing.Model.route.model")));

    public static RouteModel Shared => s_shared.Value;

    /// <summary>In the order of <see cref="Intent"/>.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Enum.GetNames<Intent>().Select(static name => name.ToLowerInvariant())];

    /// <summary>Of the data it was made of.</summary>
    public string Digest => model.Digest;

    /// <summary>For training: what <see cref="Score(MessageReading, Span{float})"/> looks at.</summary>
    public static uint[] FeaturesOf(MessageReading reading)
    {
        var features = new FeatureBuffer();
        MessageFeatures.Add(reading, ref features);
        var found = features.Items.ToArray();
        features.Dispose();
        return found;
    }

    /// <summary>The log odds that the message asks for each intent.</summary>
    public void Score(MessageReading reading, Span<float> scores)
    {
        var features = new FeatureBuffer();
        MessageFeatures.Add(reading, ref features);
        model.Score(features.Items, scores);
        features.Dispose();
    }

    /// <summary>The log odds that one clause does.</summary>
    public void Score(MessageReading reading, int clause, Span<float> scores)
    {
        var features = new FeatureBuffer();
        MessageFeatures.Add(reading, clause, ref features);
        model.Score(features.Items, scores);
        features.Dispose();
    }
}
