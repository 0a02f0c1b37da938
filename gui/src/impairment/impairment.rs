//! What is done to a client's datagrams.

use roomrtc_core::base::Seed;
use roomrtc_sim::ledger::Ledger;
use roomrtc_sim::link::{LinkParameters, Pipe, TimedPipe};

/// What is done to a client's datagrams. An empty chain does nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impairment {
    /// What it sends goes through this.
    pub up: Vec<LinkParameters>,
    /// What it receives has gone through this.
    pub down: Vec<LinkParameters>,
}

impl Impairment {
    /// A sentence on what is done to the datagrams of the client called `name`.
    pub fn sentence(&self, name: &str) -> String {
        let (up, down) = (Impairment::words(&self.up), Impairment::words(&self.down));
        match up == down {
            true => format!("on the way from and to {name}: {up}"),
            false => format!("on the way from {name}: {up}; on the way to {name}: {down}"),
        }
    }

    /// What a chain does, in words.
    pub fn words(chain: &[LinkParameters]) -> String {
        match chain {
            [] => "nothing".into(),
            chain => chain.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        }
    }

    /// The two pipes, up and down. Nobody replays their faults, so none is kept.
    pub(super) fn pipes(&self, seed: &Seed) -> [TimedPipe; 2] {
        let pipe = |name: &str, chain: &[LinkParameters]| {
            TimedPipe::new(Pipe::new(name, chain, seed), Ledger::with_room_for(0))
        };
        [pipe("up", &self.up), pipe("down", &self.down)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_sim::link::{Delay, Loss};

    #[test]
    fn a_sentence_says_what_is_done() {
        let up = vec![Loss::percent(5).into(), Delay::millis(20).into()];
        let both = Impairment { up: up.clone(), down: up.clone() };
        assert_eq!(both.sentence("bob"), "on the way from and to bob: 5 % lost; 20 ms later");
        let one = Impairment { up, down: vec![] };
        let expected = "on the way from bob: 5 % lost; 20 ms later; on the way to bob: nothing";
        assert_eq!(one.sentence("bob"), expected);
    }
}
