using VideoCreateAi.Mcp.Hosting;

return await CommandLine.RunAsync(args);
