using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.Studio;

// The studio waits for it with a text in its hand: no command line is built for it either.
if (args is [StudioLettering.Verb, ..])
{
    return await LetteringVerb.RunAsync(args);
}

// A client that launches the server waits for its first answer: nothing is built to read an empty command line.
return args.Length == 0
    ? await StdioServer.RunAsync(ServerSettings.Read(), CancellationToken.None)
    : await CommandLine.RunAsync(args);
