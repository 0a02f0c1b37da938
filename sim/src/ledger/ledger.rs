//! The list of faults.

use super::Fault;

/// The faults of a run, in the order in which they were committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    faults: Vec<Fault>,
    most: usize,
    committed: u64,
}

impl Ledger {
    /// The most faults that a ledger keeps unless it is told otherwise.
    pub const MOST: usize = 1 << 18;

    /// A ledger that keeps the first `most` faults and counts the others.
    pub const fn with_room_for(most: usize) -> Ledger {
        Ledger { faults: Vec::new(), most, committed: 0 }
    }

    /// Adds a fault.
    pub fn append(&mut self, fault: Fault) {
        self.append_with(|| fault);
    }

    /// Adds the fault that `make` makes, which is not made if there is no room for it.
    pub fn append_with(&mut self, make: impl FnOnce() -> Fault) {
        self.committed += 1;
        if self.faults.len() < self.most {
            self.faults.push(make());
        }
    }

    /// The faults that were kept.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many faults were committed, kept or not.
    pub const fn committed(&self) -> u64 {
        self.committed
    }

    /// Whether faults are missing, because there were more than the ledger keeps: the run cannot be
    /// made again from it.
    pub const fn is_overfull(&self) -> bool {
        self.committed > self.faults.len() as u64
    }
}

impl Default for Ledger {
    fn default() -> Ledger {
        Ledger::with_room_for(Ledger::MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_ledger_keeps_the_first_and_says_so() {
        let mut ledger = Ledger::with_room_for(2);
        for index in 0..2 {
            ledger.append(Fault::Happening(index));
        }
        assert!(!ledger.is_overfull());
        ledger.append(Fault::Happening(2));
        assert_eq!(ledger.faults(), [Fault::Happening(0), Fault::Happening(1)]);
        assert!(ledger.is_overfull());
        assert_eq!(ledger.committed(), 3);
    }
}
