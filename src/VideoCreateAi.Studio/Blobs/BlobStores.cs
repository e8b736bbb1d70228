namespace VideoCreateAi.Studio.Blobs;

/// <summary>From the words of <c>--blobs</c> to a store.</summary>
internal static class BlobStores
{
    private const string Folder = "file:";
    private const string Bucket = "s3://";

    /// <param name="place"><c>file:FOLDER</c>, <c>s3://BUCKET</c>, or null for the data directory.</param>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static IBlobStore Open(string? place, string? endpoint) => place switch
    {
        null => new LocalBlobs(),
        _ when place.StartsWith(Folder, StringComparison.Ordinal) && place.Length > Folder.Length => new FolderBlobs(Path.GetFullPath(place[Folder.Length..])),
        _ when place.StartsWith(Bucket, StringComparison.Ordinal) && place.Length > Bucket.Length => OpenBucket(place[Bucket.Length..], endpoint),
        _ => throw new ArgumentException($"The blobs '{place}' are neither file:FOLDER nor s3://BUCKET."),
    };

    // Apart, so that its client is not loaded for those above.
    private static S3Blobs OpenBucket(string place, string? endpoint) => new(place, endpoint);
}
