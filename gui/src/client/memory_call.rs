//! Two clients joined by memory, for tests.

use std::net::SocketAddr;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{Datagram, PeerConfig};
use roomrtc_io_mio::LocalAddress;
use roomrtc_media::encoder::EncodedFrame;
use roomrtc_media::h264::AccessUnit;
use roomrtc_media::time::WallTime;

use super::{CallEnd, Client, ClientCommand, ClientEvent, ClientSettings, Effect};

/// Two clients without a server. What one sends reaches the other at once; time passes only when
/// nothing else happens.
pub(super) struct MemoryCall {
    pub(super) now: Time,
    pub(super) clients: [Client; 2],
    /// What each client told.
    pub(super) told: [Vec<ClientEvent>; 2],
    /// What each client wanted decoded.
    pub(super) frames: [Vec<AccessUnit>; 2],
    /// Why each client's calls ended.
    pub(super) ends: [Vec<CallEnd>; 2],
    /// How each client's camera was turned.
    pub(super) cameras: [Vec<bool>; 2],
    /// Which datagrams are lost on their way.
    pub(super) is_lost: fn(&[u8]) -> bool,
    /// To how many bytes each client limits its NAL units.
    pub(super) limits: [Vec<u32>; 2],
    /// How a description is changed on its way.
    pub(super) change: fn(String) -> String,
}

impl MemoryCall {
    pub(super) fn new(no_trickle: bool) -> MemoryCall {
        let client = |number: usize| {
            let mut client = MemoryCall::client(number, no_trickle);
            client.handle_local_address(Time::ZERO, LocalAddress::Added(address(number)));
            client.handle_local_address(Time::ZERO, LocalAddress::Complete);
            client
        };
        MemoryCall {
            now: Time::ZERO,
            clients: [client(0), client(1)],
            told: Default::default(),
            frames: Default::default(),
            ends: Default::default(),
            cameras: Default::default(),
            is_lost: |_| false,
            limits: Default::default(),
            change: |sdp| sdp,
        }
    }

    /// A client that knows of no address yet.
    pub(super) fn client(number: usize, no_trickle: bool) -> Client {
        Client::new(ClientSettings {
            peer: PeerConfig::default(),
            seed: Seed::from_u64(number as u64),
            no_trickle,
            hide_addresses: false,
            is_polite: false,
            recording: None,
            impairment: None,
        })
    }

    pub(super) fn command(&mut self, client: usize, command: ClientCommand) {
        self.clients[client].handle_command(self.now, command);
    }

    /// A key frame whose slice says which it is: by a number above 3, as an encoder would have to
    /// escape the others.
    pub(super) fn send_frame(&mut self, client: usize, number: u8) {
        let parameter_sets = [0, 0, 0, 1, 0x67, 66, 224, 31, 9, 0, 0, 0, 1, 0x68, 9];
        let data = [&parameter_sets[..], &[0, 0, 0, 1, 0x65], &[number; 3_000]].concat();
        let capture_time = WallTime::from_micros(u64::from(number) * 33_333);
        let frame_number = u32::from(number);
        let frame = EncodedFrame { data, is_key_frame: true, frame_number, capture_time };
        self.command(client, ClientCommand::SendFrame(frame));
    }

    /// Lets things happen until `is_done`, for at most a minute of their time.
    pub(super) fn run_until(&mut self, is_done: impl Fn(&MemoryCall) -> bool) {
        while !is_done(self) {
            let is_busy = [self.serve(0), self.serve(1)].contains(&true);
            if !is_busy {
                let deadlines = self.clients.iter().filter_map(Client::deadline);
                let next = deadlines.map(|deadline| deadline.at).min().expect("more to come");
                assert!(next < Time::from_secs(60), "told: {:#?}", self.told);
                self.now = self.now.max(next);
                self.clients.iter_mut().for_each(|client| client.handle_timeout(self.now));
            }
        }
    }

    fn serve(&mut self, client: usize) -> bool {
        let mut is_busy = false;
        while let Some(effect) = self.clients[client].poll_effect() {
            is_busy = true;
            self.carry_out(client, effect);
        }
        let mut bytes = Vec::new();
        while let Some(transmit) = self.clients[client].poll_transmit(self.now, &mut bytes) {
            is_busy = true;
            for payload in bytes.chunks(transmit.segment_size.unwrap_or(bytes.len()).max(1)) {
                let (local, remote) = (transmit.destination, transmit.local);
                let datagram = Datagram { local, remote, ecn: 0, payload };
                if !(self.is_lost)(payload) {
                    self.clients[1 - client].handle_datagram(self.now, datagram);
                }
            }
            bytes.clear();
        }
        is_busy
    }

    fn carry_out(&mut self, client: usize, effect: Effect) {
        match effect {
            Effect::Tell(event) => {
                self.pass_on(1 - client, &event);
                self.told[client].push(event);
            }
            Effect::Decode(unit) => self.frames[client].push(unit),
            Effect::StopMedia { end, .. } => self.ends[client].push(end),
            Effect::TurnCamera(is_on) => self.cameras[client].push(is_on),
            Effect::LimitNalUnits(most) => self.limits[client].push(most),
            Effect::StartMedia
            | Effect::EncodeKeyFrame
            | Effect::Measure(_)
            | Effect::SwitchSource(_) => {}
        }
    }

    /// Carries descriptions and candidates, as a person with two terminals does.
    fn pass_on(&mut self, to: usize, event: &ClientEvent) {
        match event.clone() {
            ClientEvent::LocalDescription { kind, sdp } => {
                let sdp = (self.change)(sdp);
                self.command(to, ClientCommand::Describe { kind, sdp });
            }
            ClientEvent::LocalCandidate(candidate) => {
                self.command(to, ClientCommand::Candidate(candidate));
            }
            _ => {}
        }
    }

    pub(super) fn is_connected(&self, client: usize) -> bool {
        self.told[client].iter().any(|event| matches!(event, ClientEvent::Connected))
    }
}

pub(super) fn address(client: usize) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1 + client as u8], 4_000))
}
