//! How often an address is answered.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::base::Time;

use crate::transport::AddressBlock;

/// Counts answers by address in spans of a second, within a bounded memory.
#[derive(Clone, Debug, Default)]
pub struct AnswerLimiter {
    answers: BTreeMap<AddressBlock, u32>,
    span_began: Time,
}

impl AnswerLimiter {
    /// Most answers to an address in a span. A client that gathers candidates asks a few times.
    pub const MOST_ANSWERS: u32 = 20;

    /// Most addresses that are answered in a span.
    pub const MOST_ADDRESSES: usize = 16 * 1024;

    /// How long a span is.
    pub const SPAN: Duration = Duration::from_secs(1);

    /// Whether an answer to this address is due, which then counts.
    pub fn admit(&mut self, now: Time, address: AddressBlock) -> bool {
        if now.since(self.span_began) >= AnswerLimiter::SPAN {
            self.answers = BTreeMap::new();
            self.span_began = now;
        }
        let is_full = self.answers.len() >= AnswerLimiter::MOST_ADDRESSES;
        if is_full && !self.answers.contains_key(&address) {
            return false;
        }
        let count = self.answers.entry(address).or_default();
        *count += 1;
        *count <= AnswerLimiter::MOST_ANSWERS
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    fn address(number: u32) -> AddressBlock {
        AddressBlock::of(IpAddr::V4(Ipv4Addr::from_bits(number)))
    }

    #[test]
    fn an_address_is_answered_so_often_and_the_next_one_all_the_same() {
        let mut limiter = AnswerLimiter::default();
        let mut answered =
            |now, number| (0..100).filter(|_| limiter.admit(now, address(number))).count();
        assert_eq!(answered(Time::ZERO, 1), 20);
        assert_eq!(answered(Time::from_millis(900), 1), 0);
        assert_eq!(answered(Time::from_millis(900), 2), 20);
        assert_eq!(answered(Time::from_secs(1), 1), 20);
    }

    #[test]
    fn forged_addresses_take_bounded_memory() {
        let mut limiter = AnswerLimiter::default();
        let count =
            (0..20_000).filter(|number| limiter.admit(Time::ZERO, address(*number))).count();
        assert_eq!(count, AnswerLimiter::MOST_ADDRESSES);
        assert_eq!(limiter.answers.len(), AnswerLimiter::MOST_ADDRESSES);
        assert!(limiter.admit(Time::ZERO, address(0)));
    }
}
