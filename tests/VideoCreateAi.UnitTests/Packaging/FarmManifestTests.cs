using System.Text;
using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Packaging;

/// <summary>Neither containers nor clusters can be started here: what starts a farm there is read instead, and held against the program.</summary>
public sealed partial class FarmManifestTests
{
    private const string Compose = "packaging/farm/compose.yaml";
    private const string Kubernetes = "packaging/farm/kubernetes/";

    private static readonly string[] s_deployments = [Kubernetes + "api.yaml", Kubernetes + "worker.yaml", Kubernetes + "migrate.yaml"];

    private static readonly string[] s_all =
        [Compose, "packaging/farm/collector.yaml", .. s_deployments, Kubernetes + "namespace.yaml", Kubernetes + "network.yaml", Kubernetes + "scaling.yaml", Kubernetes + "secret.example.yaml"];

    public static TheoryData<string> All => [.. s_all];

    [Fact]
    public void All_files_are_looked_at()
        => Assert.Equal(
            Directory.GetFiles(RepositoryFile.PathOf("packaging/farm"), "*.yaml", SearchOption.AllDirectories).Select(Path.GetFileName).Order(),
            s_all.Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(All))]
    public void A_file_is_the_plain_kind_of_YAML(string path)
    {
        var lines = Text(path).Split('\n');

        Assert.All(lines, line => Assert.DoesNotContain('\t', line));
        Assert.All(lines, line => Assert.Equal(0, (line.Length - line.TrimStart(' ').Length) % 2));
        foreach (var document in Text(path).Split("\n---\n"))
        {
            // No key twice in one mapping, which most readers take without a word.
            List<(int Indent, HashSet<string> Keys)> open = [];
            foreach (Match key in Key().Matches(document))
            {
                // What follows a dash belongs to it, and begins anew with each.
                var isItem = key.Groups[2].Length > 0;
                var indent = key.Groups[1].Length + key.Groups[2].Length;
                open.RemoveAll(mapping => mapping.Indent > indent || (isItem && mapping.Indent >= indent));
                if (open.Count == 0 || open[^1].Indent < indent)
                {
                    open.Add((indent, []));
                }

                Assert.True(open[^1].Keys.Add(key.Groups[3].Value), $"{path}: {key.Groups[3].Value} stands there twice.");
            }
        }
    }

    [Fact]
    public void Every_command_is_one_of_the_program()
    {
        var commands = new[] { Compose }.Concat(s_deployments)
            .SelectMany(path => Command().Matches(Text(path)))
            .Select(match => Word().Matches(match.Groups[1].Value).Select(word => word.Groups[1].Value).ToArray())
            .Where(words => words[0] == "studio")
            .ToList();

        Assert.Equal(6, commands.Count);
        Assert.All(commands, words => Assert.Empty(CommandLine.Parse(words).Errors));
        Assert.NotEmpty(CommandLine.Parse(["studio", "--rolle", "api"]).Errors);
    }

    [Fact]
    public void Every_variable_is_one_that_is_read()
    {
        string[] known = ["VIDEOCREATEAI_DATA", "VIDEOCREATEAI_DB", "VIDEOCREATEAI_BLOBS", "OTEL_EXPORTER_OTLP_ENDPOINT", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL_S3"];
        var sources = string.Concat(Directory.GetFiles(RepositoryFile.PathOf("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var named = s_all.SelectMany(path => Variable().Matches(Text(path))).Select(match => match.Value).Distinct().ToList();

        Assert.Equal(known.Order(), named.Order());
        Assert.All(known, name => Assert.Contains(name, sources, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api.yaml", "api")]
    [InlineData("worker.yaml", "worker")]
    public void A_node_is_asked_what_it_answers_and_told_who_it_is(string file, string role)
    {
        var text = Text(Kubernetes + file);

        Assert.Contains($"\"--role\", \"{role}\"", text, StringComparison.Ordinal);
        Assert.Contains("\"--node\", \"$(NODE_NAME)\"", text, StringComparison.Ordinal);
        Assert.Matches(@"livenessProbe:\s+httpGet:\s+path: /healthz\s", text);
        Assert.Matches(@"readinessProbe:\s+httpGet:\s+path: /readyz\s", text);
        var routes = Encoding.UTF8.GetString(RepositoryFile.Read("src/VideoCreateAi.Studio/Api/HealthEndpoints.cs"));
        Assert.Contains("\"/healthz\"", routes, StringComparison.Ordinal);
        Assert.Contains("\"/readyz\"", routes, StringComparison.Ordinal);
        Assert.Matches($@"secretKeyRef:\s+name: studio-database\s+key: {role}\s", text);
    }

    [Fact]
    public void Pods_may_little()
        => Assert.All(s_deployments, path =>
        {
            var text = Text(path);
            Assert.All(
                (string[])["runAsNonRoot: true", "runAsUser: 10001", "readOnlyRootFilesystem: true", "allowPrivilegeEscalation: false", "drop: [\"ALL\"]", "automountServiceAccountToken: false", "emptyDir:"],
                rule => Assert.Contains(rule, text, StringComparison.Ordinal));
            Assert.Contains("USER 10001", Encoding.UTF8.GetString(RepositoryFile.Read("Dockerfile")), StringComparison.Ordinal);
        });

    [Fact]
    public void Workers_get_neither_the_owner_of_the_tables_nor_a_token()
    {
        Assert.All(s_all, path => Assert.DoesNotContain("NEMO_TOKEN", Text(path), StringComparison.Ordinal));
        Assert.DoesNotContain("key: api", Text(Kubernetes + "worker.yaml"), StringComparison.Ordinal);
        Assert.Matches(@"worker:\s[\s\S]*Username=studio_worker;Password=\$\{WORKER_PASSWORD\}", Text(Compose));
    }

    [Fact]
    public void What_was_never_run_says_so()
        => Assert.All(s_all.Where(path => !path.Contains("collector", StringComparison.Ordinal)), path => Assert.Contains("NOT RUN", Text(path).Split("apiVersion")[0].Split("services:")[0], StringComparison.Ordinal));

    [Fact]
    public void No_image_is_whatever_is_newest()
        => Assert.All(
            s_all.SelectMany(path => Image().Matches(Text(path))).Select(match => match.Groups[1].Value),
            image => Assert.Matches(@"^(videocreateai:latest|[^:]+:\d+\.\d+(\.\d+)?(-\w+)?)$", image));

    private static string Text(string path) => Encoding.UTF8.GetString(RepositoryFile.Read(path));

    [GeneratedRegex(@"^( *)((?:- )*)([A-Za-z_<][\w./<-]*):(?= |$)", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?:args|command): \[(.*)\]")]
    private static partial Regex Command();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:VIDEOCREATEAI|OTEL|AWS|NEMO)_[A-Z_0-9]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bimage: (\S+)")]
    private static partial Regex Image();
}
