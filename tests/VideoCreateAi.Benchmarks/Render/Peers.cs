using System.Diagnostics;

namespace VideoCreateAi.Benchmarks.Render;

/// <summary>The programs that people would take otherwise, where they are installed. They get less to do than the product: pictures
/// that are cropped and scaled already, no music, no check of the file.</summary>
internal static class Peers
{
    private const int Shots = 5;
    private const int ShotFrames = 192;
    private const int FadeFrames = 15;

    // 15 % larger than the frame, as far as the motion reaches.
    private const int PictureWidth = 1242;
    private const int PictureHeight = 2208;

    private static readonly string[] s_encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-g", "60", "-profile:v", "high", "-pix_fmt", "yuv420p"];
    private static readonly string[] s_lossless = ["-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-pix_fmt", "yuv420p"];

    public static async Task<IReadOnlyList<Peer>> PrepareAsync(string folder, IReadOnlyList<string> pictures)
    {
        var cropped = await CropAsync(folder, pictures);
        List<Peer> peers = [Recipe(folder, cropped)];
        if (IsInstalled("melt"))
        {
            peers.Add(Melt(folder, cropped));
        }

        return peers;
    }

    private static async Task<List<string>> CropAsync(string folder, IReadOnlyList<string> pictures)
    {
        var cropped = new List<string>();
        for (var i = 0; i < Shots; i++)
        {
            var path = Path.Combine(folder, $"peer{i}.jpg");
            await RunAsync("ffmpeg", [
                "-v", "error", "-y", "-i", pictures[i % pictures.Count], "-vf",
                FormattableString.Invariant($"scale={PictureWidth}:{PictureHeight}:force_original_aspect_ratio=increase,crop={PictureWidth}:{PictureHeight},format=yuvj420p"),
                "-frames:v", "1", "-q:v", "2", path,
            ]);
            cropped.Add(path);
        }

        return cropped;
    }

    // As it is found in answers everywhere: zoompan on a picture of twice the size, against the worst of its jitter.
    private static Peer Recipe(string folder, List<string> pictures)
    {
        var zooms = pictures.Select((_, i) => FormattableString.Invariant(
            $"[{i}:v]scale=2160:3840:flags=bicubic,zoompan=z='1+0.15*on/{ShotFrames}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d={ShotFrames}:s=1080x1920:fps=30,format=yuv420p,settb=1/30[v{i}]"));
        var fades = Enumerable.Range(1, pictures.Count - 1).Select(i => FormattableString.Invariant(
            $"[{(i == 1 ? "v0" : $"x{i - 1}")}][v{i}]xfade=transition=fade:duration=0.5:offset={i * (ShotFrames - FadeFrames) / 30.0}[x{i}]"));
        var title = FormattableString.Invariant(
            $"[x{pictures.Count - 1}]drawtext=text='Urban Dreams':fontsize=120:fontcolor=white:borderw=4:x=(w-tw)/2:y=h*0.7:enable='lt(t,3)'[out]");
        var graph = string.Join(';', [.. zooms, .. fades, title]);
        string[] inputs = ["-v", "error", "-y", .. pictures.SelectMany(picture => new[] { "-i", picture }), "-filter_complex", graph, "-map", "[out]"];
        var (made, lossless) = (Path.Combine(folder, "recipe.mp4"), Path.Combine(folder, "recipe.mkv"));
        return new Peer(
            "ffmpeg recipe (zoompan, xfade)", ["ffmpeg", .. inputs, .. s_encoder, made], made, ["ffmpeg", .. inputs, .. s_lossless, lossless], lossless, folder);
    }

    private static Peer Melt(string folder, List<string> pictures)
    {
        var profile = Path.Combine(folder, "vertical");
        File.WriteAllText(profile, """
            description=vertical
            frame_rate_num=30
            frame_rate_den=1
            width=1080
            height=1920
            progressive=1
            sample_aspect_num=1
            sample_aspect_den=1
            display_aspect_num=9
            display_aspect_den=16
            colorspace=709

            """);
        var shots = pictures.SelectMany((picture, i) =>
        {
            string[] shot =
            [
                picture, "in=0", $"out={ShotFrames - 1}",
                "-attach-cut", "affine", $"transition.rect=0=0 0 1080 1920;{ShotFrames - 1}=-81 -144 1242 2208", "background=color:0",
            ];
            return i == 0 ? shot : [.. shot, "-mix", $"{FadeFrames}", "-mixer", "luma"];
        });
        string[] title = ["-filter", "dynamictext:Urban Dreams", "in=0", "out=89", "geometry=0 1344 1080 200", "size=120", "halign=center"];
        var (made, lossless) = (Path.Combine(folder, "melt.mp4"), Path.Combine(folder, "melt.mkv"));
        string[] common = ["melt", "-silent", "-profile", profile, .. shots, .. title, "-consumer"];
        string[] environment = ["env", "QT_QPA_PLATFORM=offscreen"];
        return new Peer(
            "MLT (melt)",
            [.. environment, .. common, "avformat:" + made, "real_time=-2", "vcodec=libx264", "preset=veryfast", "crf=21", "g=60", "vprofile=high", "an=1", "pix_fmt=yuv420p"],
            made,
            [.. environment, .. common, "avformat:" + lossless, "real_time=-2", "vcodec=libx264", "preset=ultrafast", "qp=0", "an=1", "pix_fmt=yuv420p"],
            lossless,
            folder);
    }

    /// <summary>A browser that draws every frame. The whole video takes it a quarter of an hour, so it is not among the others.</summary>
    public static async Task<Peer> RemotionAsync(string folder, IReadOnlyList<string> pictures)
    {
        await CropAsync(folder, pictures);
        var project = Path.Combine(Repository.Folder(), "tests", "VideoCreateAi.Benchmarks", "Render", "remotion");
        var (made, lossless) = (Path.Combine(folder, "remotion.mp4"), Path.Combine(folder, "remotion.mkv"));
        string[] common = ["node_modules/.bin/remotion", "render", "index.jsx", "Promo"];
        string[] options = ["--public-dir=" + folder, "--muted", "--concurrency=2", "--gl=swangle", "--browser-executable=chromium", "--log=error", "--codec=h264"];
        return new Peer(
            "Remotion (Chromium)",
            [.. common, made, .. options, "--crf=21", "--x264-preset=veryfast"],
            made,
            [.. common, lossless, .. options, "--crf=1", "--x264-preset=ultrafast", "--frames=0-59"],
            lossless,
            project,
            IsSlow: true);
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
