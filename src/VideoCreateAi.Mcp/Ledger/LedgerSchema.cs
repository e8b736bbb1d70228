namespace VideoCreateAi.Mcp.Ledger;

/// <summary>The ledger's tables, step by step. A step that was released is never changed: a new one is added below.</summary>
internal static class LedgerSchema
{
    public static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE IF NOT EXISTS projects (
            project_id TEXT PRIMARY KEY, session_id TEXT NOT NULL, backend TEXT NOT NULL, name TEXT NOT NULL,
            language TEXT NOT NULL, created_ms INTEGER NOT NULL, used_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS jobs (
            job_id TEXT PRIMARY KEY, project_id TEXT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL,
            delivered INTEGER NOT NULL, created_ms INTEGER NOT NULL, job TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS jobs_by_age ON jobs (created_ms);
        """,

        // The two rules that hold across processes are the database's: one edit at a time in a project, and one running
        // job for one request.
        """
        ALTER TABLE projects ADD COLUMN task_id TEXT NOT NULL DEFAULT '';
        ALTER TABLE jobs ADD COLUMN request TEXT NOT NULL DEFAULT '';
        ALTER TABLE jobs ADD COLUMN request_key TEXT;
        ALTER TABLE jobs ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;
        CREATE UNIQUE INDEX jobs_by_key ON jobs (request_key) WHERE request_key IS NOT NULL;
        CREATE UNIQUE INDEX one_edit ON jobs (project_id) WHERE edits = 1;
        CREATE UNIQUE INDEX one_request ON jobs (project_id, request) WHERE state = 'Running' AND request <> '';
        CREATE INDEX jobs_by_request ON jobs (request);
        CREATE TABLE drafts_before (job_id TEXT PRIMARY KEY, draft BLOB NOT NULL) STRICT;
        """,

        // A draft that was dropped leaves its line. What was restored beside the backend counts while the backend's own
        // timeline is still the one of "beside".
        """
        CREATE TABLE steps (
            project_id TEXT NOT NULL, number INTEGER NOT NULL, job_id TEXT NOT NULL, kind TEXT NOT NULL, made_ms INTEGER NOT NULL,
            message TEXT NOT NULL, changes TEXT NOT NULL, restored INTEGER, digest TEXT NOT NULL, length INTEGER NOT NULL,
            draft BLOB, beside TEXT, PRIMARY KEY (project_id, number)) STRICT;
        CREATE UNIQUE INDEX steps_by_job ON steps (job_id) WHERE job_id <> '';
        """,

        // Jobs that somebody wants to end, whichever process works on them.
        "CREATE TABLE stops (job_id TEXT PRIMARY KEY) STRICT;",
    ];
}
