using System.Diagnostics;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>Native/fault.c, compiled: loaded in front of the C library it counts what a program does to its files, and kills it
/// or lets its disk fail where a <see cref="FaultPage"/> says so.</summary>
internal static class FaultLibrary
{
    private static readonly Lazy<string> s_path = new(Compile);

    public static string Path => s_path.Value;

    private static string Compile()
    {
        var library = System.IO.Path.Combine(AppContext.BaseDirectory, $"fault-{Environment.ProcessId}.so");
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, "Crash", "Native", "fault.c");
        var start = new ProcessStartInfo("gcc") { RedirectStandardError = true };
        foreach (var argument in (string[])["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"])
        {
            start.ArgumentList.Add(argument);
        }

        using var compiler = Process.Start(start)!;
        var said = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.True(compiler.ExitCode == 0, said);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(library);
        return library;
    }
}
