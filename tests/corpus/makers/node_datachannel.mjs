// node node_datachannel.mjs OUR_OFFER.json FOLDER: needs npm's node-datachannel.
import fs from 'node:fs';
import stack from 'node-datachannel';
import { ourOffer, save } from './browser_page.mjs';

const [offerFile, out] = process.argv.slice(2);
const offer = ourOffer(offerFile);
const made = {};

const video = (direction, mid = 'video') => {
  const media = new stack.Video(mid, direction);
  media.addH264Codec(96);
  media.addSSRC(42, 'cname', 'stream', 'track');
  return media;
};
const audio = (direction) => {
  const media = new stack.Audio('audio', direction);
  media.addOpusCodec(111);
  media.addSSRC(43, 'cname', 'stream', 'track');
  return media;
};

// What `fill` returns is kept: it goes with the last reference to it.
const kept = [];
const make = async (name, fill, type = 'offer', more = {}) => {
  const configuration = { iceServers: [], disableAutoNegotiation: true, ...more };
  const connection = new stack.PeerConnection(name, configuration);
  if (type === 'answer') connection.setRemoteDescription(offer, 'offer');
  kept.push(connection, fill(connection));
  const gathered = new Promise((resolve) => {
    connection.onGatheringStateChange((state) => state === 'complete' && resolve());
    setTimeout(resolve, 3000);
  });
  connection.setLocalDescription(type);
  await gathered;
  made[name] = connection.localDescription().sdp;
};

await make('offer-audio-video', (c) => [c.addTrack(audio('SendRecv')), c.addTrack(video('SendRecv'))]);
await make('offer-video-only', (c) => c.addTrack(video('SendRecv')));
await make('offer-video-recvonly', (c) => c.addTrack(video('RecvOnly')));
await make('offer-video-sendonly', (c) => c.addTrack(video('SendOnly')));
await make('offer-data-only', (c) => c.createDataChannel('chat'));
await make('offer-video-data', (c) => [c.addTrack(video('SendRecv')), c.createDataChannel('chat')]);
await make('offer-ice-tcp', (c) => c.addTrack(video('SendRecv')), 'offer', { enableIceTcp: true });
await make('answer-to-us', (c) => c.addTrack(video('SendRecv', '0')), 'answer');
await make('answer-to-us-recvonly', () => {}, 'answer');
save(out, { made, told: [] });
process.exit(0);
