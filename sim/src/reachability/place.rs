//! Where something is attached.

/// Where a host or a translator is attached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of the translator that it is behind; the internet if none.
    pub nat: Option<usize>,
    /// The segment behind that translator. Neighbours in different segments do not reach each other
    /// directly, as in a guest network.
    pub segment: u8,
}

impl Place {
    /// The internet.
    pub const INTERNET: Place = Place { nat: None, segment: 0 };

    /// Behind the translator of this index.
    pub const fn behind(nat: usize) -> Place {
        Place { nat: Some(nat), segment: 0 }
    }
}
