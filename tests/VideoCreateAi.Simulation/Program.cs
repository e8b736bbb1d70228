using VideoCreateAi.Simulation;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

ThreadPool.GetMaxThreads(out var threads, out _);
if (threads != 1)
{
    Console.Error.WriteLine($"The thread pool must have one thread (ThreadPoolMaxThreads in the project file); it may have {threads}.");
    return 2;
}

// The pool's one thread belongs to the simulation from here on.
return arguments.Parallel > 1
    ? new ParallelRun(arguments).Run()
    : Task.Run(() => new Run(arguments, Console.Out).RunAsync()).GetAwaiter().GetResult();
