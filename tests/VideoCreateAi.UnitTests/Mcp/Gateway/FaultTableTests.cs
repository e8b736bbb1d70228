using System.Net;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Replies;

namespace VideoCreateAi.UnitTests.Mcp.Gateway;

public sealed class FaultTableTests
{
    private static readonly WebLinks s_web = new(new Uri("https://nemovideo.com"));

    private static readonly FaultContext s_cloud = new(
        BackendDescription.Cloud(new Uri("https://api.example.com/")), s_web, IsAnonymous: true, "u1", CallScope.Account);

    [Theory]
    [InlineData(1001, "token_invalid", "out of reach")]
    [InlineData(1002, "session_not_found", "upload the files again")]
    [InlineData(2001, "out_of_credits", "https://nemovideo.com/register?bind=u1")]
    [InlineData(4001, "unsupported_file_type", "mp4, mov, avi, webm, mkv")]
    [InlineData(4002, "file_too_large", "500 MB")]
    [InlineData(402, "export_blocked_by_plan", "subscription")]
    [InlineData(404, "not_found", "Nothing was changed")]
    [InlineData(409, "conflict", "already working")]
    [InlineData(429, "rate_limited", "30 seconds")]
    [InlineData(500, "backend_error", "Try again in a minute")]
    [InlineData(4711, "backend_error", "not known here (code 4711)")]
    public void A_code_has_its_fault_and_its_words(int code, string fault, string words)
    {
        var error = FaultTable.Exception(new Refusal { IsJson = true, Code = code }, s_cloud);

        Assert.Equal(fault, error.Fault.Code());
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5001)]
    [InlineData(3005)]
    [InlineData(400)]
    public void A_code_that_nobody_knows_promises_nothing_about_a_message(int code)
    {
        var error = FaultTable.Exception(new Refusal { IsJson = true, Code = code }, s_cloud with { Scope = CallScope.Turn });

        Assert.DoesNotContain("Nothing was", error.Message, StringComparison.Ordinal);
        Assert.Contains("not certain", error.Message, StringComparison.Ordinal);
        Assert.False(error.Fault.IsClearNo());
    }

    [Fact]
    public void An_unknown_code_in_a_refused_request_is_told_by_its_status()
    {
        var error = FaultTable.Exception(
            new Refusal { IsJson = true, Code = 5001, Status = HttpStatusCode.BadRequest }, s_cloud with { Scope = CallScope.Turn });

        Assert.Equal(BackendFault.RequestRefused, error.Fault);
    }

    [Fact]
    public void An_export_that_the_plan_blocks_is_no_matter_of_credits()
    {
        var error = FaultTable.Exception(new Refusal { Status = HttpStatusCode.PaymentRequired }, s_cloud);

        Assert.DoesNotContain("top up", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_registered_user_without_credits_is_sent_to_top_up()
    {
        var error = FaultTable.Exception(new Refusal { IsJson = true, Code = 2001 }, s_cloud with { IsAnonymous = false });

        Assert.Contains("Top up", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("register", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_id_that_is_none_never_reaches_a_link()
    {
        var error = FaultTable.Exception(new Refusal { IsJson = true, Code = 2001 }, s_cloud with { UserId = "u1&next=//evil.example" });

        Assert.DoesNotContain("evil", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_404_page_is_a_wrong_address_and_not_a_lost_project()
    {
        var refusal = new Refusal { Status = HttpStatusCode.NotFound, IsJson = false };

        var error = FaultTable.Exception(refusal, s_cloud with { Scope = CallScope.Session });

        Assert.Equal(BackendFault.NotFound, error.Fault);
    }

    [Fact]
    public void Only_our_own_studio_is_quoted()
    {
        var refusal = new Refusal { IsJson = true, Code = 4001, Text = "HEIC is not read.", Word = "heic" };

        var studio = FaultTable.Exception(refusal, s_cloud with { Backend = BackendDescription.Studio });
        var cloud = FaultTable.Exception(refusal, s_cloud);

        Assert.Equal(("HEIC is not read.", "heic"), (studio.Message, studio.Reason));
        Assert.DoesNotContain("HEIC", cloud.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_has_a_code_of_its_own()
    {
        var codes = Enum.GetValues<BackendFault>().Select(fault => fault.Code()).ToArray();

        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z_]+$", code));
    }
}
