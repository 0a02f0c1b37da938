//! What an attacker has found out.

use std::net::SocketAddr;

use super::{Fact, Side};

/// Facts of one sort about one side that are kept; the oldest goes.
const MOST: usize = 8;

/// What an attacker has found out about both sides, the latest last.
#[derive(Clone, Debug, Default)]
pub(super) struct Knowledge {
    addresses: [Vec<SocketAddr>; 2],
    fragments: [Vec<String>; 2],
    sources: [Vec<u32>; 2],
}

impl Knowledge {
    pub(super) fn learn(&mut self, fact: Fact) {
        match fact {
            Fact::Address(side, address) => keep(&mut self.addresses[side.index()], address),
            Fact::Fragment(side, fragment) => keep(&mut self.fragments[side.index()], fragment),
            Fact::Source(side, source) => keep(&mut self.sources[side.index()], source),
        }
    }

    /// Where packets reach a side.
    pub(super) fn addresses(&self, side: Side) -> &[SocketAddr] {
        &self.addresses[side.index()]
    }

    /// The user name fragment of a side now.
    pub(super) fn fragment(&self, side: Side) -> Option<&str> {
        self.fragments[side.index()].last().map(String::as_str)
    }

    /// The synchronization sources of a side.
    pub(super) fn sources(&self, side: Side) -> &[u32] {
        &self.sources[side.index()]
    }
}

fn keep<T: PartialEq>(facts: &mut Vec<T>, fact: T) {
    facts.retain(|known| *known != fact);
    if facts.len() >= MOST {
        facts.remove(0);
    }
    facts.push(fact);
}
