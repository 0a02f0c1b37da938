//! The packets of MQTT 3.1.1 that are needed here.

use super::Misheard;

/// Control packet type and flags of a CONNACK, section 3.2.
pub(super) const CONNACK: u8 = 0x20;
/// Of a PUBLISH at QoS 0, section 3.3; the lowest bit is the retain flag.
pub(super) const PUBLISH: u8 = 0x30;
/// Of a SUBACK, section 3.9.
pub(super) const SUBACK: u8 = 0x90;

/// Appends a CONNECT, section 3.1: clean session, no keep-alive.
pub(super) fn connect(client: &str, output: &mut Vec<u8>) {
    let mut body = b"\0\x04MQTT\x04\x02\0\0".to_vec();
    text(client, &mut body);
    packet(0x10, &[&body], output);
}

/// Appends a SUBSCRIBE for one filter at QoS 0, section 3.8.
pub(super) fn subscribe(identifier: u16, filter: &str, output: &mut Vec<u8>) {
    let mut body = identifier.to_be_bytes().to_vec();
    text(filter, &mut body);
    body.push(0);
    packet(0x82, &[&body], output);
}

/// Appends a PUBLISH at QoS 0, section 3.3.
pub(super) fn publish(topic: &str, payload: &[u8], is_retained: bool, output: &mut Vec<u8>) {
    let mut head = Vec::with_capacity(topic.len() + 2);
    text(topic, &mut head);
    packet(PUBLISH | u8::from(is_retained), &[&head, payload], output);
}

/// The topic and the payload of a PUBLISH at QoS 0.
pub(super) fn published(body: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = body.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

/// The first packet, its type with flags and its body, and what is behind it, if it has arrived.
#[expect(clippy::type_complexity, reason = "two parts and the rest")]
pub(super) fn split(input: &[u8]) -> Result<Option<(u8, &[u8], &[u8])>, Misheard> {
    let Some((kind, mut rest)) = input.split_first() else {
        return Ok(None);
    };
    let mut length = 0;
    for place in 0..4 {
        let Some((byte, behind)) = rest.split_first() else {
            return Ok(None);
        };
        rest = behind;
        length |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            let found = rest.split_at_checked(length);
            return Ok(found.map(|(body, behind)| (*kind, body, behind)));
        }
    }
    Err(Misheard::Unreadable("a packet's length".to_owned()))
}

fn packet(kind: u8, parts: &[&[u8]], output: &mut Vec<u8>) {
    output.push(kind);
    let mut length: usize = parts.iter().map(|part| part.len()).sum();
    while length > 0x7f {
        output.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    output.push(length as u8);
    parts.iter().for_each(|part| output.extend_from_slice(part));
}

/// A string with its length, section 1.5.3; names here are short.
fn text(value: &str, output: &mut Vec<u8>) {
    output.extend_from_slice(&(value.len() as u16).to_be_bytes());
    output.extend_from_slice(value.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_is_read_as_it_was_written() {
        let mut bytes = Vec::new();
        publish("to/bob/alice", &[7; 300], true, &mut bytes);
        assert_eq!(bytes[..3], [0x31, 0xba, 0x02]);
        let (kind, body, rest) = split(&bytes).expect("readable").expect("whole");
        assert_eq!((kind, rest.len()), (PUBLISH | 1, 0));
        assert_eq!(published(body), Some((&b"to/bob/alice"[..], &[7; 300][..])));
        assert!(split(&bytes[..bytes.len() - 1]).expect("readable").is_none());
    }

    #[test]
    fn a_length_has_at_most_four_bytes() {
        assert!(split(&[0x30, 0x80, 0x80, 0x80, 0x80, 1]).is_err());
    }
}
