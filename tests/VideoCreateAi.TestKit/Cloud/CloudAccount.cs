namespace VideoCreateAi.TestKit.Cloud;

/// <summary>Somebody with a token and credits.</summary>
public sealed class CloudAccount(string token, string userId, int credits)
{
    public string Token { get; } = token;

    public string UserId { get; } = userId;

    public int Total { get; } = credits;

    public int Available { get; private set; } = credits;

    public int Frozen { get; private set; }

    public bool Reserve(int cost)
    {
        if (Available < cost)
        {
            return false;
        }

        Available -= cost;
        Frozen += cost;
        return true;
    }

    public void Spend(int cost) => Frozen -= cost;
}
