// The script for a browser's page that makes `shapes` and hands { made, told } to `done`.
import fs from 'node:fs';

const shapes = fs.readFileSync(new URL('shapes.mjs', import.meta.url), 'utf8')
  .replace('export async function', 'async function');

export const pageScript = (done) => `
  ${shapes}
  const told = [];
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const audio = new AudioContext();
  const track = (kind) => {
    const stream = kind === 'video'
      ? canvas.captureStream(5) : audio.createMediaStreamDestination().stream;
    return { track: stream.getTracks()[0], streams: [stream] };
  };
  const preferH264 = (transceiver) => transceiver.setCodecPreferences(
    RTCRtpReceiver.getCapabilities('video').codecs.filter((c) => c.mimeType === 'video/H264'));
  const make = { RTCPeerConnection, track, preferH264 };
  shapes(make, ourOffer, (text) => told.push(text)).then((made) => ${done}({ made, told }));
`;

export const save = (out, { made, told }) => {
  fs.mkdirSync(out, { recursive: true });
  for (const [name, sdp] of Object.entries(made)) fs.writeFileSync(`${out}/${name}.sdp`, sdp);
  console.log(`${Object.keys(made).length} descriptions`, told);
};

export const ourOffer = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).sdp;
