import React from 'react';
import { AbsoluteFill, Composition, Img, Sequence, interpolate, registerRoot, staticFile, useCurrentFrame } from 'remotion';

const shots = 5;
const shotFrames = 192;
const fadeFrames = 15;
const titleFrames = 90;

const Shot = ({ picture, isFirst }) => {
  const frame = useCurrentFrame();
  const opacity = isFirst ? 1 : interpolate(frame, [0, fadeFrames], [0, 1], { extrapolateRight: 'clamp' });
  const scale = interpolate(frame, [0, shotFrames], [1, 1.15]);
  return (
    <AbsoluteFill style={{ opacity }}>
      <Img src={staticFile(picture)} style={{ width: '100%', height: '100%', objectFit: 'cover', transform: `scale(${scale})` }} />
    </AbsoluteFill>
  );
};

const Title = () => {
  const frame = useCurrentFrame();
  const opacity = interpolate(frame, [0, 12, titleFrames - 12, titleFrames], [0, 1, 1, 0]);
  return (
    <AbsoluteFill style={{ opacity, justifyContent: 'flex-end', alignItems: 'center', paddingBottom: 480 }}>
      <div style={{ color: 'white', fontSize: 120, fontFamily: 'sans-serif', textShadow: '0 0 12px black' }}>Urban Dreams</div>
    </AbsoluteFill>
  );
};

const Promo = () => (
  <AbsoluteFill style={{ backgroundColor: 'black' }}>
    {Array.from({ length: shots }, (_, i) => (
      <Sequence key={i} from={i * (shotFrames - fadeFrames)} durationInFrames={shotFrames}>
        <Shot picture={`peer${i}.jpg`} isFirst={i === 0} />
      </Sequence>
    ))}
    <Sequence durationInFrames={titleFrames}>
      <Title />
    </Sequence>
  </AbsoluteFill>
);

registerRoot(() => <Composition id="Promo" component={Promo} durationInFrames={900} fps={30} width={1080} height={1920} />);
