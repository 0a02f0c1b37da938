//! The networks of the league.

use roomrtc_sim::link::{Blackout, Kinds, LinkParameters, Loss, Nth, Selection};
use roomrtc_sim::quantity::{BitRate, Span};
use roomrtc_sim::scenario::{Prospect, Scenario, Side};

/// A network that all pairings are put through: a round trip of 50 ms, video of 1 Mbit/s and 30
/// frames a second both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Network {
    /// Nothing is lost.
    Clean,
    /// The datagram of the handshake that a side sends as its first, second … is lost.
    Losing(Side, u64),
    /// Nothing passes for 300 ms.
    Burst,
    /// Five percent of all packets are lost from the second second on.
    Lossy,
}

impl Network {
    /// The round-trip time.
    pub(super) const ROUND_TRIP: Span = Span::millis(50);

    /// When the burst ends.
    pub(super) const BURST_ENDS: Span = Span::millis(3_300);

    /// The call over it.
    pub(super) fn scenario(self) -> Scenario {
        let scenario = Scenario::default().round_trip_of(Network::ROUND_TRIP);
        let mut scenario = scenario.expecting(Prospect::Either).lasting(self.lasts());
        for side in Side::ALL {
            scenario.host_mut(side).media.bit_rate = BitRate::megabits(1);
        }
        match self {
            Network::Clean => scenario,
            Network::Losing(side, packet) => {
                let only = Selection::kind(Kinds::DTLS);
                scenario.up(side, LinkParameters::new(Nth::dropped(packet)).only(only))
            }
            Network::Burst => scenario.link(Blackout::between(Span::secs(3), Network::BURST_ENDS)),
            Network::Lossy => {
                let only = Selection { since: Some(Span::secs(2)), ..Selection::default() };
                scenario.link(LinkParameters::new(Loss::percent(5)).only(only))
            }
        }
    }

    /// How long it lasts.
    const fn lasts(self) -> Span {
        match self {
            Network::Clean => Span::secs(3),
            Network::Losing(..) => Span::secs(12),
            Network::Burst => Span::secs(9),
            Network::Lossy => Span::secs(22),
        }
    }
}
