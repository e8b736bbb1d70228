using System.Text.Json.Serialization;
using VideoCreateAi.Mcp.Features.App;
using VideoCreateAi.Mcp.Features.CreateVideo;
using VideoCreateAi.Mcp.Features.Credits;
using VideoCreateAi.Mcp.Features.Editing;
using VideoCreateAi.Mcp.Features.History;
using VideoCreateAi.Mcp.Features.Jobs;
using VideoCreateAi.Mcp.Features.Preview;
using VideoCreateAi.Mcp.Features.Projects;
using VideoCreateAi.Mcp.Features.Timeline;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Arguments and results of the tools.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JobReport))]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(CancelReport))]
[JsonSerializable(typeof(TimelineReport))]
[JsonSerializable(typeof(CreditReport))]
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(PreviewReport))]
[JsonSerializable(typeof(double?))]
[JsonSerializable(typeof(VideoItem[]))]
[JsonSerializable(typeof(EditOperationItem))]
[JsonSerializable(typeof(ProjectReport))]
[JsonSerializable(typeof(HistoryReport))]
[JsonSerializable(typeof(RestoreReport))]
[JsonSerializable(typeof(ViewTimeline))]
[JsonSerializable(typeof(ViewPictures))]
[JsonSerializable(typeof(ViewEdited))]
[JsonSerializable(typeof(ViewJob))]
[JsonSerializable(typeof(ViewClip))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ToolJson : JsonSerializerContext;
