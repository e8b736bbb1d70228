using System.CommandLine;

namespace VideoCreateAi.Mcp.Hosting.Setup;

/// <summary><c>videocreateai setup</c>: puts this server into a client's configuration, after showing the change.</summary>
internal static class SetupCommand
{
    public static Command Create(SetupEnvironment environment)
    {
        var client = new Option<string>("--client") { Description = "The program that will use the server.", Required = true };
        client.AcceptOnlyFromAmong([.. ClientKind.All.Select(kind => kind.Name)]);
        var remove = new Option<bool>("--remove") { Description = "Take the entry out again." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Write without asking." };
        var print = new Option<bool>("--print") { Description = "Print the block to copy, and write nothing." };
        var command = new Command("setup", "Connect a client: write this server into its configuration.") { client, remove, yes, print };
        command.SetAction(parsed =>
        {
            var kind = ClientKind.All.First(known => known.Name == parsed.GetValue(client));
            return parsed.GetValue(print) ? Print(environment, kind)
                : Change(environment, kind, parsed.GetValue(remove), parsed.GetValue(yes));
        });
        return command;
    }

    private static int Print(SetupEnvironment environment, ClientKind client)
    {
        environment.Output.Write(ClientConfiguration.WithEntry(text: null, client, environment.Launch));
        environment.Error.WriteLine($"For {client.DisplayName}: {PathOf(environment, client)}");
        return 0;
    }

    private static int Change(SetupEnvironment environment, ClientKind client, bool remove, bool yes)
    {
        var path = PathOf(environment, client);
        try
        {
            var file = new ConfigurationFile(path);
            var before = file.Read();
            var after = remove
                ? ClientConfiguration.WithoutEntry(before, client)
                : ClientConfiguration.WithEntry(before, client, environment.Launch);
            var (old, fresh) = (ClientConfiguration.EntryIn(before, client), ClientConfiguration.EntryIn(after ?? before, client));
            if (after is null || old == fresh)
            {
                environment.Output.WriteLine(remove
                    ? $"There is no \"{ClientConfiguration.EntryName}\" in {path}: nothing to remove."
                    : $"{client.DisplayName} is set up already: {path} needs no change.");
                return 0;
            }

            Show(environment.Output, client, file, before, old, fresh);
            if (!yes && !IsConfirmed(environment))
            {
                return 1;
            }

            file.Replace(before, after);
            environment.Output.WriteLine(remove ? $"Removed. {client.DisplayName} forgets it at its next start." : $"Written. {client.NextStep}");
            return 0;
        }
        catch (ClientConfigurationException fault)
        {
            environment.Error.WriteLine($"{path} was left as it is: {fault.Message}.");
            environment.Error.WriteLine($"Mend the file, or put the block of \"videocreateai setup --client {client.Name} --print\" in by hand.");
            return 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            environment.Error.WriteLine($"{path} could not be written: {fault.Message}");
            return 1;
        }
    }

    private static void Show(TextWriter output, ClientKind client, ConfigurationFile file, string? before, string? old, string? fresh)
    {
        output.WriteLine(before is null ? $"{file.Path} (new file), in \"{client.ServersKey}\":" : $"{file.Path}, in \"{client.ServersKey}\":");
        WriteLines(output, '-', old);
        WriteLines(output, '+', fresh);
        if (before is not null)
        {
            output.WriteLine(File.Exists(file.BackupPath)
                ? $"Everything else in it stays. The first backup {file.BackupPath} is kept as it is."
                : $"Everything else in it stays. The file as it is now will be kept as {file.BackupPath}.");
        }

        if (ClientConfiguration.HasComments(before))
        {
            output.WriteLine("The comments in it will be lost (they remain in the backup).");
        }
    }

    private static void WriteLines(TextWriter output, char sign, string? lines)
    {
        foreach (var line in lines?.Split('\n') ?? [])
        {
            output.WriteLine($"{sign}   {line.TrimEnd('\r')}");
        }
    }

    private static bool IsConfirmed(SetupEnvironment environment)
    {
        if (!environment.IsInteractive)
        {
            environment.Error.WriteLine("Nothing was written: there is nobody to ask here. Run it again with --yes.");
            return false;
        }

        environment.Output.Write("Write this? [y/N] ");
        environment.Output.Flush();
        var isYes = environment.Input.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
        if (!isYes)
        {
            environment.Output.WriteLine("Nothing was written.");
        }

        return isYes;
    }

    private static string PathOf(SetupEnvironment environment, ClientKind client)
        => client.ConfigurationFile(environment.HomeFolder, environment.ApplicationDataFolder);
}
