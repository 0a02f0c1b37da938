//! Names of others.

use std::net::IpAddr;
use std::time::Duration;

use roomrtc_core::base::Time;

use super::{
    AddressRecord, KnownName, Message, MulticastDns, NameEvent, Query, RecordKind, Way,
    is_candidate_name, writing,
};

/// Names that are being resolved at most.
const MOST_QUERIES: usize = 32;

/// Names that are remembered at most.
const MOST_KNOWN: usize = 64;

/// How long a name is remembered at most, whatever its record says, in seconds.
const LONGEST_KNOWN: u32 = 120;

impl MulticastDns {
    pub(super) fn resolve(&mut self, now: Time, name: String) {
        if self.queries.iter().any(|query| query.name == name) {
            return;
        }
        self.known.retain(|known| now < known.until);
        if let Some(known) = self.known.iter().find(|known| known.name == name) {
            let address = known.address;
            return self.tell(NameEvent::Resolved { name, address });
        }
        if !is_candidate_name(&name) || self.queries.len() >= MOST_QUERIES {
            return self.tell(NameEvent::NotResolved { name });
        }
        self.queries.push(Query { name, sent: 0, next: now });
    }

    /// Asks for what nobody has answered yet, and gives up what nobody answers.
    pub(super) fn ask_again(&mut self, now: Time) {
        for mut query in std::mem::take(&mut self.queries) {
            if now < query.next {
                self.queries.push(query);
            } else if let Some(wait) = Query::WAITS.get(query.sent) {
                for kind in [RecordKind::A, RecordKind::Aaaa] {
                    self.send(Way::EveryLink, writing::query(&query.name, kind));
                }
                query.sent += 1;
                query.next = now + *wait;
                self.queries.push(query);
            } else {
                self.tell(NameEvent::NotResolved { name: query.name });
            }
        }
    }

    /// Takes a response: to a question of ours, or to another's.
    pub(super) fn learn(&mut self, now: Time, message: &Message) {
        for (index, record) in message.records.iter().enumerate() {
            let is_first = message.records[..index].iter().all(|other| other.name != record.name);
            if is_first && self.offered.iter().all(|offered| offered.name != record.name) {
                self.learn_name(now, &record.name, &message.records);
            }
        }
    }

    fn learn_name(&mut self, now: Time, name: &str, records: &[AddressRecord]) {
        let of_name = records.iter().filter(|record| record.name == name);
        let usable = of_name.filter(|record| record.seconds > 0 && is_usable(record.address));
        let mut usable: Vec<&AddressRecord> = usable.collect();
        usable.dedup_by_key(|record| record.address);
        self.known.retain(|known| known.name != name);
        match usable[..] {
            // Withdrawn, or nothing that a host can have.
            [] => {}
            [AddressRecord { address, seconds, .. }] => self.know(now, name, *address, *seconds),
            _ => self.conclude(name, None),
        }
    }

    fn know(&mut self, now: Time, name: &str, address: IpAddr, seconds: u32) {
        self.conclude(name, Some(address));
        if self.known.len() >= MOST_KNOWN {
            self.known.pop_front();
        }
        let until = now + Duration::from_secs(seconds.min(LONGEST_KNOWN).into());
        self.known.push_back(KnownName { name: name.to_owned(), address, until });
    }

    /// Ends the question for a name, if there is one.
    fn conclude(&mut self, name: &str, address: Option<IpAddr>) {
        let Some(index) = self.queries.iter().position(|query| query.name == name) else { return };
        let name = self.queries.swap_remove(index).name;
        self.tell(match address {
            Some(address) => NameEvent::Resolved { name, address },
            None => NameEvent::NotResolved { name },
        });
    }
}

