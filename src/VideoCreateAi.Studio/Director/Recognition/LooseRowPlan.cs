using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>The row as it grows while the items of a message are read.</summary>
internal sealed class LooseRowPlan(Wishes wishes)
{
    private const int MostUnknownWords = 8;

    private readonly List<LooseRowEntry> _entries = [];
    private readonly HashSet<string> _leftOut = [];
    private readonly List<StretchOf> _dropsOfEach = [];
    private readonly List<StretchOf> _waiting = [];
    private readonly List<string> _missed = [];
    private TimeSpan? _ofStills;
    private TimeSpan? _ofClips;
    private int _sentence;
    private bool _isOrdered;
    private bool _isShared;
    private bool _speaksOfEach;
    private AssetKind? _eachKind;
    private bool _follows;
    private bool _isCutAside;

    /// <summary>Several things in a row, or a part of one.</summary>
    public bool IsRow => Resolved() is var row && row.Count > 0 && _waiting.Count == 0 && _missed.TrueForAll(id => row.Exists(entry => entry.Id == id))
        && (_entries.Count > 1 ? _isOrdered || _isShared || _entries.Exists(entry => entry.Parts.Count > 0 || entry.Length is null) : _entries is [{ Group: null } only] && (only.Parts.Count > 1 || (_isCutAside && only.Parts.Count > 0)));

    /// <summary>It holds what a plain row of names and lengths does not.</summary>
    public bool IsMoreThanNames => _dropsOfEach.Count > 0 || _entries.Exists(entry => entry.Parts.Count > 0 || entry.Drops.Count > 0 || entry.Group is not null);

    public IReadOnlyList<StretchOf> DropsOfEach => _dropsOfEach;

    public void BeginSentence()
    {
        _sentence++;
        (_speaksOfEach, _eachKind) = (false, null);
        _follows = false;
    }

    /// <returns>What others are to read of it.</returns>
    public List<Term> Take(List<Term> terms)
    {
        var item = new LooseRowItem(terms, wishes);
        if (item.IsElsewhere && !item.IsDressed)
        {
            _follows = false;
            if (item.Pictures.Count > 0 && !terms.Exists(term => term.Sense.IsAction() || term.Sense is Sense.Position or Sense.Over or Sense.Logo or Sense.Title or Sense.Quote or Sense.Caption or Sense.Music or Sense.Sound or Sense.Voiceover or Sense.SplitScreen))
            {
                _missed.AddRange(item.Pictures.Select(term => term.Value));
            }

            return terms;
        }

        var isAbout = item.Pictures.Count > 0 || item.Group is not null || item.OnlyKind is not null;
        if (!isAbout)
        {
            return Measured(item) ? [] : terms;
        }

        var counts = terms.FindIndex(term => term.Sense == Sense.Number);
        if (terms.Count(term => term.Sense == Sense.Word) > MostUnknownWords || (counts > 0 && item.Pictures.Count > 0 && wishes.IsPicture(terms[counts - 1])) || OnlyComments(item))
        {
            return terms;
        }

        if (item.LeavesOut && item.Pictures.Count > 0 && !item.Drops || (item.LeavesOut && item.Pictures.Count > 0 && item.Parts.Count == 0))
        {
            _leftOut.UnionWith(item.Pictures.Select(term => term.Value));
            return [];
        }

        return Named(item);
    }

    /// <summary>"the soup takes for ever": it has its place already, and nothing new is said of it that a row holds.</summary>
    private bool OnlyComments(LooseRowItem item) => item.Pictures.Count > 0 && item.Group is null && item is { Parts.Count: 0, Length: null, IsFirst: false, IsLast: false, LeavesOut: false }
        && item.Pictures.All(term => _entries.Exists(entry => entry.Id == term.Value && (entry.Sentence == _sentence || !item.Has(Sense.Then, Sense.Next)))) && !item.IsDressed;

    private List<Term> Named(LooseRowItem item)
    {
        _isOrdered |= item.Has(Sense.Then, Sense.Next, Sense.StartWith, Sense.EndWith, Sense.Sequence, Sense.Add, Sense.Put, Sense.Create, Sense.Join, Sense.Last, Sense.Slideshow) || item.IsFirst || item.IsLast;
        if (item.Group is { } group && item.Has(Sense.Each) && item.Length is null)
        {
            (_speaksOfEach, _eachKind) = (true, group.Kind);
            return item.Parts.Count > 0 ? Share(item) : [];
        }

        if (item is { Group: { } said, Length: not null } && item.IsOfEach && _entries.Exists(entry => entry.Group is not null || said.Kind is null || KindOf(entry.Id!) == said.Kind))
        {
            return Share(item);
        }

        var ids = item.Pictures.Select(term => term.Value).ToList();
        ids = ids.Count > 0 ? ids : [.. OfItsKind(item)];
        if (!item.IsLast && !item.IsFirst && item.Length is null && !item.Has(Sense.Then, Sense.Next))
        {
            // "a spot for the shelter", with shelter_logo.png: nobody shows a logo by the way.
            ids.RemoveAll(id => IsLogo(wishes.Input.Assets.First(asset => asset.Id == id)));
        }

        foreach (var id in ids)
        {
            var known = _entries.FindIndex(entry => entry.Id == id);
            var entry = Said(known < 0 ? new LooseRowEntry(id) { Sentence = _sentence } : _entries[known], item, isLast: id == ids.LastOrDefault());
            if (known < 0)
            {
                _entries.Add(entry);
            }
            else if (_entries[known] is { Parts.Count: 0, Length: null, Place: 0 } && _entries[known].Sentence != _sentence && item.Has(Sense.Then, Sense.Next))
            {
                // "product demo. home, prices, then the demo": its place is the one that the row gives it.
                _entries.RemoveAt(known);
                _entries.Add(entry with { Sentence = _sentence });
            }
            else
            {
                _entries[known] = entry;
            }
        }

        if (_waiting.Count > 0 && ids is [var owner] && item.Parts.Count > 0)
        {
            var at = _entries.FindIndex(entry => entry.Id == owner);
            _entries[at] = _entries[at] with { Parts = [.. _waiting, .. _entries[at].Parts] };
            _waiting.Clear();
        }

        if (item.Group is { } all)
        {
            _entries.Add(Said(new LooseRowEntry(null) { Group = all }, item, isLast: true) with { Length = null });
            if (item.Length is { } length)
            {
                Each(length, all.Kind);
            }
        }

        if (item.IsOfEach && item.Length is { } each && item.Group is null)
        {
            Each(each, item.Kind);
        }

        _follows = _entries.Count > 0;
        return item.IsDressed ? item.Dress() : [];
    }

