using Microsoft.Extensions.Options;

namespace VideoCreateAi.Studio.Audio;

internal sealed class AudioOptionsValidator : IValidateOptions<AudioOptions>
{
    private const long Least = 16L * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, AudioOptions options)
    {
        var faults = new ValidateOptionsResultBuilder();
        if (!Path.IsPathFullyQualified(options.CacheFolder))
        {
            faults.AddError($"Audio:CacheFolder must be an absolute path, not '{options.CacheFolder}'.");
        }

        if (options.CacheBytes < Least)
        {
            faults.AddError($"Audio:CacheBytes is {options.CacheBytes}; the least is {Least}.");
        }

        foreach (var path in options.SoundFontPaths.Where(path => !Path.IsPathFullyQualified(path)))
        {
            faults.AddError($"Audio:SoundFontPaths must hold absolute paths, not '{path}'.");
        }

        return faults.Build();
    }
}
