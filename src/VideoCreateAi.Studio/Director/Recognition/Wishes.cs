using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What a message asks for, as far as it has been read.</summary>
internal sealed class Wishes(TurnInput input, IReadOnlyList<Content> contents)
{
    private readonly List<EditOperation> _operations = [];
    private readonly List<string> _notes = [];

    public TurnInput Input { get; } = input;

    public IReadOnlyList<Content> Contents { get; } = contents;

    public IReadOnlyList<EditOperation> Operations => _operations;

    public EditOperation? Last => _operations.Count == 0 ? null : _operations[^1];

    /// <summary>How many changes to take back before anything else.</summary>
    public int Undos { get; set; }

    /// <summary>A video was asked for, even where nothing more was said about it.</summary>
    public bool WantsVideo { get; set; }

    /// <summary>How many of the changes that were taken back are to come again.</summary>
    public int Redos { get; set; }

    /// <summary>The brand kit as this message leaves it; null = it says nothing of it.</summary>
    public BrandKit? Brand { get; set; }

    /// <summary>The words of the message that are no instruction: what a video from nothing is about.</summary>
    public string? Subject { get; set; }

    /// <summary>It has been said that speech is not understood here.</summary>
    public bool ToldOfHearing { get; set; }

    /// <summary>The last thing said was a caption: a quote that follows is another.</summary>
    public bool CaptionsGoOn { get; set; }

    /// <summary>The mood of music that fits the kind of video that is wished for, where the files alone shall become a finished piece.</summary>
    public string? Piece { get; set; }

    /// <summary>Things that were spoken of and not yet acted on: what "it" and "both" may mean.</summary>
    public List<Term> Mentioned { get; } = [];

    /// <summary>The sentence in which the last of them was spoken of.</summary>
    public int MentionedIn { get; set; }

    /// <summary>The shots that the clause before was about, and nothing else.</summary>
    public IReadOnlyList<Term> SubjectBefore { get; set; } = [];

    /// <summary>The file that the clause before was about; a place would be another shot once something moves.</summary>
    public Term? LastNamed { get; set; }

    public bool WantsRandomOrder { get; set; }

    public bool SawQuestion { get; set; }

    public bool SawExport { get; set; }

    /// <summary>All that was edited so far is to go.</summary>
    public bool WantsFreshStart { get; set; }

    /// <summary>Thanks or a greeting.</summary>
    public Term? Praise { get; set; }

    public bool SawLeaveAlone { get; set; }

    /// <summary>What "it" is: the thing last spoken of, or last changed by the message before.</summary>
    public Sense? Topic { get; set; }

    /// <summary>The shot last spoken of.</summary>
    public ShotReference? LastShot { get; set; }

    /// <summary>"1:05 to 1:20 is the goal": spoken of, not yet used; and in which shot.</summary>
    public IReadOnlyList<StretchOf> Stretches { get; set; } = [];

    public ShotReference? StretchIn { get; set; }

    /// <summary>Captions are spoken of somewhere in the message, so that lines with times are theirs.</summary>
    public bool SpeaksOfCaptions { get; set; }

    /// <summary>A place that was told before what goes there.</summary>
    public Destination? Where { get; set; }

    /// <summary>The shots that were named so far: "the rest" is what they are not.</summary>
    public List<ShotReference> Named { get; } = [];

    /// <summary>Counts the sentences, so that what is said of one list of titles holds for the whole list.</summary>
    public int Sentence { get; set; }

    /// <summary>The sentence that wishes for a title on each shot.</summary>
    public int EachTitle { get; set; }

    /// <summary>The shots that the clause before named.</summary>
    public IReadOnlyList<ShotReference> ShotsBefore { get; set; } = [];

    /// <summary>A voice was wished for, and its words have not come yet.</summary>
    public bool AwaitsVoice { get; set; }

    /// <summary>The word "title" stands beside the words that are read.</summary>
    public bool SpeaksOfTitle { get; set; }

    /// <summary>The sentence in which they were named.</summary>
    public int ShotsNamedIn { get; set; }

    /// <summary>The shots of which a clause spoke and asked for nothing, and its sentence.</summary>
    public (int Sentence, IReadOnlyList<Term> Shots)? Untouched { get; set; }

    /// <summary>The shots whose sound was spoken of last.</summary>
    public IReadOnlyList<ShotReference> LoudShots { get; set; } = [];

    public bool HasTimeline => Input.Current is { IsEmpty: false };

    public bool HasMusic => (Input.Current?.Sounds(SoundRole.Music).Count ?? 0) > 0 || _operations.OfType<EditMusic>().Any();

    public bool HasPictures => Input.Assets.Any(ShotBuilder.IsShowable);

    /// <summary>Parts of the message that asked for something nobody here can read.</summary>
    public IList<string> NotUnderstood { get; } = [];

    /// <summary>Answers to parts of the message that change nothing.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Grows with every wish that is read.</summary>
    public int Read { get; private set; }

    public void Add(EditOperation operation)
    {
        Read++;
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

    /// <summary>Sound files that neither the timeline nor this message uses.</summary>
    public IReadOnlyList<Asset> UnusedSounds() => [.. Input.Assets.Where(asset => asset.Kind == AssetKind.Audio
        && Input.Current?.SoundTracks.Any(track => track.Segments.Any(segment => segment.Source == asset.Id)) != true
        && !Contents.Any(content => content.Sense == Sense.Media && content.Text == asset.Id))];

    public Asset Asset(Term media) => Input.Assets.First(asset => asset.Id == media.Value);

    public bool IsSound(Term term) => term.Sense == Sense.Media && Asset(term).Kind == AssetKind.Audio;

    public bool IsPicture(Term term) => term.Sense == Sense.Media && Asset(term).Kind != AssetKind.Audio;

    /// <summary>The shots that a clause means, in its order; the terms are taken.</summary>
    public IReadOnlyList<ShotReference> TakeShots(Clause clause, bool bareWords = true)
    {
        var result = new List<ShotReference>();
        foreach (var index in clause.Open.ToList())
        {
            var term = clause.Terms[index];
            ShotReference? shot = term.Sense switch
            {
                Sense.Media when IsPicture(term) => ShotReference.Of(term.Value),
                Sense.ShotPlace => Place(term),
                Sense.Both => new ShotReference((string?)null, 1, 2),
                Sense.Ordinal when bareWords => ShotReference.Nth((int)term.Number),
                Sense.Last when bareWords => ShotReference.Nth(-1),
                Sense.Middle when bareWords => new ShotReference((string?)null, Middle: true),
                Sense.All or Sense.Each => ShotReference.All,
                _ => null,
            };
            if (shot is not null)
            {
                clause.TakeAt(index);
                result.Add(shot);
            }
        }

        Named.AddRange(result.Where(shot => !shot.IsAll));
        return result;
    }

    /// <summary>"the rest": all shots but those that the message has named, and these.</summary>
    public ShotReference Rest(IEnumerable<ShotReference> these) => ShotReference.AllBut(Named.Concat(these).Where(shot => !shot.IsAll).Distinct());

    public static ShotReference Place(Term place) => place.Value == "middle"
        ? new ShotReference((string?)null, Count: Math.Max(1, (int)place.Second), Middle: true)
        : new ShotReference(null, (int)place.Number, (int)place.Second, place.Value switch
        {
            "image" => PictureKind.Image,
            "clip" => PictureKind.Video,
            _ => null,
        });
}
