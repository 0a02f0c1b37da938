//! Records that came before their time.

/// Records of the next epoch, as they came, until its keys are there. Bounded in number and size.
#[derive(Clone, Debug, Default)]
pub(in crate::dtls) struct EarlyRecords {
    records: Vec<Vec<u8>>,
    size: usize,
}

impl EarlyRecords {
    /// The most records kept.
    pub(in crate::dtls) const MOST: usize = 8;

    /// The most bytes kept.
    pub(in crate::dtls) const LARGEST: usize = 12_288;

    /// Keeps a record, if there is room.
    pub(in crate::dtls) fn keep(&mut self, record: Vec<u8>) -> bool {
        let fits = self.records.len() < Self::MOST && self.size + record.len() <= Self::LARGEST;
        if fits {
            self.size += record.len();
            self.records.push(record);
        }
        fits
    }

    /// Takes all of them, in the order they came, and holds no memory any more.
    pub(in crate::dtls) fn take(&mut self) -> Vec<Vec<u8>> {
        self.size = 0;
        std::mem::take(&mut self.records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_kept_than_the_bounds_say() {
        let mut early = EarlyRecords::default();
        assert!((0..EarlyRecords::MOST).all(|_| early.keep(vec![1; 20])));
        assert!(!early.keep(vec![1; 20]));
        assert_eq!(early.take().len(), EarlyRecords::MOST);
        assert!(!early.keep(vec![1; EarlyRecords::LARGEST + 1]));
        assert!(early.keep(vec![1; EarlyRecords::LARGEST]));
        assert!(!early.keep(vec![1]));
    }
}
