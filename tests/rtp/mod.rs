//! RTP packets: round trips, and bytes that are none.

use proptest::prelude::*;
use roomrtc_core::rtp::{
    Extension, ExtensionForm, Extensions, Header, MediaClock, Packet, SequenceNumbers,
    SequenceVerdict,
};

fn header() -> impl Strategy<Value = Header> {
    let fields = (any::<bool>(), 0..128_u8, any::<u16>(), any::<u32>(), any::<u32>());
    fields.prop_map(|(marker, payload_type, sequence_number, timestamp, ssrc)| Header {
        marker,
        payload_type,
        sequence_number,
        timestamp,
        ssrc,
    })
}

fn elements() -> impl Strategy<Value = Vec<(u8, Vec<u8>)>> {
    let one_byte = (1..15_u8, prop::collection::vec(any::<u8>(), 1..17));
    let two_byte = (1..=255_u8, prop::collection::vec(any::<u8>(), 0..256));
    prop_oneof![prop::collection::vec(one_byte, 1..6), prop::collection::vec(two_byte, 1..6),]
}

proptest! {
    #[test]
    fn a_packet_with_every_part_comes_back(
        header in header(),
        csrcs in prop::collection::vec(any::<u32>(), 0..=15),
        extension in prop::option::of((any::<u16>(), prop::collection::vec(any::<u8>(), 0..64))),
        payload in prop::collection::vec(any::<u8>(), 0..1_500),
        padding in any::<u8>(),
    ) {
        let csrc_bytes: Vec<u8> = csrcs.iter().flat_map(|csrc| csrc.to_be_bytes()).collect();
        let mut packet = Packet::new(header, &payload).with_csrcs(&csrc_bytes).with_padding(padding);
        if let Some((profile, content)) = &extension {
            packet = packet.with_extension(*profile, content);
        }
        let mut bytes = vec![7];
        packet.write(&mut bytes);
        let parsed = Packet::parse(&bytes[1..]).expect("what was written can be read");
        prop_assert_eq!(&parsed, &packet);
        prop_assert_eq!(parsed.csrcs().collect::<Vec<_>>(), csrcs);
        let offset = 1 + parsed.payload_offset();
        prop_assert_eq!(&bytes[offset..offset + payload.len()], payload);
    }

    #[test]
    fn extension_elements_come_back_in_the_smaller_form(header in header(), elements in elements()) {
        let mut bytes = Vec::new();
        let written = elements.iter().map(|(id, content)| Extension::new(*id, content));
        header.write(written.clone(), &mut bytes);
        bytes.extend_from_slice(b"payload");
        let packet = Packet::parse(&bytes).expect("what was written can be read");
        prop_assert_eq!(packet.extensions().collect::<Vec<_>>(), written.collect::<Vec<_>>());
        prop_assert_eq!((packet.header, packet.payload()), (header, &b"payload"[..]));
        let fits = |(id, content): &(u8, Vec<u8>)| *id < 15 && (1..17).contains(&content.len());
        let form = if elements.iter().all(fits) { 0xbe } else { 0x10 };
        prop_assert_eq!(bytes[12], form);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(packet) = Packet::parse(&bytes) {
            let length = packet.payload_offset() + packet.payload().len();
            prop_assert_eq!(length + usize::from(packet.padding()), bytes.len());
            prop_assert!(packet.extensions().count() <= bytes.len());
            let mut written = Vec::new();
            packet.write(&mut written);
            prop_assert_eq!(Packet::parse(&written), Ok(packet));
        }
        for form in [ExtensionForm::OneByte, ExtensionForm::TwoByte] {
            prop_assert!(Extensions::new(form, &bytes).count() <= bytes.len());
        }
    }

    #[test]
    fn extended_numbers_follow_the_sender_s(
        start in any::<u16>(),
        steps in prop::collection::vec(-900..900_i64, 1..200),
    ) {
        let mut numbers = SequenceNumbers::new();
        let mut position = i64::from(start);
        let mut highest = position;
        numbers.receive(start);
        for step in steps {
            // Stays within reordering's reach of the highest.
            position = (position + step).max(highest - 900).max(i64::from(start) - 900);
            highest = highest.max(position);
            let verdict = numbers.receive(position as u16);
            prop_assert_eq!(verdict, SequenceVerdict::Valid((position + 0x1_0000) as u64));
        }
    }

    #[test]
    fn a_clock_s_units_survive_their_duration(rate in 1..200_000_u32, units in 0..1_u64 << 40) {
        let clock = MediaClock::new(rate);
        let back = clock.units(clock.duration(units));
        prop_assert!(back == units || back + 1 == units);
    }
}
