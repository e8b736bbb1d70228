namespace VideoCreateAi.TestKit.Cloud;

/// <summary>A file that a project of a scripted cloud holds.</summary>
public sealed record CloudFile(string Name, string Type, long Bytes, string Sha256);
