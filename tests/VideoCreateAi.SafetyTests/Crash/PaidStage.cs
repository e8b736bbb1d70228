using VideoCreateAi.TestKit;
using VideoCreateAi.TestKit.Cloud;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A backend that charges, folders of a user, and the published program that is started, killed and started again in them.</summary>
internal sealed class PaidStage : IAsyncDisposable
{
    public const string Token = "nmv_usr_registered";

    private readonly TempFolder _folder = new();

    private IdleStudio? _studio;

    private PaidStage(ScriptedCloud cloud)
    {
        Cloud = cloud;
        Page = new FaultPage(_folder.File("page"));
        foreach (var folder in (string[])["in", "home"])
        {
            Directory.CreateDirectory(_folder.File(folder));
        }
    }

    public ScriptedCloud Cloud { get; }

    public FaultPage Page { get; }

    public string Folder => _folder.Path;

    public string DataFolder => _folder.File("data");

    public string OutputFolder => _folder.File("out");

    public string HomeFolder => _folder.File("home");

    public static async Task<PaidStage> BeginAsync(Action<CloudOptions>? configure = null)
    {
        var stage = new PaidStage(await ScriptedCloud.StartAsync(await CloudFilm.Made, cloud =>
        {
            cloud.Accounts[Token] = 100_000_000;
            configure?.Invoke(cloud);
        }));
        stage._studio = await IdleStudio.StartAsync(stage.DataFolder);
        return stage;
    }

    /// <param name="token">Null = it asks for a starter token.</param>
    /// <param name="isWatched">False = without the library that counts and kills.</param>
    /// <param name="before">What stands before the program's command.</param>
    /// <param name="watched">The folder whose operations count; null = all of the user's.</param>
    public Task<PublishedProgram> StartAsync(
        string? token = Token, bool isWatched = true, IReadOnlyList<string>? before = null, string? dataFolder = null, string? outputFolder = null, string? watched = null) => PublishedProgram.StartAsync(
        [.. before ?? [], "dotnet", PublishedProgram.Library, "--data", dataFolder ?? DataFolder, "--output", outputFolder ?? OutputFolder, "--allow-dir", _folder.File("in")],
        new Dictionary<string, string?>(BareEnvironment.Of(HomeFolder, "cloud", Cloud.Address, token))
        {
            ["VIDEOCREATEAI_CONFIRM"] = "never",
            ["VIDEOCREATEAI_CREDIT_CAP"] = "100000000",
            ["LD_PRELOAD"] = isWatched ? FaultLibrary.Path : null,
            ["FAULT_PAGE"] = Page.Path,
            ["FAULT_FOLDERS"] = watched ?? $"{DataFolder}:{OutputFolder}:{HomeFolder}",
            ["FAULT_PROGRAM"] = "gateway",
        });

    /// <summary>A picture to hand over, under a name of its own.</summary>
    public string Picture(string name)
    {
        var path = Path.Combine(_folder.File("in"), name);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, SmallPicture.Png);
        }

        return path;
    }

    /// <summary>The accounts of starter tokens.</summary>
    public IReadOnlyList<CloudAccount> Starters => [.. Cloud.Accounts.Where(account => account.Token != Token)];

    /// <summary>Who asked for a starter token, in order.</summary>
    public IReadOnlyList<string> ClientsOfTokens => [.. Cloud.Asked("POST", "/api/auth/anonymous-token").Select(request => request.Headers["X-Client-Id"])];

    /// <summary>What is kept of a starter account, by its path.</summary>
    public IReadOnlyList<string> TokenFiles() =>
        [.. Files().Where(path => Path.GetFileName(path) == "client_id" || path.Contains("/tokens/", StringComparison.Ordinal)).Select(path => Path.Combine(Folder, path))];

    /// <summary>All files below the data directory and the folder of exports.</summary>
    public IReadOnlyList<string> Files() =>
        [.. new[] { DataFolder, OutputFolder, HomeFolder }.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            .Select(path => Path.GetRelativePath(Folder, path)).Where(path => path != "data/studio.sock").Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        if (_studio is not null)
        {
            await _studio.DisposeAsync();
        }

        await Cloud.DisposeAsync();
        Page.Dispose();
        _folder.Dispose();
    }
}