/// Whether a host can have this address on a link.
fn is_usable(address: IpAddr) -> bool {
    let is_broadcast = matches!(address, IpAddr::V4(ip) if ip.is_broadcast());
    let is_mapped = matches!(address, IpAddr::V6(ip) if ip.to_ipv4_mapped().is_some());
    !address.is_unspecified() && !address.is_multicast() && !is_broadcast && !is_mapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::multicast_dns::ReceivedMessage;
    use crate::{NameAction, candidate_name};

    fn receive(names: &mut MulticastDns, now: Time, bytes: &[u8], port: u16) -> bool {
        let source = ([10, 0, 0, 2], port).into();
        let received = ReceivedMessage { socket: 0, source, link: &[], bytes };
        names.handle_message(now, &received)
    }

    fn asked(names: &mut MulticastDns) -> usize {
        std::iter::from_fn(|| names.poll_outgoing()).count()
    }

    #[test]
    fn a_name_is_asked_for_in_both_families_until_it_is_answered() {
        let (mut names, name) = (MulticastDns::new(), candidate_name([1; 16]));
        names.act(Time::ZERO, NameAction::Resolve(name.to_uppercase()));
        names.act(Time::ZERO, NameAction::Resolve(name.clone()));
        assert_eq!(asked(&mut names), 2);
        names.handle_timeout(Time::from_secs(1));
        assert_eq!((asked(&mut names), names.deadline()), (2, Some(Time::from_secs(3))));
        let address = "2001:db8::7".parse().expect("an address");
        let answer = writing::address(&name, address, 120).expect("an answer");
        assert!(!receive(&mut names, Time::from_secs(2), &answer, 5_354), "not of the port");
        assert_eq!(names.poll_event(), None);
        assert!(receive(&mut names, Time::from_secs(2), &answer, 5_353));
        let resolved = NameEvent::Resolved { name, address };
        assert_eq!((names.poll_event(), names.deadline()), (Some(resolved), None));
    }

    #[test]
    fn a_name_that_nobody_answers_for_is_given_up() {
        let (mut names, name) = (MulticastDns::new(), candidate_name([1; 16]));
        names.act(Time::ZERO, NameAction::Resolve(name.clone()));
        let mut sent = asked(&mut names) - 2;
        while let Some(at) = names.deadline() {
            names.handle_timeout(at);
            sent += asked(&mut names);
            assert!(at <= Time::from_secs(6));
        }
        assert_eq!(sent, 4, "beside the two that went at once");
        assert_eq!(names.poll_event(), Some(NameEvent::NotResolved { name }));
    }

    #[test]
    fn what_was_announced_needs_no_question_until_it_is_withdrawn() {
        let (mut names, name) = (MulticastDns::new(), candidate_name([1; 16]));
        let (now, address) = (Time::from_secs(9), IpAddr::from([10, 0, 0, 9]));
        let announced = writing::address(&name, address, 120).expect("an answer");
        assert!(receive(&mut names, now, &announced, 5_353));
        names.act(now, NameAction::Resolve(name.clone()));
        let resolved = NameEvent::Resolved { name: name.clone(), address };
        assert_eq!((names.poll_event(), asked(&mut names)), (Some(resolved), 0));
        let withdrawn = writing::address(&name, address, 0).expect("an answer");
        assert!(receive(&mut names, now, &withdrawn, 5_353));
        names.act(now, NameAction::Resolve(name.clone()));
        assert_eq!((names.poll_event(), asked(&mut names)), (None, 2));
        assert!(receive(&mut names, now, &announced, 5_353));
        names.poll_event();
        names.act(Time::from_secs(129), NameAction::Resolve(name));
        assert_eq!((names.poll_event(), asked(&mut names)), (None, 2), "it held for 120 s");
    }

    #[test]
    fn other_names_are_not_asked_for_and_floods_are_bounded() {
        let mut names = MulticastDns::new();
        names.act(Time::ZERO, NameAction::Resolve("printer.local".into()));
        let refused = NameEvent::NotResolved { name: "printer.local".into() };
        assert_eq!((names.poll_event(), asked(&mut names)), (Some(refused), 0));
        for number in 0..=255 {
            let name = candidate_name([number; 16]);
            names.act(Time::ZERO, NameAction::Resolve(name));
            let noise =
                writing::address(&candidate_name([number ^ 0x55; 16]), [10, 0, 0, 1].into(), 9);
            receive(&mut names, Time::ZERO, &noise.expect("an answer"), 5_353);
        }
        assert!(names.queries.len() <= MOST_QUERIES && names.known.len() <= MOST_KNOWN);
        assert!(asked(&mut names) <= 256);
    }

    #[test]
    fn a_name_of_several_addresses_or_of_none_that_counts_is_not_resolved() {
        let (mut names, name) = (MulticastDns::new(), candidate_name([1; 16]));
        let record = |address: [u8; 4]| AddressRecord {
            name: name.clone(),
            address: address.into(),
            seconds: 9,
        };
        let message = |records| Message { id: 0, is_response: true, questions: vec![], records };
        names.act(Time::ZERO, NameAction::Resolve(name.clone()));
        for address in [[0, 0, 0, 0], [224, 0, 0, 251], [255, 255, 255, 255]] {
            names.learn(Time::ZERO, &message(vec![record(address)]));
            assert_eq!(names.poll_event(), None);
        }
        names.learn(Time::ZERO, &message(vec![record([10, 0, 0, 1]), record([10, 0, 0, 2])]));
        assert_eq!(names.poll_event(), Some(NameEvent::NotResolved { name }));
    }
}
