//! What the networks are like. Times and losses are of one direction.

use super::Preset;
use crate::link::{Blackout, Delay, GilbertElliott, Jitter, LinkParameters, QueueLimit, RateLimit};
use crate::quantity::{BitRate, Share, Span};

/// A queue, a distance, and packets that are now and then held up with all behind them: what most
/// links have.
fn link(kilobits: u64, queue: u64, delay: u64, jitter: Jitter) -> Vec<LinkParameters> {
    vec![
        RateLimit::new(BitRate::kilobits(kilobits), QueueLimit::millis(queue)).into(),
        Delay::millis(delay).into(),
        jitter.into(),
    ]
}

fn jitter(percent: u32, millis: u64) -> Jitter {
    Jitter { share: Share::percent(percent), ..Jitter::in_order(Span::millis(millis)) }
}

/// Loss of so many thousandths, in bursts of this mean length, before all else.
fn lossy(thousandths: u32, burst: u32, link: Vec<LinkParameters>) -> Vec<LinkParameters> {
    let loss = GilbertElliott::mean(Share::billionths(thousandths * 1_000_000), burst);
    [LinkParameters::from(loss)].into_iter().chain(link).collect()
}

pub(super) fn wifi() -> Preset {
    let link = lossy(2, 3, link(30_000, 100, 3, jitter(3, 20)));
    Preset {
        name: "wifi",
        description: "Wi-Fi at home: 30 Mbit/s, 3 ms, some packets up to 20 ms late, 0.2 % lost",
        up: link.clone(),
        down: link,
    }
}

pub(super) fn wifi_crowded() -> Preset {
    let link = lossy(20, 4, link(6_000, 150, 5, jitter(15, 60)));
    Preset {
        name: "wifi-crowded",
        description: "Wi-Fi among many others: 6 Mbit/s, 5 ms, often up to 60 ms late, 2 % lost",
        up: link.clone(),
        down: link,
    }
}

pub(super) fn cellular() -> Preset {
    Preset {
        name: "cellular",
        description: "4G: 8 Mbit/s up and 25 down, 25 ms, often up to 25 ms late, 0.3 % lost",
        up: lossy(3, 3, link(8_000, 300, 25, jitter(30, 25))),
        down: lossy(3, 3, link(25_000, 300, 25, jitter(20, 25))),
    }
}

pub(super) fn cellular_weak() -> Preset {
    Preset {
        name: "cellular-weak",
        description: "a cell's edge: 1.5 Mbit/s up and 3 down, 60 ms, up to 80 ms late, 2 % lost",
        up: lossy(20, 5, link(1_500, 800, 60, jitter(40, 80))),
        down: lossy(20, 5, link(3_000, 800, 60, jitter(30, 80))),
    }
}

pub(super) fn satellite() -> Preset {
    Preset {
        name: "satellite",
        description: "a geostationary satellite: 3 Mbit/s up and 20 down, 270 ms, 0.5 % lost",
        up: lossy(5, 6, link(3_000, 400, 270, jitter(10, 15))),
        down: lossy(5, 6, link(20_000, 400, 270, jitter(10, 15))),
    }
}

pub(super) fn satellite_low() -> Preset {
    let handover = Blackout {
        from: Span::secs(12),
        until: Some(Span::millis(12_100)),
        every: Some(Span::secs(15)),
    };
    let with_handover = |link: Vec<LinkParameters>| {
        [LinkParameters::from(handover.clone())].into_iter().chain(link).collect()
    };
    Preset {
        name: "satellite-low",
        description: "low satellites: 10 Mbit/s up and 80 down, 20 ms, a gap of 0.1 s every 15 s",
        up: with_handover(lossy(5, 3, link(10_000, 200, 20, jitter(25, 15)))),
        down: with_handover(lossy(5, 3, link(80_000, 200, 20, jitter(25, 15)))),
    }
}

pub(super) fn dsl() -> Preset {
    Preset {
        name: "dsl",
        description: "DSL: 2 Mbit/s up with a queue of 0.8 s, 40 down, 12 ms",
        up: link(2_000, 800, 12, jitter(5, 3)),
        down: link(40_000, 200, 12, jitter(5, 3)),
    }
}

pub(super) fn train() -> Preset {
    let tunnel = Blackout {
        from: Span::secs(8),
        until: Some(Span::millis(9_500)),
        every: Some(Span::secs(25)),
    };
    let with_tunnel = |link: Vec<LinkParameters>| {
        [LinkParameters::from(tunnel.clone())].into_iter().chain(link).collect()
    };
    Preset {
        name: "train",
        description: "a train: 4 Mbit/s up and 10 down, 35 ms, up to 60 ms late, 1.5 s of nothing \
                      every 25 s, 1 % lost",
        up: with_tunnel(lossy(10, 4, link(4_000, 500, 35, jitter(40, 60)))),
        down: with_tunnel(lossy(10, 4, link(10_000, 500, 35, jitter(40, 60)))),
    }
}
