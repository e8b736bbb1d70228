using System.Diagnostics;
using System.Globalization;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.FarmTests;

/// <summary>A long render and a short one, a fault at a moment that chance picks, and what must be true after it.</summary>
internal sealed class FarmSchedule(FarmStage stage, FarmFault fault, int seed)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    private readonly Random _random = new(seed);
    private readonly string _long = $"long{seed}x{Guid.NewGuid():N}"[..24];
    private readonly string _short = $"short{seed}x{Guid.NewGuid():N}"[..24];

    // Another size each time: what was rendered before would be taken from the shelf.
    private readonly RenderOutput _output = new() { Quality = "good", Width = 480 + (2 * (seed % 300)), Height = 270, FramesPerSecond = 25 + (seed / 300 % 5) };

    public async Task RunAsync()
    {
        await stage.ReviveAsync();
        await stage.SubmitAsync(_long, stage.Long, _output);
        await stage.SubmitAsync(_short, stage.Short, _output);
        await Task.Delay(_random.Next(0, 300));
        await HappenAsync();
        if (fault == FarmFault.CancelInParts)
        {
            Assert.Equal(RenderStatus.Cancelled, (await stage.Client.EndOfAsync(_long, s_limit)).Status);
            Assert.Empty(stage.FilesOf(_long));
        }
        else
        {
            await HasOneResultAsync(_long, 24);
        }

        await HasOneResultAsync(_short, 5);
    }

    private async Task HappenAsync()
    {
        switch (fault)
        {
            case FarmFault.KillWorkerInPart:
                await (await WorkerInPartAsync())!.KillAsync();
                break;
            case FarmFault.KillWorkerInJoin:
                await KillAtJoinAsync();
                break;
            case FarmFault.KillTwoWorkers:
                var first = (await WorkerInPartAsync())!;
                await Task.WhenAll(first.KillAsync(), stage.Workers.First(worker => worker != first).KillAsync());
                break;
            case FarmFault.FreezeWorker:
                await FreezeAsync();
                break;
            case FarmFault.DrainWorker:
                await (await WorkerInPartAsync())!.DrainAsync();
                break;
            case FarmFault.KillApiInUpload:
                await KillInUploadAsync();
                break;
            case FarmFault.KillApiInTurn:
                await KillInTurnAsync();
                break;
            case FarmFault.CrashDatabase:
                await WorkerInPartAsync();
                await stage.Database.CrashAsync(TimeSpan.FromMilliseconds(_random.Next(0, 2000)));
                break;
            case FarmFault.FillWorkersDisk:
                await FillDiskAsync();
                break;
            case FarmFault.ClockOff:
                await WithClockOffAsync();
                break;
            case FarmFault.CancelInParts:
                await WorkerInPartAsync();
                await stage.Client.CancelAsync(_long);
                break;
            case FarmFault.TakeBlobsAway:
                await WorkerInPartAsync();
                Directory.Move(stage.BlobFolder, stage.BlobFolder + ".away");
                await Task.Delay(_random.Next(100, 1500));
                Directory.Move(stage.BlobFolder + ".away", stage.BlobFolder);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows {fault}.");
        }
    }

    private async Task HasOneResultAsync(string id, int seconds)
    {
        var end = await stage.Client.EndOfAsync(id, s_limit);
        Assert.True(end.Status == RenderStatus.Completed, $"{id} ended as {end.Status}: {end.ErrorCode} {end.Error}\n{Logs()}");
        Assert.Equal(seconds, end.Duration!.Value, 0.1);

        // A file of an attempt that came too late may be on its way out.
        for (var begun = Stopwatch.GetTimestamp(); stage.FilesOf(id).Count != 1 && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20);)
        {
            await Task.Delay(200);
        }

        var file = Assert.Single(stage.FilesOf(id));
        Assert.Equal(await File.ReadAllBytesAsync(file), await stage.Client.DownloadAsync(id));
        Assert.Equal([Path.GetFileName(file)], (await stage.Database.QueryAsync($"SELECT file FROM renders WHERE id='{id}' AND state='done'"))[0]);
        await PlaysAsync(file, seconds);
    }

    private static async Task PlaysAsync(string file, int seconds)
    {
        var start = new ProcessStartInfo("ffprobe", ["-v", "error", "-count_packets", "-select_streams", "v", "-show_entries", "stream=nb_read_packets,avg_frame_rate", "-of", "csv=p=0", file]) { RedirectStandardOutput = true };
        using var probe = Process.Start(start)!;
        var said = (await probe.StandardOutput.ReadToEndAsync()).Trim().Split(',');
        await probe.WaitForExitAsync();
        var rate = said[0].Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(seconds * rate[0] / rate[1], double.Parse(said[1], CultureInfo.InvariantCulture), 0.5);
    }

    /// <summary>The worker that makes a part of the long render now.</summary>
    private async Task<FarmNode?> WorkerInPartAsync()
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < s_limit;)
        {
            var owners = await stage.Database.QueryAsync($"SELECT owner FROM parts WHERE render_id='{_long}' AND state='running' AND kind='Picture'");
            if (owners.Count > 0)
            {
                return stage.Workers.First(worker => worker.Name == owners[0][0]);
            }

            Assert.NotEqual("done", (await stage.Database.QueryAsync($"SELECT state FROM renders WHERE id='{_long}'"))[0][0]);
            await Task.Delay(20);
        }

        throw new TimeoutException("No part was being made.");
    }

    private async Task KillAtJoinAsync()
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < s_limit; await Task.Delay(10))
        {
            var owners = await stage.Database.QueryAsync($"SELECT owner FROM renders WHERE id='{_long}' AND stage='join' AND state='running'");
            if (owners.Count > 0)
            {
                var process = owners[0][0].Split(':')[^1];
                await stage.Workers.First(worker => worker.ProcessId.ToString(CultureInfo.InvariantCulture) == process).KillAsync();
                return;
            }
        }
    }

    // Longer than it takes the others to think that it is dead; then it goes on as if nothing had been.
    private async Task FreezeAsync()
    {
        var worker = (await WorkerInPartAsync())!;
        await worker.FreezeAsync();
        await Task.Delay(_random.Next(4000, 9000));
        await worker.ThawAsync();
    }

    private async Task KillInUploadAsync()
    {
        var session = stage.Short.Session;
        var before = (await stage.Client.StateAsync(session)).VideoInfos.Count;
        var sending = stage.Client.SendAsync(
            stage.Apis[0], HttpMethod.Post, Routes.Upload(session), FarmClient.Form(new SlowContent(stage.Pictures[0], TimeSpan.FromSeconds(3)), stage.Pictures[0]));
        await Task.Delay(_random.Next(200, 1000));
        await stage.Apis[0].KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        Assert.Equal(before, (await stage.Client.StateAsync(session)).VideoInfos.Count);
        using var again = await stage.Client.SendAsync(stage.Apis[1], HttpMethod.Post, Routes.Upload(session), FarmClient.Form(stage.Pictures[0]));
        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal(before + 1, (await stage.Client.StateAsync(session)).VideoInfos.Count);
    }

    private async Task KillInTurnAsync()
    {
        var session = await stage.Client.CreateProjectAsync(stage.Pictures.Take(2), "3 seconds each");
        var saying = stage.Client.SendAsync(
            stage.Apis[0], HttpMethod.Post, Routes.RunSse,
            System.Net.Http.Json.JsonContent.Create(Protocol.Turns.TurnRequest.Of(session, "title \"Two\" and music"), WireJson.Default.TurnRequest));
        await Task.Delay(_random.Next(0, 60));
        await stage.Apis[0].KillAsync();
        await ((Task)saying).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Done or not done, never half: and whoever asks learns which.
        var draft = (await stage.Client.StateAsync(session)).Draft!.Value.GetRawText();
        Assert.Equal(draft.Contains("\"Two\"", StringComparison.Ordinal), draft.Contains("usic", StringComparison.Ordinal));
    }

    private async Task FillDiskAsync()
    {
        var worker = stage.Workers[2];
        await worker.DrainAsync();
        await worker.StartAsync(["unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=6m tmpfs \"$0\" && exec \"$@\"", worker.Folder]);
        await File.WriteAllBytesAsync($"/proc/{worker.ProcessId}/root{worker.Folder}/filler", new byte[5 * 1024 * 1024]);
        await HasOneResultAsync(_short, 5);
        await worker.DrainAsync();
    }

    // Within what the nodes forgive each other.
    private async Task WithClockOffAsync()
    {
        var worker = stage.Workers[2];
        await worker.DrainAsync();
        await worker.StartAsync(WrongClock.Command(_random.Next(2) == 0 ? 1.2 : -1.2));
        await HasOneResultAsync(_long, 24);
        await worker.DrainAsync();
    }

    private string Logs() => string.Join('\n', stage.Apis.Concat(stage.Workers).Select(node => $"== {node.Name}\n{node.Said}"));
}
