using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What a message asks for, as far as it has been read.</summary>
internal sealed partial class Wishes(TurnInput input, IReadOnlyList<Content> contents)
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

    /// <summary>The shots that the clause before was about, where it was about nothing else.</summary>
    public IReadOnlyList<Term> LastNamed { get; set; } = [];

    /// <summary>"the photos feel dead": several of a kind were spoken of, and "both" may be they.</summary>
    public PictureKind? KindBefore { get; set; }

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

    /// <summary>The one shot that the message before changed.</summary>
    public ShotReference? Before { get; set; }

    /// <summary>The message speaks of what lies behind the pictures, so that a colour may be meant for it.</summary>
    public bool SpeaksOfBackground { get; set; }

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

    /// <summary>The voice that was wished for is to be heard at the end.</summary>
    public bool VoiceAtEnd { get; set; }

    /// <summary>The word "title" stands beside the words that are read.</summary>
    public bool SpeaksOfTitle { get; set; }

    /// <summary>The text that is spoken of lies low in the picture.</summary>
    public bool IsLowerThird { get; set; }

    /// <summary>The sentence in which they were named.</summary>
    public int ShotsNamedIn { get; set; }

    /// <summary>The shots of which a clause spoke and asked for nothing, and its sentence.</summary>
    public (int Sentence, IReadOnlyList<Term> Shots)? Untouched { get; set; }

    /// <summary>The shots whose sound was spoken of last.</summary>
    public IReadOnlyList<ShotReference> LoudShots { get; set; } = [];

    /// <summary>Where the lines of a voiceover or of captions go, by their numbers; and how many lines there are.</summary>
    public Dictionary<int, WhenShown> Lines { get; } = [];

    public int LineCount { get; set; }

    public bool HasTimeline => Input.Current is { IsEmpty: false };

    public bool HasMusic => (Input.Current?.Sounds(SoundRole.Music).Count ?? 0) > 0 || _operations.OfType<EditMusic>().Any();

    public bool HasPictures => Input.Assets.Any(ShotBuilder.IsShowable);

    /// <summary>Parts of the message that asked for something nobody here can read.</summary>
    public IList<string> NotUnderstood { get; } = [];

    /// <summary>Answers to parts of the message that change nothing.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Grows with every wish that is read.</summary>
    public int Read { get; private set; }

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
                Sense.Both => BothOf(KindBefore) ?? new ShotReference((string?)null, 1, 2),
                Sense.Ordinal or Sense.Last or Sense.Middle when bareWords => Place(term),
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

    private ShotReference? BothOf(PictureKind? kind) => kind is not null && (Input.Current ?? BaseTimeline.Of(new VideoTimeline(), Input.Assets, [])).Shots().Count(shot => shot.Kind == kind) == 2
        ? new ShotReference(null, Kind: kind)
        : null;

    /// <summary>"the rest": all shots but those that the message has named, and these.</summary>
    public ShotReference Rest(IEnumerable<ShotReference> these) => ShotReference.AllBut(Named.Concat(these).Where(shot => !shot.IsAll).Distinct());
}
