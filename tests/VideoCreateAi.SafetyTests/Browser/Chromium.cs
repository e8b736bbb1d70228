using System.Diagnostics;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Browser;

/// <summary>A real browser without a window, with a profile of its own and a name server that the test made up.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly TempFolder _profile = new();
    private readonly Process _process;

    /// <param name="resolverRules">As its switch <c>--host-resolver-rules</c> has them.</param>
    public Chromium(string resolverRules, string address)
    {
        var program = s_names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium is installed: on Debian it is the package chromium.");
        var start = new ProcessStartInfo(program,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server", "--disable-popup-blocking",
            "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",

            // What the newest browsers forbid pages by themselves is not what is to be proven here.
            "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
            $"--user-data-dir={_profile.Path}", $"--host-resolver-rules={resolverRules}", address,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A child of its own may still write; the folder is a temporary one.
        }
    }
}
