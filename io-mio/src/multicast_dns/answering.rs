//! Names of our own.

use std::net::IpAddr;

use roomrtc_core::base::Time;

use super::{
    Message, MulticastDns, OfferedName, Question, ReceivedMessage, Way, is_candidate_name, writing,
};

/// The port of those who know multicast DNS.
const PORT: u16 = 5_353;

/// Names of our own at most.
const MOST_OFFERED: usize = 32;

impl MulticastDns {
    pub(super) fn offer(&mut self, now: Time, name: String, address: IpAddr) {
        let is_offered = self.offered.iter().any(|offered| offered.name == name);
        if !is_offered && self.offered.len() < MOST_OFFERED && is_candidate_name(&name) {
            self.offered.push(OfferedName::new(now, name, address));
        }
    }

    /// Takes a name back, RFC 6762 section 10.1.
    pub(super) fn withdraw(&mut self, name: &str) {
        let Some(index) = self.offered.iter().position(|offered| offered.name == name) else {
            return;
        };
        let OfferedName { name, address, told, .. } = self.offered.swap_remove(index);
        if told.is_some() {
            self.send(Way::LinkOf(address), writing::address(&name, address, 0));
        }
    }

    /// Announces, and answers what has been asked.
    pub(super) fn tell_groups(&mut self, now: Time) {
        for mut offered in std::mem::take(&mut self.offered) {
            if offered.due.is_some_and(|due| due <= now) {
                let (name, address) = (&offered.name, offered.address);
                let bytes = writing::address(name, address, writing::LIFETIME);
                self.send(Way::LinkOf(address), bytes);
                offered.told = Some(now);
                offered.announcements = offered.announcements.saturating_sub(1);
                offered.due = (offered.announcements > 0).then(|| now + OfferedName::INTERVAL);
            }
            self.offered.push(offered);
        }
    }

    /// Answers the questions for our names, on the link that their address is on.
    pub(super) fn answer(&mut self, now: Time, asked: &Message, received: &ReceivedMessage<'_>) {
        for question in &asked.questions {
            let is_it = |offered: &&mut OfferedName| {
                offered.is_asked(question) && received.link.contains(&offered.address)
            };
            let Some(offered) = self.offered.iter_mut().find(is_it) else { continue };
            if let Some((way, bytes)) = reply(now, asked, question, received, offered) {
                self.send(way, bytes);
            }
        }
    }
}

