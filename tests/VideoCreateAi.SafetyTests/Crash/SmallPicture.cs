namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A picture of 64 by 64 pixels of one colour.</summary>
internal static class SmallPicture
{
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsItkJCMZ2Qi+hcEKLNXzWgQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQELgujHQEPcPrm3gAAAABJRU5ErkJggg==");
}
