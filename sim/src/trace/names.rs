//! What places are called.

use std::collections::BTreeMap;

use super::Place;

/// What the places of a world are called. Names are for readers; the hash does not see them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<Place, String>);

impl Names {
    /// Calls `place` by `name`.
    pub fn insert(&mut self, place: Place, name: impl Into<String>) {
        self.0.insert(place, name.into());
    }

    /// The name of `place` alone; its index if it has none.
    pub fn name(&self, place: Place) -> String {
        match (self.0.get(&place), place) {
            (Some(name), _) => name.clone(),
            (None, Place::World | Place::SignallingServer) => place.kind_name().to_owned(),
            (None, _) => place.index().to_string(),
        }
    }

    /// The kind of `place` and its name: `pipe:caller-up`; the kind alone where there is only one.
    pub fn full_name(&self, place: Place) -> String {
        match place {
            Place::World | Place::SignallingServer => place.kind_name().to_owned(),
            _ => format!("{}:{}", place.kind_name(), self.name(place)),
        }
    }
}
