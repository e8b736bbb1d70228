using System.Globalization;

namespace VideoCreateAi.Benchmarks;

/// <summary>How soon the server answers after its launch, what it holds in memory then and how fast it answers small calls, in turns
/// with another server.</summary>
internal sealed class StartBenchmark(string server, IReadOnlyList<string> rival, int rounds)
{
    private const int Calls = 1000;
    private static readonly TimeSpan s_untilIdle = TimeSpan.FromSeconds(3);

    public async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("vca-bench-").FullName;
        try
        {
            string[] ours = ["dotnet", server];
            var own = new List<double>();
            var others = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                own.Add(await StartAsync(ours, data));
                others.Add(await StartAsync(rival, data));
            }

            Console.WriteLine("| start to the answer to initialize | median | fastest |");
            Console.WriteLine("|---|---|---|");
            Console.WriteLine(FormattableString.Invariant($"| this server | {Median(own):0} ms | {own.Min():0} ms |"));
            Console.WriteLine(FormattableString.Invariant($"| {Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(rival[1])))} | {Median(others):0} ms | {others.Min():0} ms |"));
            Console.WriteLine(FormattableString.Invariant($"| ratio (n = {rounds}) | {Median(own) / Median(others):0.00} | {own.Min() / others.Min():0.00} |"));
            Console.WriteLine();
            Console.WriteLine("| | resident when idle | call | p50 | p99 |");
            Console.WriteLine("|---|---|---|---|---|");
            await CallAsync("this server", ours, data, "ping", "{}");
            await CallAsync("this server", ours, data, "tools/call", """{"name":"check_job","arguments":{}}""");
            await CallAsync("the other", rival, data, "tools/call", """{"name":"echo","arguments":{"message":"hi"}}""");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<double> StartAsync(IReadOnlyList<string> command, string data)
    {
        using var process = await ServedProcess.StartAsync(command, data);
        return process.Start.TotalMilliseconds;
    }

    private static async Task CallAsync(string name, IReadOnlyList<string> command, string data, string method, string parameters)
    {
        using var process = await ServedProcess.StartAsync(command, data);
        await Task.Delay(s_untilIdle, TimeProvider.System);
        var resident = process.ResidentMegabytes;
        var times = new List<double>();
        for (var call = 0; call < Calls; call++)
        {
            times.Add((await process.CallAsync(method, parameters)).TotalMilliseconds);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {resident:0.0} MB | {(method == "ping" ? method : parameters.Split('"')[3])} | {Median(times):0.00} ms | {times.Order().ElementAt(times.Count * 99 / 100).ToString("0.0", CultureInfo.InvariantCulture)} ms |"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
