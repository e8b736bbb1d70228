namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>What a studio may leave on the disk of a data directory: what its rows name, and nothing else.</summary>
internal static class StudioLeftovers
{
    /// <summary>For a studio that has just started.</summary>
    public static void AssertNone(FreeStage stage)
    {
        Assert.Equal(
            stage.Rows("SELECT media_id FROM project_media").Distinct().Order(StringComparer.Ordinal),
            stage.Files("media").Select(path => path.Split('/')[0]).Distinct());
        Assert.Equal(
            stage.Rows("SELECT file FROM renders WHERE file IS NOT NULL").Order(StringComparer.Ordinal),
            stage.Files("renders").Where(name => !name.EndsWith(".sheet.json", StringComparison.Ordinal)));
        Assert.Empty(stage.Rows("SELECT id FROM renders WHERE state NOT IN ('done', 'failed', 'cancelled')"));
        Assert.Empty(stage.Files("scratch"));
        Assert.DoesNotContain(stage.Files("cache"), path => path.EndsWith(".part", StringComparison.Ordinal));
        Assert.DoesNotContain(UsedBy.Processes(stage.DataFolder), command => command.Contains("ffmpeg", StringComparison.Ordinal));
    }

    /// <summary>Every project of the ledger is one of the studio's, the other way round too, and no row is of a project that is gone.</summary>
    public static void AssertBooksAgree(FreeStage stage)
    {
        Assert.Equal(
            stage.Rows("SELECT session_id FROM projects ORDER BY session_id"),
            stage.Rows("SELECT session_id FROM projects WHERE session_id<>'' ORDER BY session_id", FreeStage.Ledger));
        Assert.Empty(stage.Rows("SELECT project_id FROM steps WHERE project_id NOT IN (SELECT project_id FROM projects)", FreeStage.Ledger));
        Assert.Empty(stage.Rows("SELECT project_id FROM jobs WHERE project_id NOT IN (SELECT project_id FROM projects) OR state='Running'", FreeStage.Ledger));
        Assert.Empty(stage.Rows("SELECT job_id FROM drafts_before WHERE job_id NOT IN (SELECT job_id FROM jobs)", FreeStage.Ledger));
        Assert.Empty(stage.Rows("SELECT session_id FROM versions WHERE session_id NOT IN (SELECT session_id FROM projects)"));
    }
}
