// The connection to the other side of a call: video both ways, negotiated as the W3C's "perfect
// negotiation" (WebRTC, section 10.7). Whoever was called gives way.

// Candidates of the other side that came before its description.
const MOST_EARLY = 64;
// Seconds that a broken connection may take to come back.
const PATIENCE = 30;

// H.264 first: it is all that Room RTC's desktop client has.
function preferH264(transceiver) {
  const codecs = RTCRtpReceiver.getCapabilities('video').codecs;
  const isH264 = ({ mimeType }) => mimeType.toLowerCase() === 'video/h264';
  transceiver.setCodecPreferences([...codecs.filter(isH264), ...codecs.filter((codec) => !isH264(codec))]);
}

// Events: `description` and `candidate` for the other side, `picture` with its track, `state` with
// `connecting`, `connected` or `interrupted`, `left` when the other side has said farewell, and `over`
// with a sentence when it cannot go on.
export class MediaCall extends EventTarget {
  #isPolite;
  #connection;
  #transceiver = null;
  #isOffering = false;
  #isIgnoring = false;
  #isDescribed = false;
  #candidates = [];
  #early = [];
  #work = Promise.resolve();
  #giveUp = 0;
  #track = null;

  constructor({ isCaller, iceServers }) {
    super();
    this.#isPolite = !isCaller;
    const connection = new RTCPeerConnection({ iceServers });
    this.#connection = connection;
    connection.addEventListener('icecandidate', ({ candidate }) => this.#found(candidate));
    connection.addEventListener('track', ({ track }) => this.#tell('picture', track));
    connection.addEventListener('negotiationneeded', () => this.#offer().catch((error) => this.#fail(error)));
    connection.addEventListener('connectionstatechange', () => this.#follow());
    if (isCaller) this.#send(connection.addTransceiver('video', { direction: 'sendrecv' }));
  }

  // Sends this track from now on; none if it is null. No negotiation is needed for it.
  show(track) {
    this.#track = track;
    return this.#transceiver?.sender.replaceTrack(track);
  }

  // A description or a candidate of the other side: one after the other, in order.
  take({ type, values }) {
    const act = type === 'CANDIDATE' ? () => this.#takeCandidate(values) : () => this.#takeDescription(type, values);
    this.#work = this.#work.then(act).catch((error) => this.#fail(error));
  }

  // The server passes messages on again: what it may have lost meanwhile is said again.
  rejoin() {
    if (this.#connection.signalingState === 'have-local-offer') this.#describe();
    if (this.#connection.connectionState === 'failed') this.#connection.restartIce();
  }

  close() {
    clearTimeout(this.#giveUp);
    this.#connection.close();
  }

  async #offer() {
    this.#isOffering = true;
    try {
      await this.#connection.setLocalDescription();
      this.#describe();
    } finally {
      this.#isOffering = false;
    }
  }

  #describe() {
    this.#tell('description', this.#connection.localDescription);
    this.#isDescribed = true;
    for (const candidate of this.#candidates.splice(0)) this.#tell('candidate', candidate);
  }

  // Nothing leaves before the description that it belongs to. The last candidate is empty.
  #found(candidate) {
    const found = candidate?.toJSON() ?? { candidate: '' };
    if (this.#isDescribed) this.#tell('candidate', found);
    else this.#candidates.push(found);
  }

  async #takeDescription(type, { kind, sdp }) {
    const description = { type: kind ?? type.toLowerCase(), sdp };
    const connection = this.#connection;
    const isOffer = description.type === 'offer';
    if (!isOffer && connection.signalingState === 'stable') return;
    const collides = isOffer && (this.#isOffering || connection.signalingState !== 'stable');
    this.#isIgnoring = collides && !this.#isPolite;
    if (this.#isIgnoring) return;
    await connection.setRemoteDescription(description);
    if (isOffer) await this.#answer();
    else this.#check();
    for (const candidate of this.#early.splice(0)) await this.#add(candidate);
  }

  async #answer() {
    const [transceiver] = this.#connection.getTransceivers().filter(({ receiver }) => receiver.track.kind === 'video');
    if (transceiver && !this.#transceiver) this.#send(transceiver);
    await this.#connection.setLocalDescription();
    this.#describe();
  }

  #send(transceiver) {
    this.#transceiver = transceiver;
    transceiver.direction = 'sendrecv';
    preferH264(transceiver);
    if (this.#track) transceiver.sender.replaceTrack(this.#track).catch((error) => this.#fail(error));
  }

  #check() {
    if (this.#transceiver?.currentDirection !== 'stopped') return;
    this.#tell('over', 'The two sides have no video format in common: the other one has H.264 alone.');
  }

  async #takeCandidate({ candidate, mid, index, ufrag }) {
    const place = index === undefined ? undefined : Number(index);
    const found = { candidate, sdpMid: mid, sdpMLineIndex: place, usernameFragment: ufrag };
    if (this.#connection.remoteDescription) await this.#add(found);
    else if (this.#early.length < MOST_EARLY) this.#early.push(found);
  }

  // A candidate that cannot be used is one way less, and no reason to end a call.
  async #add(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate.candidate ? candidate : undefined);
    } catch (error) {
      if (!this.#isIgnoring) console.warn('a candidate of the other side cannot be used:', error.message);
    }
  }

  #follow() {
    const { connectionState } = this.#connection;
    if (this.#hasLeft()) {
      this.#tell('left');
    } else if (connectionState === 'connected') {
      clearTimeout(this.#giveUp);
      this.#giveUp = 0;
      this.#watchTransport();
      this.#tell('state', 'connected');
    } else if (connectionState === 'disconnected' || connectionState === 'failed') {
      this.#interrupted(connectionState);
    } else {
      this.#tell('state', 'connecting');
    }
  }

  #interrupted(state) {
    this.#tell('state', 'interrupted');
    if (state === 'failed') this.#connection.restartIce();
    if (this.#giveUp) return;
    const sentence = 'The other side cannot be reached any more.';
    this.#giveUp = setTimeout(() => this.#tell('over', sentence), PATIENCE * 1000);
  }

  // The other side has closed its end, with a word of farewell.
  #hasLeft() {
    return this.#transceiver?.sender.transport?.state === 'closed';
  }

  #watchTransport() {
    const transport = this.#transceiver?.sender.transport;
    if (transport) transport.onstatechange = () => this.#follow();
  }

  #fail(error) {
    if (this.#connection.signalingState === 'closed') return;
    this.#tell('over', `The call cannot go on: ${error.message}`);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
