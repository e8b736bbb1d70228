using VideoCreateAi.Mcp.Hosting;

return await CommandLine.Create().Parse(args).InvokeAsync();
