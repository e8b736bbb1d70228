// Writes the software bill of materials of a build, as CycloneDX in JSON, from what NuGet resolved for it:
//   dotnet run -c Release --project packaging/Sbom -- src/VideoCreateAi.Mcp/obj/project.assets.json out.cdx.json
// The same build gives the same file: it has neither a time nor a random number.
using Sbom;

if (args is not [var assets, var target])
{
    Console.Error.WriteLine("Usage: Sbom <project.assets.json of a build> <file to write>");
    return 2;
}

var build = ResolvedBuild.Read(assets);
await File.WriteAllBytesAsync(target, CycloneDx.Write(build));
Console.WriteLine($"{target}: {build.Components.Count} components of {build.Name} {build.Version}");
return 0;