/// What is said at once; an answer to the group may have to wait and is then noted.
fn reply(
    now: Time,
    asked: &Message,
    question: &Question,
    received: &ReceivedMessage<'_>,
    offered: &mut OfferedName,
) -> Option<(Way, Option<Vec<u8>>)> {
    let back = Way::Back { socket: received.socket, to: received.source };
    let (name, address) = (offered.name.clone(), offered.address);
    if received.source.port() != PORT {
        let bytes = offered.may_answer(now).then(|| writing::legacy(asked, question, address))?;
        return Some((back, bytes));
    }
    let is_answered = question.kind.is_answered_by(address);
    let bytes = match is_answered {
        true => writing::address(&name, address, writing::LIFETIME),
        false => writing::absence(&name, address),
    };
    if question.wants_unicast && offered.is_fresh(now) {
        return offered.may_answer(now).then_some((back, bytes));
    }
    match is_answered {
        true => {
            offered.tell_group(now);
            None
        }
        false => offered.may_deny(now).then_some((Way::LinkOf(address), bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::multicast_dns::RecordKind;
    use crate::{NameAction, OutgoingMessage, candidate_name};

    const OURS: [u8; 4] = [10, 0, 0, 1];

    fn offering() -> (MulticastDns, String) {
        let (mut names, name) = (MulticastDns::new(), candidate_name([1; 16]));
        let address = OURS.into();
        names.act(Time::ZERO, NameAction::Offer { name: name.clone(), address });
        (names, name)
    }

    fn sent(names: &mut MulticastDns) -> Vec<OutgoingMessage> {
        std::iter::from_fn(|| names.poll_outgoing()).collect()
    }

    fn ask(names: &mut MulticastDns, now: Time, bytes: &[u8], port: u16, link: [u8; 4]) {
        let source = ([10, 0, 0, 2], port).into();
        let link = [IpAddr::from(link)];
        let received = ReceivedMessage { socket: 3, source, link: &link, bytes };
        assert!(names.handle_message(now, &received));
    }

    #[test]
    fn a_name_is_announced_twice_and_withdrawn() {
        let (mut names, name) = offering();
        let announcement = writing::address(&name, OURS.into(), 120);
        for at in [0, 1] {
            names.handle_timeout(Time::from_secs(at));
            let bytes = announcement.clone().expect("an answer");
            assert_eq!(
                sent(&mut names),
                [OutgoingMessage { way: Way::LinkOf(OURS.into()), bytes }]
            );
        }
        assert_eq!(names.deadline(), None);
        names.act(Time::from_secs(9), NameAction::Withdraw(name.to_uppercase()));
        let withdrawn = sent(&mut names);
        let record = Message::read(&withdrawn[0].bytes).expect("a message").records.remove(0);
        assert_eq!((record.name, record.seconds), (name, 0));
    }

    #[test]
    fn the_group_is_answered_at_most_once_a_second() {
        let (mut names, name) = offering();
        names.handle_timeout(Time::from_secs(1));
        sent(&mut names);
        let query = writing::query(&name.to_uppercase(), RecordKind::A).expect("a query");
        let mut answers = 0;
        for tick in 0..500 {
            let now = Time::from_millis(1_000 + tick * 10);
            names.handle_timeout(now);
            ask(&mut names, now, &query, 5_353, OURS);
            answers += sent(&mut names).len();
        }
        assert!((4..=5).contains(&answers), "{answers}");
    }

    #[test]
    fn a_question_for_the_other_family_is_denied_and_one_of_another_link_or_name_unheard() {
        let (mut names, name) = offering();
        names.handle_timeout(Time::from_secs(1));
        sent(&mut names);
        let now = Time::from_secs(9);
        let query = writing::query(&name, RecordKind::Aaaa).expect("a query");
        for _ in 0..5 {
            ask(&mut names, now, &query, 5_353, OURS);
        }
        let bytes = writing::absence(&name, OURS.into()).expect("an answer");
        assert_eq!(sent(&mut names), [OutgoingMessage { way: Way::LinkOf(OURS.into()), bytes }]);
        let query = writing::query(&name, RecordKind::A).expect("a query");
        ask(&mut names, now, &query, 5_353, [192, 0, 2, 1]);
        let other = writing::query(&candidate_name([2; 16]), RecordKind::A).expect("a query");
        ask(&mut names, now, &other, 5_353, OURS);
        assert_eq!((sent(&mut names), names.deadline()), (vec![], None));
    }

    #[test]
    fn one_who_asks_from_another_port_is_answered_alone_and_not_without_end() {
        let (mut names, name) = offering();
        sent(&mut names);
        let mut query = writing::query(&name, RecordKind::Any).expect("a query");
        query[..2].copy_from_slice(&[0xab, 0xcd]);
        for _ in 0..1_000 {
            ask(&mut names, Time::ZERO, &query, 40_000, OURS);
        }
        let answers = sent(&mut names);
        assert_eq!(answers.len(), 20);
        let to = ([10, 0, 0, 2], 40_000).into();
        assert_eq!(answers[0].way, Way::Back { socket: 3, to });
        let message = Message::read(&answers[0].bytes).expect("a message");
        assert_eq!((message.id, message.questions.len()), (0xabcd, 1));
        assert_eq!((message.records[0].address, message.records[0].seconds), (OURS.into(), 10));
    }

    #[test]
    fn one_who_asks_to_be_answered_alone_is_once_the_group_knows() {
        let (mut names, name) = offering();
        sent(&mut names);
        let mut query = writing::query(&name, RecordKind::A).expect("a query");
        let class = query.len() - 2;
        query[class] |= 0x80;
        ask(&mut names, Time::from_millis(5), &query, 5_353, OURS);
        let to = ([10, 0, 0, 2], 5_353).into();
        assert_eq!(sent(&mut names)[0].way, Way::Back { socket: 3, to });
        names.handle_timeout(Time::from_secs(1));
        sent(&mut names);
        ask(&mut names, Time::from_secs(60), &query, 5_353, OURS);
        assert_eq!(sent(&mut names)[0].way, Way::LinkOf(OURS.into()));
    }
}
