//! State by synchronisation source.

/// The state `S` of every source, sorted by SSRC, with the last one used at hand.
#[derive(Clone, Debug)]
pub(super) struct Sources<S> {
    entries: Vec<(u32, S)>,
    last: usize,
}

impl<S> Sources<S> {
    /// The most sources there can be: more than a conference has, and few enough for memory.
    pub(super) const MOST: usize = 512;

    pub(super) fn new() -> Sources<S> {
        Sources { entries: Vec::new(), last: 0 }
    }

    /// The state of a source that has some.
    pub(super) fn find(&mut self, ssrc: u32) -> Option<&mut S> {
        if self.entries.get(self.last).is_none_or(|(last, _)| *last != ssrc) {
            self.last = self.entries.binary_search_by_key(&ssrc, |(other, _)| *other).ok()?;
        }
        self.entries.get_mut(self.last).map(|(_, state)| state)
    }

    /// Whether one more source can be added.
    pub(super) fn has_room(&self) -> bool {
        self.entries.len() < Self::MOST
    }

    /// Sets the state of a source that has none yet.
    pub(super) fn add(&mut self, ssrc: u32, state: S) {
        let place = self.entries.partition_point(|(other, _)| *other < ssrc);
        self.entries.insert(place, (ssrc, state));
        self.last = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_its_own_state() {
        let mut sources = Sources::new();
        for ssrc in [7, 3, 9, 0, u32::MAX, 8] {
            assert_eq!(sources.find(ssrc), None);
            sources.add(ssrc, ssrc);
            assert_eq!(sources.find(ssrc), Some(&mut { ssrc }));
        }
        for ssrc in [0, 3, 7, 8, 9, u32::MAX, 3, 0] {
            assert_eq!(sources.find(ssrc), Some(&mut { ssrc }));
            assert_eq!(sources.find(4), None);
        }
    }

    #[test]
    fn there_is_an_end() {
        let mut sources = Sources::new();
        while sources.has_room() {
            let ssrc = sources.entries.len() as u32;
            sources.add(ssrc, ());
        }
        assert_eq!(sources.entries.len(), Sources::<()>::MOST);
    }
}
