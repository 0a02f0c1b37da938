//! Why a translator drops a packet.

use std::fmt;

/// Why a translator drops a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NatDrop {
    /// It is of the family that is not translated.
    Family,
    /// It goes from the inside to the external address, and there is no hairpinning.
    NoHairpinning,
    /// It needs a binding, and there is room or a port for none.
    TableFull,
    /// It comes to an external endpoint that is nobody's, or nobody's any more.
    NoBinding,
    /// Nothing was sent to where it comes from.
    Filtered,
}

impl fmt::Display for NatDrop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NatDrop::Family => "of the wrong family",
            NatDrop::NoHairpinning => "no hairpinning",
            NatDrop::TableFull => "binding table full",
            NatDrop::NoBinding => "no binding",
            NatDrop::Filtered => "filtered",
        })
    }
}
