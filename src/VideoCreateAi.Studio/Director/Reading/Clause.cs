namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A part of a message that asks for one thing or a few. Whoever understands a term takes it, so that no other does.</summary>
internal sealed class Clause(IReadOnlyList<Term> terms)
{
    private readonly bool[] _taken = new bool[terms.Count];

    private readonly Term[] _terms = [.. terms];

    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>The action that the clause before handed down: "remove the title and the music".</summary>
    public Sense? Inherited { get; init; }

    public IEnumerable<int> Open => Enumerable.Range(0, Terms.Count).Where(index => !_taken[index]);

    public bool Has(params ReadOnlySpan<Sense> senses) => IndexOf(senses) >= 0;

    public bool Does(params ReadOnlySpan<Sense> actions) => Has(actions) || (Inherited is { } inherited && actions.Contains(inherited));

    public int IndexOf(params ReadOnlySpan<Sense> senses)
    {
        for (var index = 0; index < Terms.Count; index++)
        {
            if (!_taken[index] && senses.Contains(Terms[index].Sense))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Where such a term stands, taken or not; far away where there is none.</summary>
    public int IndexOfAny(Sense sense)
    {
        for (var index = 0; index < Terms.Count; index++)
        {
            if (Terms[index].Sense == sense)
            {
                return index;
            }
        }

        return int.MaxValue;
    }

    public Term? Peek(params ReadOnlySpan<Sense> senses) => IndexOf(senses) is >= 0 and var index ? Terms[index] : null;

    public Term? Take(params ReadOnlySpan<Sense> senses) => IndexOf(senses) is >= 0 and var index ? TakeAt(index) : null;

    /// <summary>Gives a term the meaning that the rest of the clause tells it has.</summary>
    public void Reread(int index, Sense sense, string value) => _terms[index] = _terms[index] with { Sense = sense, Value = value };

    public Term TakeAt(int index)
    {
        _taken[index] = true;
        return Terms[index];
    }

    public void TakeEverything() => Array.Fill(_taken, true);

    public IReadOnlyList<Term> TakeAll(params ReadOnlySpan<Sense> senses)
    {
        var result = new List<Term>();
        while (Take(senses) is { } term)
        {
            result.Add(term);
        }

        return result;
    }

    public IReadOnlyList<(int Index, Term Term)> OpenOf(Sense sense) =>
        [.. Open.Where(index => Terms[index].Sense == sense).Select(index => (index, Terms[index]))];

    /// <summary>The term before or after, taken or not.</summary>
    public Sense? SenseAt(int index) => index >= 0 && index < Terms.Count ? Terms[index].Sense : null;
}
