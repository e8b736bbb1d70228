using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using VideoCreateAi.Studio.Api;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Audio.Voice;
using VideoCreateAi.Studio.Blobs;
using VideoCreateAi.Studio.Credits;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Farm;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Chunks;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Storage;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Telemetry;
using VideoCreateAi.Studio.Users;

namespace VideoCreateAi.Studio;

/// <summary>The studio as a running server: owns its data directory, listens, ends when nobody needs it.</summary>
public static class StudioHost
{
    private static readonly TimeSpan s_tablesLimit = TimeSpan.FromMinutes(1);

    private const int LargestBody = 20 * 1024 * 1024;
    private const UnixFileMode PrivateFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Runs until it is cancelled, asked to end, or idle for long enough.</summary>
    public static async Task<StudioEnd> RunAsync(StudioOptions options, Action<ILoggingBuilder> logging, CancellationToken cancellationToken)
    {
        if (options.IsFarm && options.Blobs is null)
        {
            return new StudioEnd(1, "Nodes of a farm share files: say where with --blobs or VIDEOCREATEAI_BLOBS.");
        }

        CreatePrivateFolder(options.DataFolder);
        using var ownership = TryOwn(options.DataFolder);
        if (ownership is null)
        {
            return new StudioEnd(StudioEnd.AlreadyRunningCode, $"Another studio is using {options.DataFolder}.");
        }

        var database = DatabaseOf(options);
        try
        {
            await (options.Role == StudioRole.Worker ? WaitForTablesAsync(database, cancellationToken) : database.PrepareAsync(cancellationToken));
            if (options.IsFarm && ClockRule.FaultOf(await database.ClockLeadAsync(TimeProvider.System, cancellationToken)) is { } wrongTime)
            {
                return new StudioEnd(1, wrongTime);
            }
        }
        catch (InvalidDataException unusable)
        {
            return new StudioEnd(1, unusable.Message);
        }
        catch (Exception fault) when (DatabaseOutage.IsCauseOf(fault))
        {
            return new StudioEnd(1, $"The database does not answer: {fault.Message}");
        }

        // What attempts that died left behind. Before anything can run: the directory is ours alone.
        RenderFolders.Remove(options.ScratchFolder);
        await using var app = Build(options, database, logging);
        await app.StartAsync(cancellationToken);
        ProtectSocket(options);
        await app.WaitForShutdownAsync(cancellationToken);
        return StudioEnd.Done;
    }

    /// <summary>The application, not yet started.</summary>
    internal static WebApplication Build(StudioOptions options, StudioDatabase database, Action<ILoggingBuilder> logging)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        logging(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.AddRoutingCore();
        AddStudio(builder.Services, options, database);

        var app = builder.Build();
        if (options.Urls is not null && !options.IsFarm)
        {
            app.Use(LocalCallers.InvokeAsync);
        }

        app.Use(app.Services.GetRequiredService<ApiBoundary>().InvokeAsync);
        app.UseRouting();
        if (options.IsFarm)
        {
            app.Services.GetRequiredService<HealthEndpoints>().Map(app);
        }

        if (options.Role != StudioRole.Worker)
        {
            MapApi(app, options);
        }

        return app;
    }

    private static void MapApi(WebApplication app, StudioOptions options)
    {
        app.Services.GetRequiredService<AccountEndpoints>().Map(app);
        app.Services.GetRequiredService<SessionEndpoint>().Map(app);
        app.Services.GetRequiredService<UploadEndpoint>().Map(app);
        app.Services.GetRequiredService<TurnEndpoint>().Map(app);
        app.Services.GetRequiredService<StateEndpoint>().Map(app);
        app.Services.GetRequiredService<RenderEndpoints>().Map(app);
        app.Services.GetRequiredService<PreviewEndpoint>().Map(app);
        app.Services.GetRequiredService<ProjectEndpoints>().Map(app);
        app.Services.GetRequiredService<StudioEndpoints>().Map(app);
        app.Services.GetRequiredService<MediaPlaceEndpoint>().Map(app);
        if (!options.IsFarm)
        {
            // Frees what is on this machine, of whoever it is.
            app.Services.GetRequiredService<StorageEndpoints>().Map(app);
        }
    }

