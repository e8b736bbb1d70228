# syntax=docker/dockerfile:1.7
# The MCP server over standard input and output, with ffmpeg, fonts, a soundfont and a voice:
#   docker build -t videocreateai .
#   docker run -i --rm -v videocreateai:/data -v "$HOME/Videos:/videos" videocreateai
# The user inside is 10001: a folder of yours that is mounted must let it write, or add --user "$(id -u)" and a data folder of your own.
FROM mcr.microsoft.com/dotnet/sdk:10.0.100-noble AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/VideoCreateAi.Mcp -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0.0-noble
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        ffmpeg libpangocairo-1.0-0 fluidsynth timgm6mb-soundfont espeak-ng bubblewrap \
        fonts-open-sans fonts-league-spartan fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home videocreateai \
    && install -d -o videocreateai -g videocreateai -m 0700 /data \
    && install -d -o videocreateai -g videocreateai /videos
COPY --from=build /app /app
LABEL io.modelcontextprotocol.server.name="io.github.OWNER/videocreateai-mcp"
# Inside of the container stands what the user mounted there: /videos is read from and written to.
ENV VIDEOCREATEAI_DATA=/data \
    VIDEOCREATEAI_OUTPUT=/videos \
    VIDEOCREATEAI_ALLOW=/videos
USER 10001
VOLUME ["/data", "/videos"]
ENTRYPOINT ["dotnet", "/app/videocreateai.dll"]
