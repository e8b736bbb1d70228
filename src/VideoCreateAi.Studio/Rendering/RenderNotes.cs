namespace VideoCreateAi.Studio.Rendering;

/// <summary>What a careful editor would want to know about the result; each note once.</summary>
internal sealed class RenderNotes
{
    private const int Most = 12;

    private readonly List<string> _notes = [];

    public IReadOnlyList<string> All => _notes;

    public void AddRange(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            Add(note);
        }
    }

    public void Add(string note)
    {
        lock (_notes)
        {
            if (_notes.Count < Most && !_notes.Contains(note))
            {
                _notes.Add(note);
            }
        }
    }
}