    private static LooseRowEntry Said(LooseRowEntry entry, LooseRowItem item, bool isLast) => entry with
    {
        Place = item.IsFirst ? -1 : item.IsLast ? 1 : entry.Place,
        Parts = isLast && item.Parts.Count > 0 && !item.Drops ? [.. entry.Parts, .. item.Parts] : entry.Parts,
        Drops = isLast && item.Parts.Count > 0 && item.Drops ? [.. entry.Drops, .. item.Parts] : entry.Drops,
        Length = isLast && item is { Length: not null, Parts.Count: 0, SetsSpeed: false } && !item.IsOfEach ? item.Length : entry.Length,
    };

    /// <summary>Times and lengths alone: of what was named last, or of each.</summary>
    private bool Measured(LooseRowItem item)
    {
        if (item.Parts.Count == 0 && item.Length is null)
        {
            if (item.Has(Sense.Each) && item.Kind is { } kind)
            {
                // "each picture should stay for a good while, say 7 seconds"
                (_speaksOfEach, _eachKind) = (true, kind);
            }

            return false;
        }

        if (_entries.Count == 0 && item.Parts.Count > 0 && item.Length is null && !item.Drops)
        {
            // "5:00 to 7:30 and 12:10 to 13:00 of the lecture": the first of them waits for its file.
            _waiting.AddRange(item.Parts);
            return true;
        }

        if (_entries.Count == 0 || item.Has(Sense.Create, Sense.Video, Sense.Slideshow, Sense.Total, Sense.Whole, Sense.Faster, Sense.Slower))
        {
            return false;
        }

        if (item.IsOfEach || _speaksOfEach)
        {
            Share(item);
            return true;
        }

        var last = _entries[^1];
        if (!_follows || last.Group is not null || (item.Length is not null && (last.Length is not null || last.Parts.Count > 0) && item.Parts.Count == 0))
        {
            return false;
        }

        _entries[^1] = Said(last, item, isLast: true);
        _isCutAside |= item.Parts.Count > 0;
        return true;
    }

    private List<Term> Share(LooseRowItem item)
    {
        if (item.Parts.Count > 0 && item.Drops)
        {
            _dropsOfEach.AddRange(item.Parts);
        }
        else if (item.Parts.Count > 0)
        {
            for (var at = 0; at < _entries.Count; at++)
            {
                _entries[at] = _entries[at].Parts.Count == 0 ? _entries[at] with { Parts = item.Parts } : _entries[at];
            }
        }
        else if (item.Length is { } length)
        {
            Each(length, item.Kind ?? (_speaksOfEach ? _eachKind : null));
        }

        return [];
    }

    /// <summary>So long is each that was named so far and has no length of its own, and each of a group.</summary>
    private void Each(TimeSpan length, AssetKind? kind)
    {
        for (var at = 0; at < _entries.Count; at++)
        {
            var entry = _entries[at];
            var isMeant = entry is { Length: null, Parts.Count: 0, Id: not null } && (kind is null || KindOf(entry.Id) == kind);
            _entries[at] = isMeant ? entry with { Length = length } : entry;
        }

        _isShared |= _entries.Count(entry => entry.Length == length) > 1;
        _ofStills = kind is null or AssetKind.Image ? _ofStills ?? length : _ofStills;
        _ofClips = kind == AssetKind.Video || (kind is null && _entries.Exists(entry => entry.Group is { Kind: null or AssetKind.Video })) ? _ofClips ?? length : _ofClips;
    }

    private IEnumerable<string> OfItsKind(LooseRowItem item)
    {
        var free = wishes.Input.Assets.Where(asset => asset.Kind == item.OnlyKind && ShotBuilder.IsShowable(asset) && !IsLogo(asset)
            && !wishes.Contents.Any(content => content.Sense == Sense.Media && content.Text == asset.Id)).ToList();
        return item.OnlyKind is not null && free is [var only] ? [only.Id] : [];
    }

    /// <summary>The row with its groups as files, first things first.</summary>
    public List<LooseRowEntry> Resolved() => LooseRowLaying.Resolved(_entries, kind => kind == AssetKind.Image ? _ofStills : _ofClips, _leftOut, wishes);

    private AssetKind KindOf(string id) => wishes.Input.Assets.First(asset => asset.Id == id).Kind;

    private bool IsLogo(Asset asset) => OverlayRecogniser.NamedLogo(wishes)?.Id == asset.Id;
}
