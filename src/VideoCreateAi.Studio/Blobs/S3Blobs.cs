using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace VideoCreateAi.Studio.Blobs;

/// <summary>A bucket of S3 or of a store that speaks its protocol. The only class that knows its client, which is therefore loaded
/// where there is a bucket and nowhere else. Address, region and credentials come from where that client finds them:
/// <c>AWS_ENDPOINT_URL_S3</c>, <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c> and <c>AWS_SECRET_ACCESS_KEY</c>, a profile, or the role of the machine.</summary>
internal sealed class S3Blobs : IBlobStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    /// <param name="place">A bucket, or a bucket and a folder in it: <c>bucket/folder</c>.</param>
    /// <param name="endpoint">Of a store that is not Amazon's; null = Amazon's. Buckets are then parts of the path, as such stores want them.</param>
    public S3Blobs(string place, string? endpoint)
    {
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        (_bucket, _prefix) = slash < 0 ? (place, "") : (place[..slash], place[(slash + 1)..].Trim('/') + "/");
        _client = endpoint is null
            ? new AmazonS3Client()
            : new AmazonS3Client(new AmazonS3Config
            {
                ServiceURL = endpoint,
                ForcePathStyle = true,

                // What such stores know of checksums differs.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            });
    }

    public bool IsHere => false;

    public Task PutAsync(string key, string path, CancellationToken cancellationToken) => AskAsync<object?>(async () =>
    {
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = _prefix + key, FilePath = path }, cancellationToken);
        return null;
    });

    public Task<bool> GetAsync(string key, string path, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        try
        {
            using var reply = await _client.GetObjectAsync(_bucket, _prefix + key, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var half = path + $".{Guid.NewGuid():N}.part";
            try
            {
                await reply.WriteResponseStreamToFileAsync(half, append: false, cancellationToken);
                File.Move(half, path, overwrite: true);
            }
            finally
            {
                File.Delete(half);
            }

            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return false;
        }
    });

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        try
        {
            await _client.GetObjectMetadataAsync(_bucket, _prefix + key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return false;
        }
    });

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => AskAsync<object?>(async () =>
    {
        await _client.DeleteObjectAsync(_bucket, _prefix + key, cancellationToken);
        return null;
    });

    public void Dispose() => _client.Dispose();

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException fault)
        {
            throw new IOException("The store of the blobs did not answer as it should.", fault);
        }
        catch (AmazonClientException fault)
        {
            throw new IOException("The store of the blobs could not be reached.", fault);
        }
    }
}
