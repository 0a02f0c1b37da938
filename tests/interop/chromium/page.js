// The browser's end of a call. The tests call the functions of `room` through the DevTools protocol;
// lines for the other end, and what has to be told, leave by the binding `roomLine`.
'use strict';

const room = { seen: [], camera: [], candidates: [], channels: [] };

const tell = (value) => roomLine(JSON.stringify(value));
const fail = (error) => tell({ error: String(error?.stack ?? error) });
window.addEventListener('error', (event) => fail(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => fail(event.reason));

// The code of a picture: 4 rows of 34 cells along the top edge, most significant bit first.
const COLUMNS = 34;
const ROWS = 4;
const LEFT = 3;
const ACROSS = 40;
const DOWN = 45;

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

function checksum(bytes) {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder = CHECKSUMS[(remainder ^ byte) & 0xff] ^ (remainder >>> 8);
  }
  return ~remainder >>> 0;
}

// Whether the middle of a cell is rather white than black.
function isWhite(pixels, width, height, index) {
  const edge = (column) => Math.floor(((column + LEFT) * width) / ACROSS);
  const level = (row) => Math.floor((row * 2 * height) / DOWN);
  const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
  const [left, right, top, bottom] = [edge(column), edge(column + 1), level(row), level(row + 1)];
  const [aside, above] = [Math.floor((right - left) / 4), Math.floor((bottom - top) / 4)];
  let [sum, count] = [0, 0];
  for (let y = top + above; y < bottom - above; y += 1) {
    for (let x = left + aside; x < right - aside; x += 1) {
      const at = 4 * (y * width + x);
      sum += pixels[at] + pixels[at + 1] + pixels[at + 2];
      count += 3;
    }
  }
  return sum > 127.5 * count;
}

// What the code says: frame number, position in the source, microseconds since the Unix epoch;
// null where the checksum is wrong.
function readCode(pixels, width, height) {
  const bytes = new Uint8Array((COLUMNS * ROWS) / 8);
  for (let index = 0; index < COLUMNS * ROWS; index += 1) {
    bytes[index >> 3] |= Number(isWhite(pixels, width, height, index)) << (7 - (index & 7));
  }
  const view = new DataView(bytes.buffer);
  if (view.getUint32(13) !== checksum(bytes.subarray(0, 13))) return null;
  const captured = view.getUint16(6) * 2 ** 40 + view.getUint32(8) * 256 + view.getUint8(12);
  return { number: view.getUint32(0), position: view.getUint16(4), captured };
}

const now = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

// Draws every frame of a track on a canvas, reads the code back, and writes down what it says.
async function watch(track, seen) {
  const canvas = new OffscreenCanvas(16, 16);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const frames = new MediaStreamTrackProcessor({ track, maxBufferSize: 30 }).readable.getReader();
  for (;;) {
    const { value: frame, done } = await frames.read();
    if (done) return;
    const [at, width, height] = [now(), frame.displayWidth, frame.displayHeight];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
    }
    context.drawImage(frame, 0, 0);
    frame.close();
    const rows = Math.ceil((2 * ROWS * height) / DOWN);
    const code = readCode(context.getImageData(0, 0, width, rows).data, width, height);
    seen.push({ at, width, height, code });
  }
}

// What was seen since this was last asked.
room.takeSeen = () => room.seen.splice(0);
room.takeCamera = () => room.camera.splice(0);

