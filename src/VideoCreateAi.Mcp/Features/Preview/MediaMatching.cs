using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features.Preview;

/// <summary>Finds out which file of a project a segment shows, where a backend's draft only tells names.</summary>
internal static class MediaMatching
{
    /// <param name="segments">Of picture tracks, in order.</param>
    /// <param name="files">Of the project, uploaded and generated.</param>
    /// <param name="byOrder">True when names did not tell and the order had to.</param>
    public static IReadOnlyDictionary<TimelineSegment, UploadedFile> Match(
        IReadOnlyList<TimelineSegment> segments, IReadOnlyList<UploadedFile> files, out bool byOrder)
    {
        var visible = files.Where(file => file.FileType is "image" or "video").ToList();
        var found = new Dictionary<TimelineSegment, UploadedFile>(ReferenceEqualityComparer.Instance);
        foreach (var segment in segments)
        {
            if (visible.Find(file => IsNamed(segment.Name, file)) is { } file)
            {
                found[segment] = file;
            }
        }

        // As many left as places for them: then each has its own. Any other number would be a guess.
        var open = segments.Where(segment => !found.ContainsKey(segment)).ToList();
        var unused = visible.Where(file => !found.ContainsValue(file)).ToList();
        byOrder = open.Count > 0 && open.Count == unused.Count;
        if (byOrder)
        {
            foreach (var (segment, file) in open.Zip(unused))
            {
                found[segment] = file;
            }
        }

        return found;
    }

    private static bool IsNamed(string segment, UploadedFile file) =>
        segment.Length > 0 && file.FileName is { Length: > 0 } name
        && (segment.Equals(name, StringComparison.OrdinalIgnoreCase)
            || segment.Equals(Path.GetFileNameWithoutExtension(name), StringComparison.OrdinalIgnoreCase)
            || (file.CdnUrl is { Length: > 0 } address && segment.Equals(address, StringComparison.Ordinal)));
}
