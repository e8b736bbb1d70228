using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>What a careful editor would want to know about the result; each note once.</summary>
internal sealed class RenderNotes
{
    private const int Most = 12;

    private readonly Lock _lock = new();
    private readonly List<(string Text, FrameRange? Cause)> _notes = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _notes.Select(note => note.Text).Distinct().Take(Most)];
            }
        }
    }

    /// <summary>Those that frames of the range gave cause for.</summary>
    public IReadOnlyList<string> Of(FrameRange range)
    {
        lock (_lock)
        {
            return [.. _notes.Where(note => note.Cause is { } cause && range.Meets(cause.First, cause.End)).Select(note => note.Text).Distinct().Take(Most)];
        }
    }

    public void AddRange(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            Add(note, null);
        }
    }

    /// <param name="cause">The frames that show what it tells of. Null = it is not about the picture.</param>
    public void Add(string note, FrameRange? cause)
    {
        lock (_lock)
        {
            if (!_notes.Contains((note, cause)))
            {
                _notes.Add((note, cause));
            }
        }
    }
}
