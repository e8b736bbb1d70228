using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.UnitTests.Mcp.Gateway;

public sealed class GatewayOptionsValidatorTests
{
    [Fact]
    public void The_defaults_are_valid_once_the_product_says_who_it_is() => Assert.Empty(Faults(_ => { }));

    [Theory]
    [InlineData("https://backend.example/", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://backend.example/", false)]
    [InlineData("https://user:password@backend.example/", false)]
    [InlineData("ftp://backend.example/", false)]
    public void An_address_is_https_or_on_this_machine(string address, bool isValid) =>
        Assert.Equal(isValid, !Faults(options => options.BaseAddress = new Uri(address)).Any());

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        var faults = Faults(options =>
        {
            options.TurnIdleLimit = TimeSpan.FromSeconds(2);
            options.MaxTries = 0;
            options.Token = "a\nb";
        });

        Assert.Equal(3, faults.Count());
        Assert.Contains("Gateway:TurnIdleLimit is 00:00:02; the least is 00:00:10.", faults);
    }

    [Fact]
    public void A_token_is_never_repeated_in_a_fault() =>
        Assert.DoesNotContain("secret", string.Join(' ', Faults(options => options.Token = "secret token")), StringComparison.Ordinal);

    private static IEnumerable<string> Faults(Action<GatewayOptions> configure)
    {
        var options = new GatewayOptions { DataFolder = Path.GetTempPath(), ProductVersion = "1.2.3" };
        configure(options);
        return new GatewayOptionsValidator().Validate(null, options).Failures ?? [];
    }
}
