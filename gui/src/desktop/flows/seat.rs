//! A person's program.

use std::net::SocketAddr;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::Certificate;
use roomrtc_core::session::PeerConfig;
use roomrtc_io_mio::LocalAddress;
use roomrtc_server::hub::ConnectionId;

use crate::client::{Client, ClientSettings};
use crate::desktop::{Desktop, DesktopEffect, DesktopStart, SourceChoice, SourceProblem};
use crate::statistics::MediaCounts;

/// A person's program: the desktop, its client, and media that only count.
#[derive(Debug)]
pub struct Seat {
    /// What the person sees.
    pub desktop: Desktop,
    /// The effects that the world does not carry out, in their order.
    pub wanted: Vec<DesktopEffect>,
    /// Why the camera gives no pictures, if it gives none.
    pub camera: Result<(), SourceProblem>,
    /// What is sent.
    pub source: SourceChoice,
    /// The frames that were sent and decoded in this call.
    pub counts: MediaCounts,
    /// Whether the client has ended.
    pub is_over: bool,
    pub(super) client: Client,
    pub(super) address: SocketAddr,
    pub(super) stream: Option<ConnectionId>,
    /// When the next frame is sent, while media run.
    pub(super) next_frame: Option<Time>,
    pub(super) is_camera_on: bool,
}

impl Seat {
    pub(super) fn new(now: Time, number: u8, start: DesktopStart) -> Seat {
        let address = SocketAddr::from(([192, 0, 2, 1 + number], 4_000));
        Seat {
            desktop: Desktop::new(now, start),
            wanted: Vec::new(),
            camera: Ok(()),
            source: SourceChoice::default(),
            counts: MediaCounts::default(),
            is_over: false,
            client: client(now, number, address),
            address,
            stream: None,
            next_frame: None,
            is_camera_on: true,
        }
    }

    /// Whether pictures are captured.
    pub fn is_capturing(&self) -> bool {
        self.next_frame.is_some()
    }

    /// Takes the effects that were wanted since this was asked last.
    pub fn take_wanted(&mut self) -> Vec<DesktopEffect> {
        std::mem::take(&mut self.wanted)
    }
}

/// The certificate is that of the installation: it is kept across calls.
fn client(now: Time, number: u8, address: SocketAddr) -> Client {
    let seed = Seed::from_u64(u64::from(number));
    let certificate = Certificate::generate(0, &mut seed.stream("installation"));
    let mut client = Client::new(ClientSettings {
        peer: PeerConfig { certificate: Some(certificate), ..PeerConfig::default() },
        seed,
        no_trickle: false,
        is_polite: false,
        hide_addresses: false,
        recording: None,
        impairment: None,
    });
    client.handle_local_address(now, LocalAddress::Added(address));
    client.handle_local_address(now, LocalAddress::Complete);
    client
}
