//! What can happen.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{MediaDirection, Side};
use crate::link::LinkParameters;
use crate::quantity::Span;

/// What can happen to a world while it runs.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Occurrence {
    /// The models of an interface are replaced by others.
    Link {
        /// Whose interface.
        of: Side,
        /// Which of its interfaces.
        #[serde(default)]
        interface: usize,
        /// The models of what it sends; unchanged if absent.
        up: Option<Vec<LinkParameters>>,
        /// The models of what it receives; unchanged if absent.
        down: Option<Vec<LinkParameters>>,
    },
    /// A host sleeps: its clock stands still and what comes to it is lost.
    Suspend {
        /// Which.
        of: Side,
        /// For how long.
        lasts: Span,
    },
    /// A host's clock runs at another rate from now on.
    Drift {
        /// Whose.
        of: Side,
        /// How much faster than the world, in parts per million.
        parts_per_million: i32,
    },
    /// A NAT forgets all its bindings.
    RebootNat {
        /// Whose.
        of: Side,
        /// Before which of its interfaces.
        #[serde(default)]
        interface: usize,
        /// Which of the interface's NATs, the nearest first.
        #[serde(default)]
        nat: usize,
    },
    /// The signalling server is stopped and comes back without any memory of connections.
    RestartServer {
        /// How long it is away.
        lasts: Span,
    },
    /// Nothing passes between the clients and the signalling server; connections stay.
    SignalingOutage {
        /// For how long.
        lasts: Span,
    },
    /// A side's client loses its connection to the signalling server.
    Disconnect {
        /// Whose.
        of: Side,
    },
    /// An interface goes away.
    RemoveInterface {
        /// Whose.
        of: Side,
        /// Which.
        #[serde(default)]
        interface: usize,
    },
    /// An interface that went away is there again.
    AddInterface {
        /// Whose.
        of: Side,
        /// Which.
        #[serde(default)]
        interface: usize,
    },
    /// A side restarts ICE and offers anew.
    RestartIce {
        /// Which.
        of: Side,
    },
    /// A side offers anew. Where the offers of both sides cross, the called gives way: it takes its
    /// own back, answers, and offers again.
    Offer {
        /// Which.
        of: Side,
    },
    /// A side wants another direction of its video and offers anew.
    Direction {
        /// Which.
        of: Side,
        /// What it wants.
        direction: MediaDirection,
    },
    /// A side's decoder asks for key frames.
    RequestKeyFrames {
        /// Whose.
        of: Side,
        /// How often.
        count: u32,
        /// The time between two of them.
        every: Span,
    },
    /// A side hangs up.
    HangUp {
        /// Which.
        of: Side,
    },
}

impl Occurrence {
    /// Its name in a trace.
    pub const fn name(&self) -> &'static str {
        match self {
            Occurrence::Link { .. } => "link-changed",
            Occurrence::Suspend { .. } => "clock-suspension",
            Occurrence::Drift { .. } => "clock-drift",
            Occurrence::RebootNat { .. } => "nat-reboot",
            Occurrence::RestartServer { .. } => "server-restart",
            Occurrence::SignalingOutage { .. } => "signalling-outage",
            Occurrence::Disconnect { .. } => "signalling-disconnect",
            Occurrence::RemoveInterface { .. } => "interface-removed",
            Occurrence::AddInterface { .. } => "interface-added",
            Occurrence::RestartIce { .. } => "ice-restart",
            Occurrence::Offer { .. } => "offer",
            Occurrence::Direction { .. } => "direction",
            Occurrence::RequestKeyFrames { .. } => "key-frames-requested",
            Occurrence::HangUp { .. } => "hang-up",
        }
    }

    /// Whose it is, if it is one side's.
    pub const fn side(&self) -> Option<Side> {
        match self {
            Occurrence::RestartServer { .. } | Occurrence::SignalingOutage { .. } => None,
            Occurrence::Link { of, .. }
            | Occurrence::Suspend { of, .. }
            | Occurrence::Drift { of, .. }
            | Occurrence::RebootNat { of, .. }
            | Occurrence::Disconnect { of }
            | Occurrence::RemoveInterface { of, .. }
            | Occurrence::AddInterface { of, .. }
            | Occurrence::RestartIce { of }
            | Occurrence::Offer { of }
            | Occurrence::Direction { of, .. }
            | Occurrence::RequestKeyFrames { of, .. }
            | Occurrence::HangUp { of } => Some(*of),
        }
    }

    /// How long it lasts, if it has an end of its own.
    pub fn lasts(&self) -> Option<Duration> {
        match self {
            Occurrence::Suspend { lasts, .. }
            | Occurrence::RestartServer { lasts }
            | Occurrence::SignalingOutage { lasts } => Some(lasts.duration()),
            _ => None,
        }
    }

    /// Whether it is a fault, which a run can do without, rather than something that somebody
    /// wants.
    pub const fn is_fault(&self) -> bool {
        !matches!(
            self,
            Occurrence::Link { .. }
                | Occurrence::RestartIce { .. }
                | Occurrence::Offer { .. }
                | Occurrence::Direction { .. }
                | Occurrence::RequestKeyFrames { .. }
                | Occurrence::HangUp { .. }
        )
    }
}
