using VideoCreateAi.Training;
using VideoCreateAi.Training.Routes;
using VideoCreateAi.Training.Spans;

if (args is not ["train" or "train-router" or "train-spans", _, _] and not ["check" or "check-router" or "check-spans", _, ..])
{
    Console.Error.WriteLine("Use: VideoCreateAi.Training train|train-router|train-spans DATA MODEL | check DATA [show|files] | check-router|check-spans DATA [show]");
    return 2;
}

var folder = args[1];
if (args[0] == "train-router")
{
    var messages = RouteData.Read(folder);
    var model = RouteMade.Of(messages, RouteData.DigestOf(folder));
    File.WriteAllBytes(args[2], model);
    Console.WriteLine(FormattableString.Invariant($"{messages.Count} messages, {model.Length} bytes."));
    return 0;
}

if (args[0] == "check-router")
{
    new RouteCheck(Console.Out, args.Contains("show")).Run(RouteData.Read(folder), RouteData.Read(Path.Combine(folder, "validation")));
    return 0;
}

if (args[0] == "train-spans")
{
    var messages = SpanData.Read(folder);
    var model = SpanModelFile.Of(messages, SpanData.DigestOf(folder));
    File.WriteAllBytes(args[2], model);
    Console.WriteLine(FormattableString.Invariant($"{messages.Count} messages, {model.Length} bytes."));
    return 0;
}

if (args[0] == "check-spans")
{
    new SpanCheck(Console.Out, args.Contains("show")).Run(SpanData.Read(folder));
    return 0;
}

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
