// Makes COOKBOOK.md: runs every request of recipes.json through the real server, and writes down what came of it, with frames of the videos.
// Arguments: the published server (videocreateai.dll); then, to try some of them without writing the page, their numbers.
using System.Globalization;
using Cookbook;

if (args is not [var server, .. var chosen])
{
    Console.Error.WriteLine("Usage: Cookbook <path of videocreateai.dll> [<number of a recipe> …]");
    return 1;
}

const int Height = 150;
const int LargeHeight = 340;

var samples = Path.GetFullPath("samples");
var recipes = Recipe.Read(Path.Combine(samples, "Cookbook", "recipes.json"));
var only = chosen.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet();
var work = Directory.CreateDirectory(Path.Combine(Path.GetFullPath("artifacts"), "cookbook")).FullName;
var pictures = only.Count > 0 ? work : Directory.CreateDirectory(Path.Combine(samples, "frames")).FullName;
var page = new Page();

await using var kitchen = await Kitchen.OpenAsync(Path.GetFullPath(server), Path.Combine(samples, "pictures"), work);
foreach (var recipe in recipes.Where(recipe => only.Count == 0 || only.Contains(recipe.Number)))
{
    Console.WriteLine($"== {recipe.Number}. {recipe.Title}");
    var served = await kitchen.CookAsync(recipe);
    foreach (var step in served)
    {
        Console.WriteLine($"> {step.Step.Words ?? step.Step.Arguments.ToJsonString()}\n{step.Text}\n");
    }

    var files = served.SelectMany(step => step.Files).ToList();
    var frames = recipe.Show.Select(shown => (files[shown.File].Path, shown.Second)).ToList();
    var name = string.Create(CultureInfo.InvariantCulture, $"{recipe.Number:00}.jpg");
    if (frames.Count > 0)
    {
        await FrameStrip.WriteAsync(frames, Height, Path.Combine(pictures, name));
    }

    // The first one is the picture of the README as well: it is what the quick start makes.
    if (recipe.Number == 1 && only.Count == 0)
    {
        await FrameStrip.WriteAsync(frames, LargeHeight, Path.Combine(samples, "quickstart.jpg"));
    }

    page.Add(recipe, served, frames.Count > 0 ? $"frames/{name}" : null);
}

if (only.Count == 0)
{
    await File.WriteAllTextAsync(Path.Combine(samples, "COOKBOOK.md"), page.ToString());
}

return 0;
