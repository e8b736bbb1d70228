using System.Diagnostics;
using System.Globalization;
using VideoCreateAi.Samples.PictureGenerator.Files;
using VideoCreateAi.Samples.PictureGenerator.Scenes;

IScene[] scenes = [new DuskMountains(), new HarbourSea(), new CityNight(), new PerfumeBottle(), new RainyWindow()];

var folder = "samples/pictures";
var scale = 1f;
var only = "";
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--scale" when i + 1 < args.Length:
            scale = float.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--only" when i + 1 < args.Length:
            only = args[++i];
            break;
        default:
            folder = args[i];
            break;
    }
}

Directory.CreateDirectory(folder);
foreach (var scene in scenes.Where(scene => scene.FileName.Contains(only, StringComparison.Ordinal)))
{
    var watch = Stopwatch.StartNew();
    var width = (int)(scene.Width * scale);
    var height = (int)(scene.Height * scale);
    var path = Path.Combine(folder, scene.FileName);
    var pixels = scene.Film.Develop(scene.Render(width, height));
    if (scene.StoredOnItsSide)
    {
        await PictureFile.WriteAsync(
            path, height, width, PictureFile.TurnedLeft(pixels, width, height), scene.Quality, CancellationToken.None);
        await File.WriteAllBytesAsync(
            path, ExifOrientation.Insert(await File.ReadAllBytesAsync(path), ExifOrientation.TurnClockwise));
    }
    else
    {
        await PictureFile.WriteAsync(path, width, height, pixels, scene.Quality, CancellationToken.None);
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{path}: {width}x{height}, {new FileInfo(path).Length / 1024} KiB, {watch.Elapsed.TotalSeconds:0.0} s"));
}
