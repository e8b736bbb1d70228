using System.CommandLine;
using System.Globalization;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>What whoever runs a farm does from a shell: <c>studio migrate</c> and <c>studio user</c>.</summary>
internal static class FarmCommands
{
    public static Command CreateMigrate(Option<string?> data, FarmOptions farm)
    {
        var worker = new Option<string?>("--worker-role") { Description = "A role of the database for workers: it may then read and write what workers need, and nothing else." };
        var command = new Command("migrate", "Makes the tables of a farm, or brings them up to this version. API nodes do so themselves when they start.") { worker };
        command.SetAction((arguments, cancellationToken) => FarmOptions.TellAsync(async () =>
        {
            await StudioAdministration.MigrateAsync(OptionsOf(arguments, data, farm), arguments.GetValue(worker), cancellationToken);
            Console.WriteLine("The tables are those of this version.");
            return 0;
        }));
        return command;
    }

    public static Command CreateUser(Option<string?> data, FarmOptions farm) => new("user", "Users of a farm and their keys. A client gives its key as NEMO_TOKEN.")
    {
        CreateAdd(data, farm), CreateRemove(data, farm), CreateList(data, farm),
    };

    private static Command CreateAdd(Option<string?> data, FarmOptions farm)
    {
        var name = new Argument<string>("name") { Description = "How you call the user." };
        var scopes = new Option<string?>("--scopes") { Description = "What the key is good for: read, edit, export, with commas between. Default: all." };
        var days = new Option<int>("--days") { Description = "How long the key is good.", DefaultValueFactory = _ => 365 };
        var most = new Option<int?>("--most-renders") { Description = "Exports of the user at once. Default: 20." };
        var credits = new Option<int?>("--credits") { Description = "Credits to add; an export then takes one for each minute of video that it begins. Default: exports cost nothing." };
        var command = new Command("add", "Makes a user, or gives one another key, and prints the key. It is stored nowhere.") { name, scopes, days, most, credits };
        command.SetAction((arguments, cancellationToken) => FarmOptions.TellAsync(async () =>
        {
            var (life, renders, added) = (arguments.GetValue(days), arguments.GetValue(most), arguments.GetValue(credits));
            if (life is < 1 or > 36_500 || renders is < 1 || added is < 0)
            {
                throw new ArgumentException("--days is 1 to 36500, --most-renders at least 1, --credits at least 0.");
            }

            Console.WriteLine(await StudioAdministration.AddUserAsync(
                OptionsOf(arguments, data, farm), arguments.GetValue(name)!, arguments.GetValue(scopes), TimeSpan.FromDays(life), renders, added, cancellationToken));
            return 0;
        }));
        return command;
    }

    private static Command CreateRemove(Option<string?> data, FarmOptions farm)
    {
        var name = new Argument<string>("name") { Description = "As it was added." };
        var command = new Command("remove", "Takes all keys of a user back. The projects stay.") { name };
        command.SetAction((arguments, cancellationToken) => FarmOptions.TellAsync(async () =>
        {
            var count = await StudioAdministration.RevokeUserAsync(OptionsOf(arguments, data, farm), arguments.GetValue(name)!, cancellationToken);
            Console.WriteLine(count == 0 ? "There was no key of that user." : $"Keys taken back: {count}.");
            return count == 0 ? 1 : 0;
        }));
        return command;
    }

    private static Command CreateList(Option<string?> data, FarmOptions farm)
    {
        var command = new Command("list", "Lists the users.");
        command.SetAction((arguments, cancellationToken) => FarmOptions.TellAsync(async () =>
        {
            foreach (var user in await StudioAdministration.UsersAsync(OptionsOf(arguments, data, farm), cancellationToken))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{user.Name}: {user.Keys} keys, {(user.MostRenders is { } most ? $"{most} exports at once" : "usual limit")}, {(user.Credits is { } left ? $"{left} credits" : "free")}"));
            }

            return 0;
        }));
        return command;
    }

    private static StudioOptions OptionsOf(ParseResult arguments, Option<string?> data, FarmOptions farm) =>
        farm.Of(arguments, StudioSetup.Of(ServerSettings.Read(arguments.GetValue(data), output: null, backend: null, allowed: []), urls: null));
}
