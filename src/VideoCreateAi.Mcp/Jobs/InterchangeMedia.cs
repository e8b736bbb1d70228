using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Translation.Interchange;
using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Finds the files that the pieces of a timeline are taken from: on this machine where the studio keeps them, else on the web.</summary>
internal sealed class InterchangeMedia
{
    private readonly List<OtioMedia> _media = [];

    /// <param name="redact">Takes secrets out: an address that it changes is not passed on.</param>
    public InterchangeMedia(ProjectSnapshot state, IReadOnlyList<MediaPlace> places, Func<string, string> redact)
    {
        IsHere = places.Count > 0;
        var known = places.ToDictionary(place => "media:" + place.Id, StringComparer.Ordinal);
        foreach (var file in state.Media.Concat(state.Generated))
        {
            var place = known.GetValueOrDefault(file.CdnUrl ?? "");
            var address = place?.Path ?? file.CdnUrl;
            if (address is not null && redact(address) == address
                && Uri.TryCreate(address, UriKind.Absolute, out var found) && (place is not null || found.Scheme == Uri.UriSchemeHttps))
            {
                _media.Add(new OtioMedia(place?.Id ?? address, file.FileName ?? "", found, file.FileType == "image" ? null : file.Duration, HasSound(file, place)));
            }
        }
    }

    private bool IsHere { get; }

    public OtioMedia? Of(CutPiece piece) => piece.Source.Length + piece.FileName.Length == 0 ? null
        : _media.Find(file => file.Id == piece.Source)
            ?? (IsHere ? null : _media.Find(file => file.Name.Length > 0 && (file.Name == piece.Source || file.Name.Equals(piece.FileName, StringComparison.OrdinalIgnoreCase))));

    /// <summary>What the file does not hold.</summary>
    public IReadOnlyList<string> NotesOn(CutSheet sheet)
    {
        var pieces = sheet.Tracks.Where(track => track.IsPicture || track.IsSound).SelectMany(track => track.Pieces).ToList();
        List<string> notes = [];
        if (pieces.Exists(piece => Of(piece) is not null))
        {
            notes.Add(IsHere
                ? "Its clips are the studio's copies of your files on this machine, which stay as long as the project does."
                : "Its clips are addresses on the web: download them first where the other program takes files alone.");
        }

        if (sheet.Tracks.Where(track => track.IsSound).SelectMany(track => track.Pieces).Any(piece => Of(piece) is null && piece.Source.Length == 0))
        {
            notes.Add("Composed music and spoken words are in it as what they are made from, not as files: export wav for the finished sound.");
        }

        var missing = pieces.Where(piece => Of(piece) is null && piece.Source.Length > 0).Select(piece => piece.FileName).Distinct().Count();
        if (missing > 0)
        {
            notes.Add(FormattableString.Invariant($"{missing} of its files could not be found; the other program will ask for them."));
        }

        return notes;
    }

    private static bool? HasSound(UploadedFile file, MediaPlace? place) => place?.HasSound ?? (file.FileType == "image" ? false : null);
}
