//! Datagrams out.

use std::net::SocketAddr;

use super::Agent;
use crate::ice::answer::Answer;
use crate::ice::outcome::Outcome;
use crate::ice::party::Party;
use crate::ice::purpose::Purpose;
use crate::ice::query_phase::QueryPhase;
use crate::ice::transaction::Transaction;
use crate::ice::{Role, address};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::stun::{ErrorCode, MessageBuilder, MessageClass, Method, TransactionId};

impl Agent {
    /// Appends the next datagram to `output` and says from which local address it goes where:
    /// answers first, then requests.
    pub fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<(SocketAddr, SocketAddr)> {
        self.write_answer(output)
            .or_else(|| self.write_request(output))
            .or_else(|| self.write_query(output))
            .or_else(|| self.write_keepalive(output))
    }

    fn local_party(&self, generation: u32) -> Option<&Party> {
        if generation == self.current.number {
            return Some(&self.current.local);
        }
        let offered = self.offered.as_deref().filter(|offered| offered.number == generation);
        let previous = self.previous.as_deref().filter(|previous| previous.number == generation);
        offered.map(|offered| &offered.local).or_else(|| previous.map(|previous| &previous.local))
    }

    fn write_answer(&mut self, output: &mut Vec<u8>) -> Option<(SocketAddr, SocketAddr)> {
        while let Some(answer) = self.answers.pop_front() {
            if let Some(party) = self.local_party(answer.generation) {
                write_answer(&answer, party, output);
                self.statistics.responses_sent += 1;
                return Some((answer.local, answer.remote));
            }
        }
        None
    }

    fn write_request(&mut self, output: &mut Vec<u8>) -> Option<(SocketAddr, SocketAddr)> {
        let index = self.transactions.iter().position(|transaction| transaction.is_pending)?;
        let transaction = self.transactions.get_mut(index)?;
        transaction.is_pending = false;
        let transaction = *transaction;
        let local = self.local_party(transaction.generation)?;
        let remote = self.remote_party(transaction.generation)?;
        write_check(&transaction, local, remote, self.tie_breaker, output);
        let to = address::destination(transaction.local, transaction.remote);
        Some((transaction.local, to))
    }

    fn write_query(&mut self, output: &mut Vec<u8>) -> Option<(SocketAddr, SocketAddr)> {
        self.queries.iter_mut().find_map(|query| {
            let QueryPhase::Running(transaction) = &mut query.phase else { return None };
            Some((query.base, transaction.poll_transmit(output)?))
        })
    }

    /// A lite agent's keepalive: a Binding indication.
    fn write_keepalive(&mut self, output: &mut Vec<u8>) -> Option<(SocketAddr, SocketAddr)> {
        let path = self.path.as_mut().filter(|path| path.is_keepalive_pending)?;
        path.is_keepalive_pending = false;
        let way = (path.pair.local, path.pair.remote);
        let id = TransactionId::random(&mut self.random);
        MessageBuilder::new(MessageClass::Indication, Method::BINDING, id, output).fingerprint();
        Some(way)
    }
}

/// A connectivity or consent check, RFC 8445 section 7.2.2.
fn write_check(
    check: &Transaction,
    local: &Party,
    remote: &Party,
    tie_breaker: u64,
    output: &mut Vec<u8>,
) {
    let fragments = (&remote.credentials, &local.credentials);
    let (receiver, sender) = (fragments.0.username_fragment(), fragments.1.username_fragment());
    let mut message = MessageBuilder::new(MessageClass::Request, Method::BINDING, check.id, output);
    message.username(receiver, sender);
    match check.role {
        Role::Controlling => message.ice_controlling(tie_breaker),
        Role::Controlled => message.ice_controlled(tie_breaker),
    };
    message.priority(check.priority);
    if check.purpose == Purpose::Nomination {
        message.use_candidate();
    }
    message.integrity(&*remote.key).fingerprint();
}

fn write_answer(answer: &Answer, party: &Party, output: &mut Vec<u8>) {
    let class = match answer.outcome {
        Outcome::Success => MessageClass::Success,
        _ => MessageClass::Error,
    };
    let mut message = MessageBuilder::new(class, Method::BINDING, answer.id, output);
    match answer.outcome {
        Outcome::Success if is_planted(PlantedBug::MapOwnAddress) => {
            message.xor_mapped_address(answer.local)
        }
        Outcome::Success => message.xor_mapped_address(answer.remote),
        Outcome::Refused(code) | Outcome::Stranger(code) => message.error_code(code),
        Outcome::Unknown(kind) => {
            message.error_code(ErrorCode::UNKNOWN_ATTRIBUTE).unknown_attributes(&[kind])
        }
    };
    if !matches!(answer.outcome, Outcome::Stranger(_)) {
        message.integrity(&*party.key);
    }
    if !is_planted(PlantedBug::AnswerWithoutFingerprint) {
        message.fingerprint();
    }
}
