using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>The words in the names of the files: whoever says one of them speaks of the file more often than not.</summary>
internal sealed class NamePieces
{
    private const int ShortestPiece = 3;

    private readonly HashSet<string> _pieces = new(StringComparer.Ordinal);

    private NamePieces()
    {
    }

    public static NamePieces Of(IReadOnlyList<Asset> assets)
    {
        var names = new NamePieces();
        foreach (var asset in assets)
        {
            names.Add(Path.GetFileNameWithoutExtension(asset.Name).ToLowerInvariant());
        }

        return names;
    }

    public bool Holds(string word) => _pieces.Contains(word) || (word.Length > ShortestPiece && word.EndsWith('s') && _pieces.Contains(word[..^1]));

    /// <summary>Whether the sign and one of its neighbours stand so in a name.</summary>
    public bool Holds(string text, int at) => (at + 1 < text.Length && _pieces.Contains(text[at..(at + 2)])) || (at > 0 && _pieces.Contains(text[(at - 1)..(at + 1)]));

    private void Add(string name)
    {
        for (var at = 0; at < name.Length;)
        {
            if (!char.IsLetterOrDigit(name[at]))
            {
                at++;
            }
            else if (Scripts.IsRunning(name[at]))
            {
                if (at + 1 < name.Length && Scripts.IsRunning(name[at + 1]))
                {
                    _pieces.Add(name[at..(at + 2)]);
                }

                at++;
            }
            else
            {
                var end = at + 1;
                while (end < name.Length && char.IsLetterOrDigit(name[end]) && !Scripts.IsRunning(name[end]) && char.IsDigit(name[end]) == char.IsDigit(name[at]))
                {
                    end++;
                }

                if (end - at >= ShortestPiece || char.IsDigit(name[at]))
                {
                    _pieces.Add(name[at..end]);
                }

                at = end;
            }
        }
    }
}
