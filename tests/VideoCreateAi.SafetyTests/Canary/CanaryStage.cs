using VideoCreateAi.TestKit;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Canary;

/// <summary>Folders for the published program, a home without anything in it, and a token that must not come out anywhere.</summary>
internal sealed class CanaryStage : IDisposable
{
    private readonly TempFolder _folder = new();

    public CanaryStage()
    {
        Directory.CreateDirectory(InputFolder);
        Directory.CreateDirectory(HomeFolder);
    }

    public CanaryToken Token { get; } = CanaryToken.New();

    public string DataFolder => _folder.File("data");

    public string OutputFolder => _folder.File("out");

    public string InputFolder => _folder.File("in");

    public string HomeFolder => _folder.File("home");

    /// <param name="command">Stands before the options, such as <c>serve --http 0</c>.</param>
    public string[] Arguments(params IEnumerable<string> command) =>
        [PublishedProgram.Library, .. command, "--data", DataFolder, "--output", OutputFolder, "--allow-dir", InputFolder];

    /// <param name="backend">As the environment names it.</param>
    public Dictionary<string, string?> Environment(string backend) => BareEnvironment.Of(HomeFolder, backend, token: Token.Value);

    /// <summary>Fails when a token is in a file of the program's or in what it said.</summary>
    /// <param name="except">A file that is there to hold it.</param>
    public void AssertNowhere(CanaryToken token, IEnumerable<string> said, string? except = null)
    {
        Assert.DoesNotContain(said, text => token.FormIn(text) is not null);
        Assert.Equal(except is null ? [] : [$"{except} (plain)"], token.FilesIn(DataFolder, OutputFolder, InputFolder, HomeFolder));
    }

    public void Dispose() => _folder.Dispose();
}
