//! The RTP payload format for H.264, RFC 6184.

use roomrtc_core::codec::h264::{
    AccessUnit, Depacketizer, H264Parameters, NalUnits, PacketizationMode, Packetizer,
    ParameterSets, PayloadSummary, negotiate,
};

use crate::split::pieces;

/// By the first byte: payloads to put together, a byte stream to take apart, or parameters.
pub fn run(data: &[u8]) {
    let Some((&way, data)) = data.split_first() else {
        return;
    };
    match way % 3 {
        0 => depacketize(data),
        1 => packetize(usize::from(way), data),
        _ => parameters(data),
    }
}

fn depacketize(data: &[u8]) {
    let mut depacketizer = Depacketizer::new();
    let mut output = Vec::new();
    for payload in pieces(data) {
        let _ = PayloadSummary::of(payload);
        let _ = depacketizer.push(payload, &mut output);
        // A NAL unit of 3 bytes in an aggregate becomes one of 4 and a start code.
        assert!(output.len() <= 4 * data.len() + 8);
    }
    let _ = depacketizer.finish(&mut output);
    let mut sets = ParameterSets::default();
    AccessUnit::new().fill(&output, &mut sets);
}

/// What is taken apart and put together again is what it was.
fn packetize(most: usize, data: &[u8]) {
    let (mut unit, mut sets) = (AccessUnit::new(), ParameterSets::default());
    unit.fill(data, &mut sets);
    let mut packetizer = Packetizer::new(PacketizationMode::NonInterleaved, most);
    let is_sendable = unit.units().all(|unit| matches!(unit[0] & 0x9f, 1..=23));
    if packetizer.check(&unit).is_err() || !is_sendable {
        return;
    }
    let mut depacketizer = Depacketizer::new();
    let (mut payload, mut output) = (Vec::new(), Vec::new());
    while packetizer.next_payload(&unit, &mut payload).is_some() {
        assert!(payload.len() <= most.max(Packetizer::LEAST));
        depacketizer.push(&payload, &mut output).expect("our own payload can be read");
        payload.clear();
    }
    depacketizer.finish(&mut output).expect("our own payloads are whole");
    assert!(NalUnits::new(&output).eq(unit.units()));
}

fn parameters(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    let Ok(parameters) = text.parse::<H264Parameters>() else {
        return;
    };
    let again: H264Parameters = parameters.to_string().parse().expect("our own text can be read");
    assert_eq!(again.profile_level_id, parameters.profile_level_id);
    let _ = negotiate(&parameters, &again);
}
