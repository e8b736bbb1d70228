using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Language;
using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Routing.Model;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Mcp.Routing;

public sealed class RouteModelTests
{
    [Fact]
    public void The_model_was_made_of_the_messages_that_are_checked_in()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/VideoCreateAi.Training/Data/Router"), "*.txt").Order(StringComparer.Ordinal);
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        Assert.Equal(Convert.ToHexStringLower(hash.GetHashAndReset()), RouteModel.Shared.Digest);
    }

    [Fact]
    public void The_labels_are_the_intents()
        => Assert.Equal(Enum.GetNames<Intent>().Select(static name => name.ToLowerInvariant()), LinearModel.Load("Routing.Model.route.model").Labels);

    [Fact]
    public void The_file_stays_small()
    {
        using var stream = typeof(LinearModel).Assembly.GetManifestResourceStream("Routing.Model.route.model")!;

        Assert.InRange(stream.Length, 100_000, 1_000_000);
    }

    [Fact]
    public void Messages_that_were_kept_apart_are_understood_better_than_by_rules_alone()
    {
        var (all, right, byRules) = (0, 0, 0);
        var router = new IntentRouter();
        var reading = new MessageReading();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/VideoCreateAi.Training/Data/Router/validation"), "*.txt"))
        {
            var labels = "";
            foreach (var line in File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#'))
            {
                if (line[0] == '@')
                {
                    labels = line[1..line.IndexOf('\t', StringComparison.Ordinal)];
                    continue;
                }

                reading.Read(Lexicon.Shared, line, null);
                all++;
                right += NamesOf(router.Read(line, []).Intents) == labels ? 1 : 0;
                byRules += NamesOf(reading.Steps) == labels ? 1 : 0;
            }
        }

        Assert.InRange(right, all * 3 / 4, all);
        Assert.InRange(byRules, 0, right);
    }

    private static string NamesOf(IEnumerable<Intent> intents) => string.Join(',', intents.Select(static intent => RouteModel.Labels[(int)intent]));
}
