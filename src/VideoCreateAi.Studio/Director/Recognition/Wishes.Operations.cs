using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What was asked for so far, added to, amended and taken back.</summary>
internal sealed partial class Wishes
{
    private int _insertedIn;

    public void Add(EditOperation operation)
    {
        Read++;
        _insertedIn = operation is InsertMedia ? Sentence : _insertedIn;
        if (operation is CutStretch cut && _operations.LastOrDefault() is CutStretch before && before.Shots == cut.Shots && before.Keep == cut.Keep)
        {
            // All times are those that stand there before the message.
            _operations[^1] = before with { Stretches = [.. before.Stretches, .. cut.Stretches] };
            return;
        }

        if (operation is RemoveShots { AllOthers: false } removal && removal.Shots.All(shot => shot.MediaId is null) && _operations.LastOrDefault() is ArrangeShots { Others: true } order)
        {
            // "order: 5, 2, 1, 3; the fourth can go": all places are those that stand there before the message.
            _operations[^1] = order with { Dropped = [.. order.Dropped, .. removal.Shots] };
            return;
        }

        _operations.Add(operation);
    }

    /// <summary>A part that was read, and belongs to a wish read before.</summary>
    public void Understood() => Read++;

    /// <summary>A part that was read, and whose answer is words alone.</summary>
    public void Note(string answer)
    {
        Read++;
        if (!_notes.Contains(answer))
        {
            _notes.Add(answer);
        }
    }

    /// <summary>"never mind": what was asked so far is not wanted.</summary>
    public void TakeBack()
    {
        Read++;
        SawLeaveAlone = true;
        WantsVideo = false;
        Undos = Redos = 0;
        _operations.Clear();
        _notes.Clear();
        NotUnderstood.Clear();
    }

    /// <summary>Wishes in the form of a question, by their place: they may have been only a question.</summary>
    public (int First, int Count) Asked { get; set; }

    /// <summary>"would square be better? Don't change anything."</summary>
    public void TakeBackWhatWasAsked(Clause clause)
    {
        var namesAThing = clause.Terms.Any(term => term.Sense is Sense.Title or Sense.Music or Sense.Caption or Sense.Sound or Sense.Logo or Sense.Other or Sense.Transition or Sense.Filter or Sense.Media
            or Sense.ShotPlace or Sense.Sequence or Sense.Speed or Sense.Colour or Sense.Still or Sense.Clip or Sense.Voiceover or Sense.Volume or Sense.Canvas or Sense.Each);
        if (!namesAThing && Asked.Count > 0 && Asked.First + Asked.Count == _operations.Count)
        {
            _operations.RemoveRange(Asked.First, Asked.Count);
            Asked = default;
        }
    }

    /// <summary>"no, the title stays": what this message would have taken away is kept.</summary>
    public void Spare(Clause clause)
    {
        var things = clause.Terms.Select(term => term.Sense).ToHashSet();
        if (things.Contains(Sense.It))
        {
            things.UnionWith(Mentioned.Select(term => term.Sense));
        }

        // 照片都慢慢放大，航拍不用动: all but that one.
        var spared = clause.Terms.Where(term => term.Sense == Sense.ShotPlace || IsPicture(term)).Select(Place).ToList();
        for (var index = 0; index < _operations.Count && spared.Count > 0; index++)
        {
            _operations[index] = _operations[index] switch
            {
                ChangeLook { Shots: { MediaId: null, First: 0, Middle: false, Except: null } all } look => look with { Shots = all with { Except = spared } },
                LimitTotal limit => limit with { Except = [.. limit.Except, .. spared] },
                SetSpeed { Shots: { MediaId: null, First: 0, Middle: false, Except: null } all, Part: null } speed => speed with { Shots = all with { Except = spared } },
                var other => other,
            };
        }

        _operations.RemoveAll(operation => operation switch
        {
            RemoveTexts { Role: TextRole.Title } or AskForTitle => things.Contains(Sense.Title),
            RemoveTexts => things.Contains(Sense.Caption),
            RemoveSound { Role: SoundRole.Music } => things.Contains(Sense.Music),
            RemoveSound { Role: SoundRole.Voiceover } => things.Contains(Sense.Voiceover),
            RemoveOverlays => things.Contains(Sense.Logo),
            _ => false,
        });
    }

