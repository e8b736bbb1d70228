using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Benchmarks;

/// <summary>How much memory the gateway needs for what is large: each case in a process of its own, against a backend in
/// yet another one, held against a process that made the same calls with small bodies.</summary>
internal sealed class MemoryBenchmark(string self)
{
    private const double AllowedMegabytes = 32;

    public async Task<int> RunAsync()
    {
        Console.WriteLine("| case | idle | at most | difference | allowed |");
        Console.WriteLine("|---|---|---|---|---|");
        var isKept = true;
        foreach (var name in MemoryCase.Names)
        {
            var idle = await MeasureAsync(name, 0);
            var most = await MeasureAsync(name, 1);
            var isFine = most - idle <= AllowedMegabytes;
            isKept &= isFine;
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {idle:0.0} MB | {most:0.0} MB | {most - idle:0.0} MB | {AllowedMegabytes:0} MB{(isFine ? "" : " (exceeded)")} |"));
        }

        return isKept ? 0 : 1;
    }

    private async Task<double> MeasureAsync(string name, int isLarge)
    {
        using var backend = Start("memory-backend");
        try
        {
            var address = await backend.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The backend did not start.");
            using var client = Start("memory-case", name, address, isLarge.ToString(CultureInfo.InvariantCulture));
            var output = await client.StandardOutput.ReadToEndAsync();
            await client.WaitForExitAsync();
            return client.ExitCode == 0
                ? double.Parse(output, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"{name} ended with {client.ExitCode}.");
        }
        finally
        {
            backend.Kill();
            await backend.WaitForExitAsync();
        }
    }

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [self, .. arguments]) { RedirectStandardOutput = true })
        ?? throw new InvalidOperationException("The process did not start.");
}
