// Descriptions in many shapes, from anything that has the API of W3C's WebRTC: run in a browser's
// page, or in Node with a package that offers that API.
//
// `make` is that API: { RTCPeerConnection, track(kind), preferH264(transceiver)? }; `ourOffer` an
// offer of `roomrtc peer`. Returns { name: sdp }; what the stack refuses to make is told to `tell`.

const gathered = (connection) => new Promise((resolve) => {
  const done = () => connection.iceGatheringState === 'complete' && resolve();
  connection.addEventListener('icegatheringstatechange', done);
  setTimeout(resolve, 5000);
  done();
});

// Rejects what takes too long.
const patience = () => new Promise((_, reject) => { setTimeout(() => reject('it does not end'), 15000); });

// Sets a description that the connection makes, and returns it with all its candidates.
const settle = async (connection, description) => {
  await connection.setLocalDescription(description);
  await gathered(connection);
  return connection.localDescription.sdp;
};

const offer = async (connection) => settle(connection, await connection.createOffer());

const answer = async (connection, sdp) => {
  await connection.setRemoteDescription({ type: 'offer', sdp });
  return settle(connection, await connection.createAnswer());
};

// Two connections that have agreed on what the first one offers.
const agreed = async (make, fill) => {
  const [caller, called] = [new make.RTCPeerConnection(), new make.RTCPeerConnection()];
  await fill(caller);
  const sdp = await answer(called, await offer(caller));
  await caller.setRemoteDescription({ type: 'answer', sdp });
  return [caller, called];
};

const add = (make, connection, ...kinds) => {
  for (const kind of kinds) {
    const { track, streams } = make.track(kind);
    connection.addTrack(track, ...streams);
  }
};

const simple = (make) => ({
  'audio-video': (c) => add(make, c, 'audio', 'video'),
  'video-only': (c) => add(make, c, 'video'),
  'audio-only': (c) => add(make, c, 'audio'),
  'video-recvonly': (c) => c.addTransceiver('video', { direction: 'recvonly' }),
  'video-sendonly': (c) => c.addTransceiver(make.track('video').track, { direction: 'sendonly' }),
  'video-inactive': (c) => c.addTransceiver('video', { direction: 'inactive' }),
  'data-only': (c) => c.createDataChannel('chat'),
  'audio-video-data': (c) => { add(make, c, 'audio', 'video'); c.createDataChannel('chat'); },
  'data-first': (c) => { c.createDataChannel('chat'); add(make, c, 'video'); },
  'several-transceivers': (c) => {
    for (const direction of ['sendrecv', 'recvonly', 'inactive']) c.addTransceiver('video', { direction });
    for (const direction of ['recvonly', 'sendonly']) c.addTransceiver('audio', { direction });
  },
  'simulcast': (c) => c.addTransceiver(make.track('video').track, {
    direction: 'sendonly',
    sendEncodings: [
      { rid: 'q', scaleResolutionDownBy: 4 }, { rid: 'h', scaleResolutionDownBy: 2 }, { rid: 'f' },
    ],
  }),
  'h264-only': (c) => make.preferH264(c.addTransceiver('video')),
});

const configured = (make) => ({
  'max-bundle': { bundlePolicy: 'max-bundle' },
  'max-compat': { bundlePolicy: 'max-compat' },
  'candidate-pool': { iceCandidatePoolSize: 2 },
  'rtcp-mux-negotiate': { rtcpMuxPolicy: 'negotiate' },
  'relay-only': { iceTransportPolicy: 'relay' },
});

const rsa = async (make) => {
  const certificate = await make.RTCPeerConnection.generateCertificate({
    name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  });
  const connection = new make.RTCPeerConnection({ certificates: [certificate] });
  add(make, connection, 'video');
  return offer(connection);
};

const trickled = async (make) => {
  const connection = new make.RTCPeerConnection();
  add(make, connection, 'audio', 'video');
  const description = await connection.createOffer();
  await connection.setLocalDescription(description);
  return description.sdp;
};

const stopped = async (make) => {
  const [caller] = await agreed(make, (c) => add(make, c, 'audio', 'video'));
  caller.getTransceivers()[0].stop();
  return offer(caller);
};

const restarted = async (make) => {
  const [caller] = await agreed(make, (c) => add(make, c, 'video'));
  return settle(caller, await caller.createOffer({ iceRestart: true }));
};

const repeated = async (make) => {
  const [caller] = await agreed(make, (c) => add(make, c, 'video'));
  add(make, caller, 'audio');
  return offer(caller);
};

const reversed = async (make) => {
  const [, called] = await agreed(make, (c) => add(make, c, 'audio', 'video'));
  return offer(called);
};

const legacy = async (make) => {
  const connection = new make.RTCPeerConnection();
  const description = await connection.createOffer({ offerToReceiveVideo: true, offerToReceiveAudio: true });
  return settle(connection, description);
};

const answers = (make, ourOffer) => ({
  'answer-to-us': async () => {
    const connection = new make.RTCPeerConnection();
    add(make, connection, 'video');
    return answer(connection, ourOffer);
  },
  'answer-to-us-recvonly': () => answer(new make.RTCPeerConnection(), ourOffer),
  'answer-to-us-refused': async () => {
    const connection = new make.RTCPeerConnection();
    await connection.setRemoteDescription({ type: 'offer', sdp: ourOffer });
    for (const transceiver of connection.getTransceivers()) transceiver.stop();
    return settle(connection, await connection.createAnswer());
  },
  'answer-to-itself': async () => {
    const [, called] = await agreed(make, (c) => add(make, c, 'audio', 'video'));
    return called.localDescription.sdp;
  },
});

export async function shapes(make, ourOffer, tell = () => {}) {
  const makers = {};
  for (const [name, fill] of Object.entries(simple(make))) {
    makers[`offer-${name}`] = async () => {
      const connection = new make.RTCPeerConnection();
      await fill(connection);
      return offer(connection);
    };
  }
  for (const [name, configuration] of Object.entries(configured(make))) {
    makers[`offer-${name}`] = async () => {
      const connection = new make.RTCPeerConnection(configuration);
      add(make, connection, 'audio', 'video');
      return offer(connection);
    };
  }
  for (const [name, maker] of Object.entries({ rsa, trickled, stopped, restarted, repeated, reversed, legacy })) {
    makers[`offer-${name}`] = () => maker(make);
  }
  Object.assign(makers, answers(make, ourOffer));
  const made = {};
  for (const [name, maker] of Object.entries(makers)) {
    try { made[name] = await Promise.race([maker(), patience()]); } catch (error) { tell(`${name}: ${error}`); }
  }
  return made;
}
