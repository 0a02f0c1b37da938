//! How many connections there are, and of whom.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::Door;
use crate::transport::AddressBlock;

/// Connections by door, and clients' by the address they come from.
#[derive(Clone, Debug, Default)]
pub(super) struct Admissions {
    clients: BTreeMap<AddressBlock, usize>,
    operators: usize,
}

impl Admissions {
    /// Most connections at the operator's door.
    const MOST_OPERATORS: usize = 64;

    /// Counts one more of this address, if there are fewer than `most`; at the operator's door all
    /// count as one address.
    pub(super) fn admit(&mut self, door: Door, address: IpAddr, most: usize) -> bool {
        let (count, most) = match door {
            Door::Operator => (&mut self.operators, Admissions::MOST_OPERATORS),
            Door::Clients => {
                (self.clients.entry(AddressBlock::of(address)).or_default(), most.max(1))
            }
        };
        let is_admitted = *count < most;
        *count += usize::from(is_admitted);
        is_admitted
    }

    /// One of those is gone.
    pub(super) fn remove(&mut self, door: Door, address: IpAddr) {
        if door == Door::Operator {
            self.operators = self.operators.saturating_sub(1);
            return;
        }
        let block = AddressBlock::of(address);
        match self.clients.get_mut(&block) {
            Some(count) if *count > 1 => *count -= 1,
            _ => {
                self.clients.remove(&block);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_share_and_no_trace_is_kept_of_it() {
        let mut admissions = Admissions::default();
        let [one, other] = [IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2])];
        let admitted = |admissions: &mut Admissions, address| {
            (0..5).filter(|_| admissions.admit(Door::Clients, address, 2)).count()
        };
        assert_eq!(admitted(&mut admissions, one), 2);
        assert_eq!(admitted(&mut admissions, other), 2);
        admissions.remove(Door::Clients, one);
        assert_eq!(admitted(&mut admissions, one), 1);
        for address in [one, one, other, other] {
            admissions.remove(Door::Clients, address);
        }
        assert!(admissions.clients.is_empty());
    }

    #[test]
    fn operators_are_counted_apart() {
        let mut admissions = Admissions::default();
        let address = IpAddr::from([127, 0, 0, 1]);
        let admitted = (0..100).filter(|_| admissions.admit(Door::Operator, address, 0)).count();
        assert_eq!(admitted, Admissions::MOST_OPERATORS);
        admissions.remove(Door::Operator, address);
        assert!(admissions.admit(Door::Operator, address, 0));
        assert!(admissions.admit(Door::Clients, address, 1));
    }
}