    /// <summary>The database that the options name, which the caller need not dispose: it lives as long as the process.</summary>
    internal static StudioDatabase DatabaseOf(StudioOptions options) =>
        options.Database is { } shared ? Postgres(shared, options.NodeId) : new SqliteStudioDatabase(options.DatabasePath);

    // Apart, so that Npgsql is not loaded for those who have no such database.
    private static PostgresStudioDatabase Postgres(string connectionString, string node) => new(connectionString, node);

    // Workers and API nodes are often started at once.
    private static async Task WaitForTablesAsync(StudioDatabase database, CancellationToken cancellationToken)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                await database.CheckAsync(cancellationToken);
                return;
            }
            catch (Exception fault) when ((fault is InvalidDataException || DatabaseOutage.IsCauseOf(fault)) && TimeProvider.System.GetElapsedTime(begun) < s_tablesLimit)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static void AddStudio(IServiceCollection services, StudioOptions options, StudioDatabase database)
    {
        services.AddSingleton(options);
        services.AddSingleton(database);
        services.AddSingleton(BlobStores.Open(options.Blobs, options.BlobEndpoint));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<UserStore>();
        services.AddSingleton<CreditLedger>();
        services.AddSingleton<ProjectStore>();
        services.AddSingleton<BrandStore>();
        services.AddSingleton<VoiceRehearsal>();
        services.AddSingleton<TurnService>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<IDirector, TextDirector>();
        services.AddSingleton<UrlFetcher>();

        AddMediaTools(services, options);

        services.AddSingleton<RenderStore>();
        services.AddSingleton<RenderFolders>();
        services.AddSingleton<RowSheet>();
        services.AddSingleton<RenderSheets>();
        services.AddSingleton<SteadyWriter>();
        services.AddSingleton<RenderWorker>();
        services.AddSingleton<IRenderQueue, QuartzRenderQueue>();
        services.AddTransient<RenderJob>();
        services.AddSingleton<StudioLifetime>();
        services.AddSingleton<ApiBoundary>();
        services.AddSingleton<ApiAccess>();
        services.AddSingleton<AccountEndpoints>();
        services.AddSingleton<SessionEndpoint>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<TurnEndpoint>();
        services.AddSingleton<StateEndpoint>();
        services.AddSingleton<RenderEndpoints>();
        services.AddSingleton<PreviewEndpoint>();
        services.AddSingleton<ProjectEndpoints>();
        services.AddSingleton<StudioEndpoints>();
        services.AddSingleton<StorageEndpoints>();
        services.AddSingleton<MediaPlaceEndpoint>();
        services.AddSingleton<ProjectRemoval>();
        services.AddSingleton<StorageReview>();
        services.AddSingleton<StorageSweep>();

        services.AddSingleton<HealthEndpoints>();
        if (options.IsFarm)
        {
            services.AddSingleton<RenderAdmission>();
            AddQueue(services, options, database);
            FarmServices.AddFarm(services, options);
        }
        else
        {
            // Before the queue, which begins to work as it starts.
            services.AddHostedService<LeftoverSweep>();
            AddQueue(services, options, database);
            services.AddHostedService<RenderSweep>();
        }

        if (options.Role != StudioRole.Worker)
        {
            services.AddHostedService<QueueSampler>();
        }

        services.AddHostedService(provider => provider.GetRequiredService<StudioLifetime>());
    }

    /// <summary>What looks at media, previews and renders them: all that needs neither database nor queue.</summary>
    internal static void AddMediaTools(IServiceCollection services, StudioOptions options)
    {
        services.AddSingleton(ToolsOf(options));
        services.AddSingleton<IToolRunner, SandboxedToolRunner>();
        services.AddSingleton(new LibraryOptions { Folder = options.MediaFolder });
        services.AddSingleton<FfprobeReader>();
        services.AddSingleton<MediaInspector>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<IMediaFiles>(provider => provider.GetRequiredService<MediaLibrary>());

        services.Configure<AudioOptions>(audio => audio.CacheFolder = Path.Combine(options.CacheFolder, "music"));
        services.AddSingleton<SoundCache>();
        services.AddSingleton<ScorePlayer>();
        services.AddSingleton<Mastering>();
        services.AddSingleton<MusicLibrary>();
        services.AddSingleton<VoiceLibrary>();
        services.AddSingleton<ISoundMixer, SoundMixer>();

        services.AddSingleton(new RenderOptions());
        services.AddSingleton<FontCoverage>();
        services.AddSingleton<IRenderer, TimelineRenderer>();
        services.AddSingleton(provider => new StillCache(Path.Combine(options.CacheFolder, "stills"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ChunkCache(Path.Combine(options.CacheFolder, "chunks"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TimelinePreview>();
    }

    internal static ToolOptions ToolsOf(StudioOptions options) => new()
    {
        FfmpegPath = options.FfmpegPath,
        FfprobePath = options.FfprobePath,
        FluidsynthPath = options.FluidsynthPath,
        Lettering = options.Lettering,
        LetteringFolders = options.LetteringFolders,
        SearchPath = options.ToolPath ?? "",
    };

    internal static void AddQueue(IServiceCollection services, StudioOptions options, StudioDatabase database)
    {
        // At least one thread: an engine without any does not start.
        var slots = options.Role == StudioRole.Api ? 0 : options.RenderSlots;

        // A database of its own: Quartz holds only the wake-ups, and the sweep makes those anew from our rows.
        var store = new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataFolder, "queue.db"), DefaultTimeout = 10 }.ToString();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "studio";

                // One owner per data directory (the lock), so the id may be fixed: what this id left running is recovered. In a farm
                // others recover it.
                scheduler.InstanceId = options.IsFarm ? options.NodeId : "studio";
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
                scheduler.MaxBatchSize = Math.Max(1, slots);
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(maxConcurrency: Math.Max(1, slots));
            quartz.UseExecutionLimits(limits => limits.ForGroup(QuartzRenderQueue.Group, slots));
            quartz.UsePersistentStore(persistence =>
            {
                persistence.ConfigureStore(configuration =>
                {
                    configuration.StoreJobDataAsStrings = true;
                    configuration.RecoverFiringsCancelledByShutdown = true;
                });
                if (options.IsFarm)
                {
                    FarmServices.UseSharedStore(persistence, database, mayCreate: options.Role != StudioRole.Worker);
                }
                else
                {
                    persistence.ProvisionSchema();
                    persistence.UseSqlite(SqliteFactory.Instance, store);
                }
            });
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Listen(KestrelServerOptions kestrel, StudioOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        if (options.Urls is { } urls)
        {
            foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var address = new Uri(url);
                if (options.IsFarm && !address.IsLoopback)
                {
                    // Behind whatever ends TLS and faces the network. Callers have keys.
                    kestrel.ListenAnyIP(address.Port);
                }
                else if (!address.IsLoopback)
                {
                    throw new ArgumentException($"The studio listens on this machine only, not on {address.Host}.");
                }
                else
                {
                    kestrel.ListenLocalhost(address.Port);
                }
            }

            return;
        }

        // The lock on the directory is ours, so a socket that is still there was left by a studio that died.
        File.Delete(options.SocketPath!);
        kestrel.ListenUnixSocket(options.SocketPath!);
    }

    private static void ProtectSocket(StudioOptions options)
    {
        if (options.SocketPath is { } socket && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(socket, PrivateFile);
        }
    }

    private static FileStream? TryOwn(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "studio.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void CreatePrivateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, PrivateFolder);
        }
    }
}
