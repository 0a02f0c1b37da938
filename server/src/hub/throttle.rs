//! Slowing down who guesses passwords.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use roomrtc_core::base::Time;

use super::failures::Failures;
use super::guess::Guess;

/// Wrong passwords by account and by address. A name that is no user's counts as any other.
///
/// What counts against an address is not forgiven by a right password, or an account of one's own
/// would buy five more guesses at others'; it is forgotten with time.
#[derive(Clone, Debug, Default)]
pub(super) struct Throttle {
    accounts: BTreeMap<String, Failures>,
    addresses: BTreeMap<IpAddr, Failures>,
}

impl Throttle {
    /// Most accounts, and most addresses, that are remembered. Beyond it, the one whose last wrong
    /// password is longest ago is forgotten.
    const MOST: usize = 4096;

    /// What a try has to wait that comes while another is being checked.
    const MOMENT: Duration = Duration::from_secs(1);

    /// Begins a check of a password.
    ///
    /// # Errors
    /// How long to wait, if that has to be; then nothing was begun.
    pub(super) fn begin(&mut self, now: Time, guess: &Guess) -> Result<(), Duration> {
        let address = self.addresses.get(&guess.address);
        let account = self.accounts.get(&guess.user).filter(|_| !guess.is_known);
        let waits = [address, account].into_iter().flatten().filter_map(|known| known.wait(now));
        if let Some(wait) = waits.max() {
            return Err(wait);
        }
        let is_occupied = address.is_some_and(Failures::is_occupied);
        if is_occupied || account.is_some_and(Failures::may_exceed) {
            return Err(Throttle::MOMENT);
        }
        entry(&mut self.addresses, now, &guess.address).in_flight += 1;
        if !guess.is_known {
            entry(&mut self.accounts, now, &guess.user).in_flight += 1;
        }
        Ok(())
    }

    /// The check is over; `is_right` is not known if it was not made.
    pub(super) fn finish(&mut self, now: Time, guess: &Guess, is_right: Option<bool>) {
        if let Some(address) = self.addresses.get_mut(&guess.address) {
            address.in_flight = address.in_flight.saturating_sub(1);
            if is_right == Some(false) {
                address.note(now);
            }
        }
        forget_empty(&mut self.addresses, now, &guess.address);
        if let Some(account) = self.accounts.get_mut(&guess.user).filter(|_| !guess.is_known) {
            account.in_flight = account.in_flight.saturating_sub(1);
            match is_right {
                Some(true) => account.forgive(),
                Some(false) => account.note(now),
                None => {}
            }
        }
        forget_empty(&mut self.accounts, now, &guess.user);
    }
}

/// What is known of `key`, with room made for it if it is new.
fn entry<'a, K: Ord + Clone>(
    known: &'a mut BTreeMap<K, Failures>,
    now: Time,
    key: &K,
) -> &'a mut Failures {
    if known.len() >= Throttle::MOST && !known.contains_key(key) {
        known.retain(|_, failures| !failures.is_empty(now));
        let idle = known.iter().filter(|(_, failures)| failures.in_flight == 0);
        let oldest = idle.min_by_key(|(_, failures)| failures.last).map(|(key, _)| key.clone());
        if let Some(oldest) = oldest.filter(|_| known.len() >= Throttle::MOST) {
            known.remove(&oldest);
        }
    }
    known.entry(key.clone()).or_default()
}

fn forget_empty<K: Ord>(known: &mut BTreeMap<K, Failures>, now: Time, key: &K) {
    if known.get(key).is_some_and(|failures| failures.is_empty(now)) {
        known.remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(user: &str, address: u8) -> Guess {
        let address = IpAddr::from([192, 0, 2, address]);
        Guess { user: user.into(), address, is_known: false }
    }

    fn fail(throttle: &mut Throttle, now: Time, guess: &Guess) -> Result<(), Duration> {
        throttle.begin(now, guess)?;
        throttle.finish(now, guess, Some(false));
        Ok(())
    }

    #[test]
    fn an_account_is_guessed_at_five_times_and_then_slowly_from_wherever() {
        let mut throttle = Throttle::default();
        for address in 0..5 {
            assert_eq!(fail(&mut throttle, Time::ZERO, &guess("alice", address)), Ok(()));
        }
        let second = Duration::from_secs(1);
        assert_eq!(throttle.begin(Time::ZERO, &guess("alice", 9)), Err(second));
        assert_eq!(throttle.begin(Time::ZERO, &guess("bob", 9)), Ok(()));
        let known = Guess { is_known: true, ..guess("alice", 8) };
        assert_eq!(throttle.begin(Time::ZERO, &known), Ok(()));
        assert_eq!(fail(&mut throttle, Time::from_secs(1), &guess("alice", 9)), Ok(()));
        assert_eq!(throttle.begin(Time::from_secs(1), &guess("alice", 9)), Err(2 * second));
    }

    #[test]
    fn an_address_guesses_five_times_at_whomever() {
        let mut throttle = Throttle::default();
        for user in ["a", "b", "c", "d", "e"] {
            assert_eq!(fail(&mut throttle, Time::ZERO, &guess(user, 1)), Ok(()));
        }
        assert!(throttle.begin(Time::ZERO, &guess("f", 1)).is_err());
        assert_eq!(throttle.begin(Time::ZERO, &guess("f", 2)), Ok(()));
    }

    #[test]
    fn guesses_at_once_are_no_more_than_five() {
        let mut throttle = Throttle::default();
        let taken = (0..100).filter(|n| throttle.begin(Time::ZERO, &guess("alice", *n)).is_ok());
        assert_eq!(taken.count(), 5);
    }

    #[test]
    fn many_right_passwords_from_one_address_at_once_do_not_wait() {
        let mut throttle = Throttle::default();
        for n in 0..1_000 {
            assert_eq!(throttle.begin(Time::ZERO, &guess(&format!("user{n}"), 1)), Ok(()));
        }
    }

    #[test]
    fn a_right_password_forgives_the_account_and_not_the_address() {
        let mut throttle = Throttle::default();
        for _ in 0..4 {
            assert_eq!(fail(&mut throttle, Time::ZERO, &guess("alice", 1)), Ok(()));
        }
        throttle.begin(Time::ZERO, &guess("alice", 1)).expect("taken");
        throttle.finish(Time::ZERO, &guess("alice", 1), Some(true));
        assert_eq!(fail(&mut throttle, Time::ZERO, &guess("alice", 1)), Ok(()));
        assert!(throttle.begin(Time::ZERO, &guess("bob", 1)).is_err());
        assert_eq!(throttle.begin(Time::ZERO, &guess("alice", 2)), Ok(()));
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut throttle = Throttle::default();
        for n in 0..2 * Throttle::MOST as u64 {
            let name = format!("user{n}");
            let address = IpAddr::from(std::net::Ipv6Addr::from_bits(u128::from(n) << 64));
            let guess = Guess { user: name, address, is_known: false };
            fail(&mut throttle, Time::from_millis(n), &guess).expect("taken");
        }
        assert_eq!((throttle.accounts.len(), throttle.addresses.len()), (4096, 4096));
    }
}
