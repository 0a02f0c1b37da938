//! Where something happened.

/// Where in the world something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The world as a whole.
    World,
    /// The host of this index.
    Host(usize),
    /// The pipe, one direction of a link, of this index.
    Pipe(usize),
    /// The NAT of this index.
    Nat(usize),
    /// The STUN server of this index.
    StunServer(usize),
    /// The attacker of this index.
    Attacker(usize),
    /// The signalling server.
    SignallingServer,
    /// The router of this index.
    Router(usize),
}

impl Place {
    /// The number of its kind, as in the canonical form.
    pub fn kind(self) -> u8 {
        match self {
            Place::World => 0,
            Place::Host(_) => 1,
            Place::Pipe(_) => 2,
            Place::Nat(_) => 3,
            Place::StunServer(_) => 4,
            Place::Attacker(_) => 5,
            Place::SignallingServer => 6,
            Place::Router(_) => 7,
        }
    }

    /// Its ordinal among those of its kind; 0 where there is only one.
    pub fn index(self) -> usize {
        match self {
            Place::World | Place::SignallingServer => 0,
            Place::Host(index)
            | Place::Pipe(index)
            | Place::Nat(index)
            | Place::StunServer(index)
            | Place::Attacker(index)
            | Place::Router(index) => index,
        }
    }

    /// What its kind is called in the text of a trace.
    pub fn kind_name(self) -> &'static str {
        match self {
            Place::World => "world",
            Place::Host(_) => "host",
            Place::Pipe(_) => "pipe",
            Place::Nat(_) => "nat",
            Place::StunServer(_) => "stun-server",
            Place::Attacker(_) => "attacker",
            Place::SignallingServer => "signalling-server",
            Place::Router(_) => "router",
        }
    }
}
