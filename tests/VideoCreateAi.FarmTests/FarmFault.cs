namespace VideoCreateAi.FarmTests;

/// <summary>What befalls a farm while it renders.</summary>
public enum FarmFault
{
    KillWorkerInPart,
    KillWorkerInJoin,
    KillTwoWorkers,
    FreezeWorker,
    DrainWorker,
    KillApiInUpload,
    KillApiInTurn,
    CrashDatabase,
    FillWorkersDisk,
    ClockOff,
    CancelInParts,
    TakeBlobsAway,
}
