namespace VideoCreateAi.Protocol;

/// <summary>Header names beyond the usual ones. A render without the three attribution headers is answered 402.</summary>
public static class ProtocolHeaders
{
    public const string ClientId = "X-Client-Id";
    public const string SkillSource = "X-Skill-Source";
    public const string SkillVersion = "X-Skill-Version";
    public const string SkillPlatform = "X-Skill-Platform";

    public const string SkillSourceValue = "video-create-ai";
}
