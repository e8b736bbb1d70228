using System.Text.Json;
using ModelContextProtocol.Client;

namespace VideoCreateAi.EndToEndTests;

/// <summary>The quickstart's video, made once.</summary>
public sealed class PromoVideo : IAsyncLifetime
{
    public const string Wish =
        "turn these images into a 30-second promo video with background music, crossfades and the title 'Urban Dreams' for the first 3 seconds, vertical";

    internal PublishedServer Server { get; } = new();

    internal ProgressLog Progress { get; } = new();

    public JsonElement Created { get; private set; }

    public JsonElement Exported { get; private set; }

    public string File => Exported.GetProperty("export").GetProperty("path").GetString()!;

    public McpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var picture in Repository.Pictures)
        {
            System.IO.File.Copy(picture, Path.Combine(Server.InputFolder, Path.GetFileName(picture)));
        }

        Client = await Server.ConnectAsync();
        Created = await Client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = Wish,
            ["files"] = Repository.Pictures.Select(path => Path.Combine(Server.InputFolder, Path.GetFileName(path))).ToArray(),
        });
        Exported = await Client.FinishAsync("export_video", [], Progress);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
