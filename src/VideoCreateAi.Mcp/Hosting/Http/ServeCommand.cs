using System.CommandLine;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary><c>videocreateai serve --http</c>: the server for clients that connect to an address.</summary>
internal static class ServeCommand
{
    public const int DefaultPort = 8791;

    /// <param name="settings">Reads the options that this command shares with the program itself.</param>
    public static Command Create(IEnumerable<Option> shared, Func<ParseResult, ServerSettings> settings)
    {
        var http = new Option<int>("--http")
        {
            Description = $"Serve MCP over Streamable HTTP on this port of 127.0.0.1 (default {DefaultPort}; 0 takes a free one).",
            HelpName = "port",
            Arity = ArgumentArity.ZeroOrOne,
            Required = true,
            CustomParser = static result =>
            {
                if (result.Tokens.Count == 0)
                {
                    return DefaultPort;
                }

                if (!ushort.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var port))
                {
                    result.AddError($"'{result.Tokens[0].Value}' is no port: it must be 0 to 65535.");
                }

                return port;
            },
        };
        var command = new Command("serve", "Serves MCP to clients on this machine that connect to an address and know the token.") { http };
        foreach (var option in shared)
        {
            command.Options.Add(option);
        }

        command.SetAction((arguments, cancellationToken) => HttpServer.RunAsync(settings(arguments), arguments.GetValue(http), cancellationToken));
        return command;
    }
}
