//! One side's application.

use std::sync::Arc;

use roomrtc_core::base::{RandomStream, Seed, Time};
use roomrtc_core::signaling::client as signaling;
use roomrtc_server::hub::ConnectionId;

use super::{Camera, Offers};
use crate::clock::HostClock;
use crate::engine::{CallEngine, EngineMaker};
use crate::media::{FrameSource, FrameViewer, Sink};
use crate::scenario::{ClockParameters, HostParameters, Side};

/// One side's application: it logs in, calls or is called, films and watches.
///
/// Times are the host's, unless they are said to be the world's.
#[derive(Debug)]
pub struct Client {
    /// Which side it is.
    pub side: Side,
    /// Its host's clock.
    pub clock: HostClock,
    /// The session, once the call stands.
    pub engine: Option<Box<dyn CallEngine>>,
    /// Its camera.
    pub camera: Camera,
    /// What it sees of the other side.
    pub sink: Sink,
    /// Who sees it too, if anybody.
    pub viewer: Option<Box<dyn FrameViewer>>,
    /// Whether the session is connected and has not ended.
    pub is_connected: bool,
    /// Whether it ever was.
    pub has_connected: bool,
    /// Whether the session was told to close.
    pub has_closed: bool,
    /// How often the session was told to restart ICE.
    pub restarts: u32,
    pub(super) parameters: HostParameters,
    pub(super) maker: Arc<dyn EngineMaker>,
    pub(super) seed: Seed,
    pub(super) signaling: signaling::Client,
    pub(crate) connection: Option<ConnectionId>,
    pub(super) trickle: RandomStream,
    /// Whether the other side was invited: a call is made once.
    pub(super) has_invited: bool,
    pub(super) accepts_at: Option<Time>,
    pub(super) restarts_at: Option<Time>,
    pub(super) offers: Offers,
}

impl Client {
    /// A client that has not begun, of a host whose interfaces are known to the world.
    pub fn new(
        side: Side,
        parameters: HostParameters,
        maker: Arc<dyn EngineMaker>,
        seed: &Seed,
    ) -> Client {
        let seed = seed.derive(side.name());
        Client {
            side,
            clock: clock(&parameters.clock),
            engine: None,
            sink: Sink::default(),
            viewer: None,
            is_connected: false,
            has_connected: false,
            has_closed: false,
            restarts: 0,
            camera: Camera::new(&parameters.media, &seed),
            trickle: seed.stream("trickle"),
            signaling: signaling::Client::new(),
            connection: None,
            has_invited: false,
            accepts_at: None,
            restarts_at: None,
            offers: Offers::default(),
            parameters,
            maker,
            seed,
        }
    }

    /// Its side of the signalling.
    pub const fn signaling(&self) -> &signaling::Client {
        &self.signaling
    }

    /// Films with another source from now on: a real encoder, where pixels matter.
    pub fn set_source(&mut self, source: Box<dyn FrameSource>) {
        self.camera.source = source;
    }

    /// A copy that goes on exactly as this one would; `None` if its engine or
    /// its viewer cannot be copied.
    pub fn snapshot(&self) -> Option<Client> {
        let engine = whole(self.engine.as_ref().map(|engine| engine.snapshot()))?;
        let viewer = whole(self.viewer.as_ref().map(|viewer| viewer.snapshot()))?;
        Some(Client {
            side: self.side,
            clock: self.clock.clone(),
            engine,
            sink: self.sink.clone(),
            viewer,
            is_connected: self.is_connected,
            has_connected: self.has_connected,
            has_closed: self.has_closed,
            restarts: self.restarts,
            parameters: self.parameters.clone(),
            maker: Arc::clone(&self.maker),
            seed: self.seed.clone(),
            signaling: self.signaling.clone(),
            connection: self.connection,
            camera: self.camera.clone(),
            trickle: self.trickle.clone(),
            has_invited: self.has_invited,
            accepts_at: self.accepts_at,
            restarts_at: self.restarts_at,
            offers: self.offers,
        })
    }
}

/// Nothing of nothing, and `None` where there is something that cannot be copied.
fn whole<T>(copy: Option<Option<T>>) -> Option<Option<T>> {
    copy.map_or(Some(None), |copy| copy.map(Some))
}

fn clock(parameters: &ClockParameters) -> HostClock {
    HostClock::new(Time::ZERO + parameters.offset.duration(), i64::from(parameters.drift))
}