    /// <summary>For what holds unless something else of the message says otherwise.</summary>
    public void AddFirst(EditOperation operation)
    {
        Read++;
        _operations.Insert(0, operation);
    }

    public void ReplaceLast(Func<AddTitle, AddTitle> change, int count)
    {
        Read++;
        foreach (var index in Enumerable.Range(0, _operations.Count).Where(index => _operations[index] is AddTitle).TakeLast(count).ToList())
        {
            _operations[index] = change((AddTitle)_operations[index]);
        }
    }

    /// <summary>The last wish was the beginning of this one.</summary>
    public void ReplaceLast(EditOperation operation)
    {
        Read++;
        _operations[^1] = operation;
    }

    public void Amend(int index, EditOperation operation)
    {
        Read++;
        _operations[index] = operation;
    }

    /// <summary>"and 'After' over the other": where there are two shots, the one without a title.</summary>
    public ShotReference? OtherShot()
    {
        var shots = (Input.Current ?? BaseTimeline.Of(new VideoTimeline(), Input.Assets, [])).Shots();
        var over = _operations.OfType<AddTitle>().LastOrDefault()?.When.Over;
        return shots.Count != 2 || over is null ? null
            : over is { MediaId: null, First: 1 } || over.MediaId == shots[0].Source ? ShotReference.Nth(2) : ShotReference.Nth(1);
    }

    public void AmendCaptions(AddCaptions captions)
    {
        Read++;
        _operations[^1] = captions;
    }

    /// <summary>Lets the music that this message adds begin later; false where it adds none.</summary>
    public bool StartMusic(TimeSpan start)
    {
        var index = _operations.FindLastIndex(operation => operation is EditMusic);
        if (index < 0)
        {
            return false;
        }

        Read++;
        _operations[index] = (EditMusic)_operations[index] with { Start = start };
        return true;
    }

    /// <summary>What this sentence has just put in, and gone on about since: "after b put c, but only from 0:10 to 0:25 and in slow motion".</summary>
    public ShotReference? JustPut()
    {
        var at = _operations.FindLastIndex(operation => operation is InsertMedia);
        return at < 0 || _insertedIn != Sentence || _operations[at] is not InsertMedia { Media: [var only] } || !_operations.Skip(at + 1).All(operation => ShotsOf(operation)?.MediaId == only) ? null : ShotReference.Of(only);
    }

    private static ShotReference? ShotsOf(EditOperation operation) => operation switch
    {
        CutStretch cut => cut.Shots,
        SetSpeed speed => speed.Shots,
        SetShotLength length => length.Shots,
        SpeedToLength fitted => fitted.Shots,
        ChangeLook look => look.Shots,
        SetClipVolume volume => volume.Shots,
        _ => null,
    };

    /// <summary>The shots that an order does not name stay behind it; false where this message gives no order.</summary>
    public bool KeepOthers()
    {
        var index = _operations.FindLastIndex(operation => operation is ArrangeShots);
        if (index < 0)
        {
            return false;
        }

        Read++;
        _operations[index] = (ArrangeShots)_operations[index] with { Others = true };
        return true;
    }

    /// <summary>The shots that an order does not name go; false where this message neither orders nor chooses.</summary>
    public bool DropOthers()
    {
        var index = _operations.FindLastIndex(operation => operation is ArrangeShots or RemoveShots { AllOthers: true });
        if (index >= 0 && _operations[index] is ArrangeShots order)
        {
            _operations[index] = order with { Others = false };
        }

        Read += index >= 0 ? 1 : 0;
        return index >= 0;
    }
}
