namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The kinds of system that differ in where programs lie and how they are installed.</summary>
internal enum HostSystem
{
    Linux,
    MacOS,
    Windows,
}