// A stream that needs no leave: a colour that goes round.
function draw() {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const context = canvas.getContext('2d');
  let turn = 0;
  setInterval(() => {
    context.fillStyle = `hsl(${(turn += 3) % 360} 80% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 33);
  return canvas.captureStream(30);
}

async function openCamera() {
  const stream = room.plan.films
    ? await navigator.mediaDevices.getUserMedia({ video: true })
    : draw();
  room.stream = stream;
  [room.track] = stream.getVideoTracks();
  watch(room.track.clone(), room.camera).catch(fail);
}

function sendCandidate({ candidate }) {
  if (!room.plan.trickle) return;
  // Nothing leaves before the description it belongs to.
  const line = candidate?.toJSON() ?? { candidate: null };
  if (room.isDescribed) tell(line);
  else room.candidates.push(line);
}

const gathered = () => new Promise((resolve) => {
  const check = () => room.connection.iceGatheringState === 'complete' && resolve();
  room.connection.addEventListener('icegatheringstatechange', check);
  check();
});

async function describe() {
  if (!room.plan.trickle) await gathered();
  const { type, sdp } = room.connection.localDescription;
  tell({ type, sdp });
  room.isDescribed = true;
  room.candidates.splice(0).forEach(tell);
}

function prefer(transceiver) {
  if (!room.plan.codec) return;
  const wanted = ({ mimeType, sdpFmtpLine }) =>
    mimeType === 'video/H264' && sdpFmtpLine === room.plan.codec;
  const codecs = RTCRtpReceiver.getCapabilities('video').codecs.filter(wanted);
  if (codecs.length !== 1) throw new Error(`${codecs.length} formats are ${room.plan.codec}`);
  transceiver.setCodecPreferences(codecs);
}

function addSection(kind) {
  const connection = room.connection;
  if (kind === 'data') {
    room.channels.push(connection.createDataChannel('notes'));
  } else if (kind === 'audio') {
    connection.addTransceiver('audio');
  } else {
    if (room.plan.sends) connection.addTrack(room.track, room.stream);
    else connection.addTransceiver('video', { direction: 'recvonly' });
    const ofVideo = ({ receiver }) => receiver.track.kind === 'video';
    room.transceiver = connection.getTransceivers().find(ofVideo);
    prefer(room.transceiver);
  }
}

// A description fixes the places of the sections it has, so that every order can be had.
async function addSections(kinds) {
  for (const [index, kind] of kinds.entries()) {
    addSection(kind);
    if (index + 1 < kinds.length) await room.connection.setLocalDescription();
  }
}

async function offer() {
  room.isOffering = true;
  try {
    await room.connection.setLocalDescription();
    await describe();
  } finally {
    room.isOffering = false;
  }
}

function makeConnection() {
  const { bundlePolicy } = room.plan;
  const connection = new RTCPeerConnection(bundlePolicy ? { bundlePolicy } : {});
  room.connection = connection;
  connection.addEventListener('icecandidate', sendCandidate);
  connection.addEventListener('connectionstatechange', () =>
    tell({ state: connection.connectionState }));
  connection.addEventListener('negotiationneeded', () => {
    if (room.isReady) offer().catch(fail);
  });
  connection.addEventListener('track', ({ track, transceiver }) => {
    if (track.kind !== 'video') return;
    room.transceiver ??= transceiver;
    document.querySelector('video').srcObject = new MediaStream([track]);
    // A track that comes back is the same one, but who has watched it sees no more of it.
    room.watched?.stop();
    room.watched = track.clone();
    watch(room.watched, room.seen).catch(fail);
  });
}

// Begins a call. The plan: whether it offers, trickles, is polite in glare, and with which sections;
// the one format it wants, if any.
room.start = async (plan) => {
  room.plan = plan;
  await openCamera();
  makeConnection();
  if (plan.offers) {
    await addSections(plan.sections);
    await offer();
  }
  // A browser that has made a data channel says that negotiation is needed for as long as there is no
  // accepted section for it (WebRTC, section 4.7.3, step 5.2), so that who refuses it gets offers
  // without end.
  room.isReady = !plan.sections.includes('data');
};

function addCamera() {
  if (!room.transceiver || room.transceiver.sender.track) return;
  if (room.plan.sends) room.connection.addTrack(room.track, room.stream);
  prefer(room.transceiver);
}

// Perfect negotiation, as the W3C's specification has it.
async function takeDescription(description) {
  const connection = room.connection;
  const isOffer = description.type === 'offer';
  const collides = isOffer && (room.isOffering || connection.signalingState !== 'stable');
  room.isIgnoring = collides && !room.plan.polite;
  if (room.isIgnoring) return tell({ ignored: description.type });
  await connection.setRemoteDescription(description);
  if (!isOffer) return undefined;
  if (collides) tell({ gaveWay: true });
  addCamera();
  await connection.setLocalDescription();
  return describe();
}

async function takeLine(line) {
  if (line.type) return takeDescription(line);
  return room.connection.addIceCandidate(line).catch((error) => {
    if (!room.isIgnoring) throw error;
  });
}

// Takes a line of the other end; one after the other, in order.
let lines = Promise.resolve();
room.take = (line) => {
  lines = lines.then(() => takeLine(line)).catch(fail);
};

room.restartIce = () => room.connection.restartIce();
room.offer = () => offer();
room.setDirection = (direction) => {
  room.transceiver.direction = direction;
};
room.enableCamera = (isEnabled) => {
  room.track.enabled = isEnabled;
};
// Stops sending, or goes on, without a negotiation and without giving up the stream.
room.activate = async (isActive) => {
  const { sender } = room.transceiver;
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.active = isActive;
  await sender.setParameters(parameters);
};
// The username fragment of the browser's ICE agent.
room.fragment = () => /^a=ice-ufrag:(.*)$/m.exec(room.connection.localDescription.sdp)[1].trim();
room.signalingState = () => room.connection.signalingState;
room.sendCamera = (isSent) => room.transceiver.sender.replaceTrack(isSent ? room.track : null);

// Everything that getStats tells of what has started.
room.statistics = async () => [...(await room.connection.getStats()).values()];

// A receiver may ask for a key frame only from a worker that sees its encoded frames.
const TRANSFORM = `
  onrtctransform = ({ transformer }) => {
    transformer.readable.pipeTo(transformer.writable);
    onmessage = () => transformer.sendKeyFrameRequest();
  };
`;
room.prepareKeyFrameRequests = () => {
  const source = URL.createObjectURL(new Blob([TRANSFORM], { type: 'text/javascript' }));
  room.worker = new Worker(source);
  room.worker.addEventListener('error', (event) => fail(event.message));
  room.transceiver.receiver.transform = new RTCRtpScriptTransform(room.worker);
};
room.requestKeyFrame = () => room.worker.postMessage('key frame');
room.formats = () => RTCRtpReceiver.getCapabilities('video').codecs
  .filter(({ mimeType }) => mimeType === 'video/H264')
  .map(({ sdpFmtpLine }) => sdpFmtpLine);
// The sections as the browser sees them: `stopped` is one that was rejected.
room.sections = () => room.connection.getTransceivers().map((transceiver) => ({
  kind: transceiver.receiver.track.kind,
  direction: transceiver.direction,
  current: transceiver.currentDirection,
}));
room.dataChannels = () => room.channels.map((channel) => channel.readyState);
