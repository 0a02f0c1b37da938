// node node.mjs werift|wrtc OUR_OFFER.json FOLDER: needs npm's werift or @roamhq/wrtc.
import { ourOffer, save } from './browser_page.mjs';
import { shapes } from './shapes.mjs';

const makers = {
  wrtc: async () => {
    const { default: wrtc } = await import('@roamhq/wrtc');
    const track = (kind) => {
      const { RTCVideoSource, RTCAudioSource } = wrtc.nonstandard;
      const made = (kind === 'video' ? new RTCVideoSource() : new RTCAudioSource()).createTrack();
      return { track: made, streams: [new wrtc.MediaStream([made])] };
    };
    return { RTCPeerConnection: wrtc.RTCPeerConnection, track, preferH264: () => {} };
  },
  werift: async () => {
    const werift = await import('werift');
    const codecs = { audio: [werift.useOPUS()], video: [werift.useH264(), werift.useVP8()] };
    class RTCPeerConnection extends werift.RTCPeerConnection {
      constructor(configuration) {
        super({ ...configuration, iceServers: [], codecs });
      }

      addEventListener(type, listener) {
        if (type === 'icegatheringstatechange') this.iceGatheringStateChange.subscribe(listener);
      }
    }
    const track = (kind) => {
      const made = new werift.MediaStreamTrack({ kind });
      return { track: made, streams: [new werift.MediaStream([made])] };
    };
    return { RTCPeerConnection, track, preferH264: () => {} };
  },
};

const [name, offer, out] = process.argv.slice(2);
setInterval(() => {}, 1000);
const told = [];
const made = await shapes(await makers[name](), ourOffer(offer), (text) => told.push(text));
save(out, { made, told });
process.exit(0);
