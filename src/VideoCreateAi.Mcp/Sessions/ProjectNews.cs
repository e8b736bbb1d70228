namespace VideoCreateAi.Mcp.Sessions;

/// <summary>Tells who listens what this process changed. What other processes do to a shared ledger is not heard here.</summary>
internal sealed class ProjectNews
{
    /// <summary>As many as sessions and streams can be open together, and no leak goes on for ever.</summary>
    public const int MostFeeds = 256;

    private readonly Lock _lock = new();
    private readonly HashSet<ProjectFeed> _feeds = [];

    public int Listeners
    {
        get
        {
            lock (_lock)
            {
                return _feeds.Count;
            }
        }
    }

    /// <returns>Null when too many listen already.</returns>
    public ProjectFeed? Open()
    {
        lock (_lock)
        {
            if (_feeds.Count >= MostFeeds)
            {
                return null;
            }

            var feed = new ProjectFeed(Close);
            _feeds.Add(feed);
            return feed;
        }
    }

    public void Tell(string projectId, ProjectChangeKind kind)
    {
        lock (_lock)
        {
            foreach (var feed in _feeds)
            {
                feed.Add(new ProjectChange(projectId, kind));
            }
        }
    }

    private void Close(ProjectFeed feed)
    {
        lock (_lock)
        {
            _feeds.Remove(feed);
        }
    }
}
