using VideoCreateAi.Training;

if (args is not ["train", _, _] and not ["check", _, ..])
{
    Console.Error.WriteLine("Use: VideoCreateAi.Training train DATA MODEL | check DATA [show|files]");
    return 2;
}

var folder = args[1];
var examples = TrainingData.Read(folder);
if (args[0] == "train")
{
    var made = Made.Of(examples, TrainingData.DigestOf(folder));
    File.WriteAllBytes(args[2], made);
    Console.WriteLine(FormattableString.Invariant($"{examples.Count} sentences, {made.Length} bytes."));
    return 0;
}

var check = new CrossCheck(Console.Out, args.Contains("show"));
if (args.Contains("files"))
{
    var sources = examples.Select(static example => example.Source).Distinct().ToList();
    check.Run(examples, (example, _) => sources.IndexOf(example.Source), sources.Count);
}
else
{
    check.Run(examples, static (_, i) => i % 8, 8);
}

return 0;
