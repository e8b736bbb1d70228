using VideoCreateAi.Mcp.Hosting;

// A client that launches the server waits for its first answer: nothing is built to read an empty command line.
return args.Length == 0
    ? await StdioServer.RunAsync(ServerSettings.Read(), CancellationToken.None)
    : await CommandLine.RunAsync(args);
