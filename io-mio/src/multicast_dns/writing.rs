//! Writing messages.

use std::borrow::Cow;
use std::net::IpAddr;

use simple_dns::rdata::{A, AAAA, NSEC, NsecTypeBitMap, RData};
use simple_dns::{CLASS, Name, Packet, PacketFlag, QCLASS, QTYPE, TYPE};
use simple_dns::{Question as DnsQuestion, ResourceRecord};

use super::{Message, Question, RecordKind};

/// For how many seconds our records hold: that of host names, RFC 6762 section 10.
pub(super) const LIFETIME: u32 = 120;

/// The longest a record may hold that goes to one who knows nothing of multicast DNS, RFC 6762
/// section 6.7.
const LEGACY_LIFETIME: u32 = 10;

/// A question, to the group and to be answered there. Each message has one: some responders read
/// no more.
pub(super) fn query(name: &str, kind: RecordKind) -> Option<Vec<u8>> {
    let mut packet = Packet::new_query(0);
    packet.questions.push(dns_question(name, kind)?);
    packet.build_bytes_vec().ok()
}

/// What a name stands for, for whoever listens; for 0 seconds to take it back.
pub(super) fn address(name: &str, address: IpAddr, seconds: u32) -> Option<Vec<u8>> {
    let mut packet = response(0);
    let record = ResourceRecord::new(Name::new(name).ok()?, CLASS::IN, seconds, data(address));
    packet.answers.push(record.with_cache_flush(true));
    packet.build_bytes_vec().ok()
}

/// That a name stands for this address and for nothing of the other family, RFC 6762 section 6.1.
pub(super) fn absence(name: &str, address: IpAddr) -> Option<Vec<u8>> {
    let mut packet = response(0);
    packet.answers.push(denial(name, address)?);
    packet.build_bytes_vec().ok()
}

/// The answer for one who asks from another port than 5353 and so knows nothing of multicast DNS:
/// with its number and its question, RFC 6762 section 6.7.
pub(super) fn legacy(asked: &Message, question: &Question, address: IpAddr) -> Option<Vec<u8>> {
    let mut packet = response(asked.id);
    packet.questions.push(dns_question(&question.name, question.kind)?);
    packet.answers.push(match question.kind.is_answered_by(address) {
        true => {
            let name = Name::new(&question.name).ok()?;
            ResourceRecord::new(name, CLASS::IN, LEGACY_LIFETIME, data(address))
        }
        false => denial(&question.name, address)?.with_cache_flush(false),
    });
    packet.build_bytes_vec().ok()
}

fn response(id: u16) -> Packet<'static> {
    let mut packet = Packet::new_reply(id);
    packet.set_flags(PacketFlag::AUTHORITATIVE_ANSWER);
    packet
}

fn dns_question(name: &str, kind: RecordKind) -> Option<DnsQuestion<'_>> {
    let kind = match kind {
        RecordKind::A => TYPE::A.into(),
        RecordKind::Aaaa => TYPE::AAAA.into(),
        RecordKind::Any => QTYPE::ANY,
    };
    Some(DnsQuestion::new(Name::new(name).ok()?, kind, QCLASS::CLASS(CLASS::IN), false))
}

fn data(address: IpAddr) -> RData<'static> {
    match address {
        IpAddr::V4(ip) => RData::A(A { address: ip.to_bits() }),
        IpAddr::V6(ip) => RData::AAAA(AAAA { address: ip.to_bits() }),
    }
}

/// The types that there are, as a map of bits, RFC 4034 section 4.1.2: the highest bit of the first
/// byte is that of type 0.
fn denial(name: &str, address: IpAddr) -> Option<ResourceRecord<'_>> {
    let kind = u16::from(if address.is_ipv4() { TYPE::A } else { TYPE::AAAA });
    let mut bitmap = vec![0; usize::from(kind / 8) + 1];
    *bitmap.last_mut()? |= 0x80 >> (kind % 8);
    let type_bit_maps = vec![NsecTypeBitMap { window_block: 0, bitmap: Cow::Owned(bitmap) }];
    let data = NSEC { next_name: Name::new(name).ok()?, type_bit_maps };
    let record = ResourceRecord::new(Name::new(name).ok()?, CLASS::IN, LIFETIME, RData::NSEC(data));
    Some(record.with_cache_flush(true))
}
