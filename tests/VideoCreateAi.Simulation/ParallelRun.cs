using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace VideoCreateAi.Simulation;

/// <summary>Splits the schedules among processes: each has one thread, so more threads need more processes.</summary>
internal sealed class ParallelRun(Arguments arguments)
{
    public int Run()
    {
        var share = (arguments.Schedules + arguments.Parallel - 1) / arguments.Parallel;
        List<Process> processes = [];
        for (var begun = 0; begun < arguments.Schedules; begun += share)
        {
            processes.Add(Start(arguments.Seed + (ulong)begun, Math.Min(share, arguments.Schedules - begun)));
        }

        var code = 0;
        foreach (var process in processes)
        {
            process.WaitForExit();
            code = Math.Max(code, process.ExitCode);
            process.Dispose();
        }

        return code;
    }

    private Process Start(ulong seed, int schedules)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        string[] words =
        [
            "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--schedules", schedules.ToString(CultureInfo.InvariantCulture),
            "--mutate", arguments.Rules.Mutation.ToString(),
            .. arguments.Rules.Windows is { } windows ? (string[])["--windows", windows.ToString(CultureInfo.InvariantCulture)] : [],
            .. arguments.Trace ? (string[])["--trace"] : [],
            .. arguments.Twice ? (string[])["--twice"] : [],
            .. arguments.KeepGoing ? (string[])["--keep-going"] : [],
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
