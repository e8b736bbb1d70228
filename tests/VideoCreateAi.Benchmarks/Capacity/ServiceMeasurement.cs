using System.Globalization;
using VideoCreateAi.Benchmarks.Render;
using VideoCreateAi.Studio.Rendering.Parts;

namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>Takes the times of a farm's pieces of work by the clock: on an otherwise idle machine, and with one processor (<c>taskset -c 0</c>),
/// as a place for work has it.</summary>
internal sealed class ServiceMeasurement(RenderStudio studio, IReadOnlyList<string> pictures, string folder)
{
    public async Task<ServiceTimes> RunAsync()
    {
        await WholeAsync(1);
        var (shortWhole, longWhole) = (await WholeAsync(4), await WholeAsync(12));
        var (shortParts, longParts) = (await PartsAsync(24), await PartsAsync(48));
        (double Seconds, double Time)[] made = [.. shortParts.Made, .. longParts.Made];
        return new ServiceTimes
        {
            Whole = ServiceTimes.Cost.Through(4, shortWhole, 12, longWhole),
            Cut = ServiceTimes.Cost.Through(24, shortParts.Cut, 48, longParts.Cut),
            Part = LineOf(made),
            Sound = ServiceTimes.Cost.Through(24, shortParts.Sound, 48, longParts.Sound),
            Join = ServiceTimes.Cost.Through(24, shortParts.Join, 48, longParts.Join),
            Review = ServiceTimes.Cost.Through(24, shortParts.Review, 48, longParts.Review),
        };
    }

    private async Task<double> WholeAsync(int seconds)
    {
        RenderStudio.ClearCaches(folder);
        var timeline = RenderJobs.OfPictures([.. pictures.Take(Math.Max(1, seconds / 6))], TimeSpan.FromSeconds(seconds), $"Whole {seconds}");
        var output = Path.Combine(folder, "whole.mp4");
        return await TimeAsync($"whole, {seconds} s", () => studio.RenderAsync(timeline, RenderJobs.Portrait, output));
    }

    private async Task<(double Cut, double Sound, double Join, double Review, IReadOnlyList<(double Seconds, double Time)> Made)> PartsAsync(int seconds)
    {
        RenderStudio.ClearCaches(folder);
        var timeline = RenderJobs.OfPictures([.. Enumerable.Range(0, seconds / 6).Select(i => pictures[i % pictures.Count])], TimeSpan.FromSeconds(seconds), $"Parts {seconds}");
        var (settings, media) = (RenderJobs.Portrait, studio.Library);
        var work = Directory.CreateTempSubdirectory("vca-bench-").FullName;
        try
        {
            IReadOnlyList<RenderPart> parts = [];
            var cut = await TimeAsync($"cut, {seconds} s", async () => parts = (await studio.Parts.CutAsync("r", timeline, settings, media, work, CancellationToken.None))!);
            List<(double, double)> made = [];
            var sound = 0.0;
            foreach (var part in parts)
            {
                var length = (double)part.Range.Count / settings.Canvas.FramesPerSecond;
                var scratch = Directory.CreateDirectory(Path.Combine(work, part.Number.ToString(CultureInfo.InvariantCulture))).FullName;
                var time = await TimeAsync(
                    FormattableString.Invariant($"part {part.Number}, {part.Kind}, {length:0.0} s"),
                    () => studio.Parts.MakeAsync(part, timeline, settings, media, scratch, new Progress<int>(), CancellationToken.None));
                if (part.Kind == PartKind.Sound)
                {
                    sound = time;
                }
                else
                {
                    made.Add((length, time));
                }
            }

            var path = "";
            var join = await TimeAsync($"join, {seconds} s", async () => path = (await studio.Parts.JoinAsync(parts, timeline, settings, media, work, CancellationToken.None)).Path);
            var review = await TimeAsync($"review, {seconds} s", () => studio.Probe.MeasureAsync(path, timeline, settings, [], work, CancellationToken.None));
            return (cut, sound, join, review, made);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<double> TimeAsync(string what, Func<Task> run)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await run();
        var spent = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{what,-28} {spent,7:0.00} s"));
        return spent;
    }

    // The straight line that all points are nearest to.
    private static ServiceTimes.Cost LineOf(IReadOnlyList<(double Seconds, double Time)> points)
    {
        var (x, y) = (points.Average(point => point.Seconds), points.Average(point => point.Time));
        var spread = points.Sum(point => Math.Pow(point.Seconds - x, 2));
        var slope = spread < 1 ? y / x : Math.Clamp(points.Sum(point => (point.Seconds - x) * (point.Time - y)) / spread, 0, y / x);
        return new ServiceTimes.Cost(y - slope * x, slope);
    }
}
