//! Reading messages.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use simple_dns::rdata::RData;
use simple_dns::{CLASS, Name, OPCODE, Packet, PacketFlag, QCLASS, QTYPE, RCODE, TYPE};
use simple_dns::{Question as DnsQuestion, ResourceRecord, header_buffer};

use super::{AddressRecord, Question, RecordKind, is_candidate_name};

/// What a message says of names of the form that candidates have; all else in it is passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Message {
    /// Its number, which only counts in an answer to a single asker.
    pub(super) id: u16,
    pub(super) is_response: bool,
    pub(super) questions: Vec<Question>,
    pub(super) records: Vec<AddressRecord>,
}

impl Message {
    /// The longest that is read: what a datagram may carry, RFC 6762 section 17.
    const LONGEST: usize = 9_000;

    /// Questions and records at most in each section of a message: room is made for as many as it
    /// claims to have before they are read.
    const MOST_ENTRIES: u16 = 256;

    /// Reads a message. `None` if it is malformed, no plain query or response (RFC 6762 section 18),
    /// or claims to be larger than any reasonable one.
    pub(super) fn read(bytes: &[u8]) -> Option<Message> {
        if bytes.len() > Message::LONGEST || !has_reasonable_counts(bytes) {
            return None;
        }
        let packet = Packet::parse(bytes).ok()?;
        if packet.opcode() != OPCODE::StandardQuery || packet.rcode() != RCODE::NoError {
            return None;
        }
        let records = packet.answers.iter().chain(&packet.additional_records);
        Some(Message {
            id: packet.id(),
            is_response: packet.has_flags(PacketFlag::RESPONSE),
            questions: packet.questions.iter().filter_map(question).collect(),
            records: records.filter_map(record).collect(),
        })
    }
}

fn has_reasonable_counts(bytes: &[u8]) -> bool {
    let counts = [
        header_buffer::questions(bytes),
        header_buffer::answers(bytes),
        header_buffer::name_servers(bytes),
        header_buffer::additional_records(bytes),
    ];
    counts.iter().all(|count| count.as_ref().is_ok_and(|count| *count <= Message::MOST_ENTRIES))
}

fn name_of(name: &Name<'_>) -> Option<String> {
    let name = name.to_string().to_ascii_lowercase();
    is_candidate_name(&name).then_some(name)
}

fn question(question: &DnsQuestion<'_>) -> Option<Question> {
    let kind = match question.qtype {
        QTYPE::TYPE(TYPE::A) => RecordKind::A,
        QTYPE::TYPE(TYPE::AAAA) => RecordKind::Aaaa,
        QTYPE::ANY => RecordKind::Any,
        _ => return None,
    };
    let is_internet = matches!(question.qclass, QCLASS::ANY | QCLASS::CLASS(CLASS::IN));
    let name = name_of(&question.qname).filter(|_| is_internet)?;
    Some(Question { name, kind, wants_unicast: question.unicast_response })
}

fn record(record: &ResourceRecord<'_>) -> Option<AddressRecord> {
    let address = match &record.rdata {
        RData::A(record) => IpAddr::V4(Ipv4Addr::from_bits(record.address)),
        RData::AAAA(record) => IpAddr::V6(Ipv6Addr::from_bits(record.address)),
        _ => return None,
    };
    let name = name_of(&record.name).filter(|_| record.class == CLASS::IN)?;
    Some(AddressRecord { name, address, seconds: record.ttl })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidate_name;
    use crate::multicast_dns::writing;

    #[test]
    fn what_is_written_is_read_back() {
        let name = candidate_name([7; 16]);
        for kind in [RecordKind::A, RecordKind::Aaaa] {
            let bytes = writing::query(&name, kind).expect("a query");
            let message = Message::read(&bytes).expect("a message");
            let question = Question { name: name.clone(), kind, wants_unicast: false };
            assert!(!message.is_response);
            assert_eq!(message.questions, [question]);
        }
        for text in ["10.0.0.1", "2001:db8::1"] {
            let address = text.parse().expect("an address");
            let bytes = writing::address(&name, address, 120).expect("a response");
            let message = Message::read(&bytes).expect("a message");
            assert!(message.is_response);
            assert_eq!(
                message.records,
                [AddressRecord { name: name.clone(), address, seconds: 120 }]
            );
        }
    }

    #[test]
    fn a_query_is_what_rfc_1035_says() {
        let name = "01010101-0101-4101-8101-010101010101.local";
        let bytes = writing::query(name, RecordKind::Aaaa).expect("a query");
        let mut expected = vec![0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 36];
        expected.extend_from_slice(&name.as_bytes()[..36]);
        expected.extend_from_slice(b"\x05local\0\0\x1c\0\x01");
        assert_eq!(bytes, expected);
    }

    #[test]
    fn noise_and_loops_of_compression_are_dropped() {
        let name = candidate_name([7; 16]);
        let whole = writing::address(&name, [10, 0, 0, 1].into(), 120).expect("a response");
        for cut in 0..whole.len() {
            assert_eq!(Message::read(&whole[..cut]), None, "{cut}");
        }
        // A name that points at itself; and one that claims 65,535 records.
        assert_eq!(Message::read(b"\0\0\0\0\0\x01\0\0\0\0\0\0\xc0\x0c\0\x01\0\x01"), None);
        assert_eq!(Message::read(b"\0\0\x84\0\0\0\xff\xff\0\0\0\0"), None);
        let mut state = 1_u64;
        for length in 0..2_000 {
            let mut bytes: Vec<u8> = whole.iter().copied().cycle().take(length % 120).collect();
            for _ in 0..4 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(length as u64);
                let place = (state >> 33) as usize % bytes.len().max(1);
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = (state >> 24) as u8;
                }
            }
            let _ = Message::read(&bytes);
        }
    }

    #[test]
    fn other_names_types_and_opcodes_are_passed_over() {
        let name = candidate_name([7; 16]);
        let mut bytes = writing::query(&name, RecordKind::A).expect("a query");
        bytes[2] = 0x28;
        assert_eq!(Message::read(&bytes), None);
        let printer = writing::query("printer.local", RecordKind::A).expect("a query");
        assert_eq!(Message::read(&printer).expect("a message").questions, []);
        let denial = writing::absence(&name, [10, 0, 0, 1].into()).expect("a response");
        assert_eq!(Message::read(&denial).expect("a message").records, []);
    }
}
