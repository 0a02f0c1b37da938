//! One side of a call.

use serde::{Deserialize, Serialize};

use super::{ClockParameters, InitialRole, InterfaceParameters, TrickleParameters};
use crate::media::MediaParameters;
use crate::quantity::Span;

/// One side of a call: its host, its client and its camera.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct HostParameters {
    /// Its interfaces; one public IPv4 address if none is named.
    pub interfaces: Vec<InterfaceParameters>,
    /// Its clock.
    pub clock: ClockParameters,
    /// Its camera.
    pub media: MediaParameters,
    /// How its candidates reach the other side.
    pub trickle: TrickleParameters,
    /// Whether it is a lite ICE agent.
    pub ice_lite: bool,
    /// The ICE role that it begins with, where offer and answer are not to say it: one that is also
    /// the other side's is a conflict.
    pub ice_role: Option<InitialRole>,
    /// Whether it asks for a DTLS cookie first.
    pub cookie_exchange: bool,
    /// Bytes of the largest datagram it sends, as UDP payload.
    pub largest_datagram: usize,
    /// The shortest playout delay of its jitter buffer.
    pub jitter_floor: Span,
    /// The longest playout delay of its jitter buffer.
    pub jitter_ceiling: Span,
    /// Whether it offers anew with an ICE restart once its path is lost. Only a caller does.
    pub restarts_ice: bool,
    /// Whether the called, too, offers as soon as the call stands, so that the first offers cross.
    pub offers_at_once: bool,
    /// How long it waits with accepting an invitation.
    pub accepts_after: Span,
}

impl Default for HostParameters {
    fn default() -> HostParameters {
        HostParameters {
            interfaces: vec![InterfaceParameters::default()],
            clock: ClockParameters::default(),
            media: MediaParameters::default(),
            trickle: TrickleParameters::default(),
            ice_lite: false,
            ice_role: None,
            cookie_exchange: false,
            largest_datagram: 1_200,
            jitter_floor: Span::ZERO,
            jitter_ceiling: Span::millis(500),
            restarts_ice: true,
            offers_at_once: false,
            accepts_after: Span::ZERO,
        }
    }
}
