//! All that is said of one payload type.

use super::{Attributes, RtcpFeedback, RtpMap};

/// The payload types there can be.
const PAYLOAD_TYPES: usize = 128;

/// Says that a payload type is not in the `m=` line.
const ABSENT: u8 = u8::MAX;

/// A payload type of a section, with what the section says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadFormat<'a> {
    /// The payload type, 0 to 127.
    pub payload_type: u8,
    /// The codec; `None` for static payload types that are not mapped.
    pub map: Option<RtpMap<'a>>,
    /// The codec's parameters, RFC 8866 section 6.15.
    pub parameters: Option<&'a str>,
    /// The feedback that is taken, in the order of the lines and without repetitions; what holds
    /// for all payload types comes last.
    pub feedback: Vec<RtcpFeedback<'a>>,
}

impl<'a> PayloadFormat<'a> {
    /// The most kinds of feedback of one payload type that are kept.
    pub const MAXIMUM_FEEDBACK: usize = 32;

    fn new(payload_type: u8) -> PayloadFormat<'a> {
        PayloadFormat { payload_type, map: None, parameters: None, feedback: Vec::new() }
    }

    fn push_feedback(&mut self, feedback: RtcpFeedback<'a>) {
        let is_full = self.feedback.len() == PayloadFormat::MAXIMUM_FEEDBACK;
        if !is_full && !self.feedback.contains(&feedback) {
            self.feedback.push(feedback);
        }
    }
}

/// The payload formats of a section, in one pass over its attributes.
pub(in crate::sdp) fn payload_formats<'a>(
    formats: impl Iterator<Item = &'a str>,
    attributes: Attributes<'a>,
) -> Vec<PayloadFormat<'a>> {
    let mut table = [ABSENT; PAYLOAD_TYPES];
    let mut payload_formats = Vec::new();
    for payload_type in formats.filter_map(|format| format.parse::<u8>().ok()) {
        if let Some(place) = table.get_mut(payload_type as usize).filter(|p| **p == ABSENT) {
            *place = payload_formats.len() as u8;
            payload_formats.push(PayloadFormat::new(payload_type));
        }
    }
    let mut for_all = Vec::new();
    for attribute in attributes.iter() {
        let value = attribute.value.unwrap_or_default();
        match attribute.name {
            "rtpmap" => note_map(&table, &mut payload_formats, value),
            "fmtp" => note_parameters(&table, &mut payload_formats, value),
            "rtcp-fb" => note_feedback(&table, &mut payload_formats, &mut for_all, value),
            _ => {}
        }
    }
    for format in &mut payload_formats {
        for_all.iter().for_each(|&feedback| format.push_feedback(feedback));
    }
    payload_formats
}

fn find<'f, 'a>(
    table: &[u8; PAYLOAD_TYPES],
    formats: &'f mut [PayloadFormat<'a>],
    payload_type: u8,
) -> Option<&'f mut PayloadFormat<'a>> {
    let place = *table.get(payload_type as usize)?;
    formats.get_mut(place as usize)
}

fn note_map<'a>(table: &[u8; PAYLOAD_TYPES], formats: &mut [PayloadFormat<'a>], value: &'a str) {
    let Some(map) = RtpMap::parse(value) else {
        return;
    };
    if let Some(format) = find(table, formats, map.payload_type) {
        format.map.get_or_insert(map);
    }
}

fn note_parameters<'a>(
    table: &[u8; PAYLOAD_TYPES],
    formats: &mut [PayloadFormat<'a>],
    value: &'a str,
) {
    let value = value.trim_ascii();
    let (payload_type, parameters) = value.split_once(' ').unwrap_or((value, ""));
    let Ok(payload_type) = payload_type.parse() else {
        return;
    };
    if let Some(format) = find(table, formats, payload_type) {
        format.parameters.get_or_insert(parameters.trim_ascii_start());
    }
}

fn note_feedback<'a>(
    table: &[u8; PAYLOAD_TYPES],
    formats: &mut [PayloadFormat<'a>],
    for_all: &mut Vec<RtcpFeedback<'a>>,
    value: &'a str,
) {
    match RtcpFeedback::parse(value) {
        Some((None, feedback)) if for_all.len() < PayloadFormat::MAXIMUM_FEEDBACK => {
            for_all.push(feedback);
        }
        Some((Some(payload_type), feedback)) => {
            if let Some(format) = find(table, formats, payload_type) {
                format.push_feedback(feedback);
            }
        }
        _ => {}
    }
}
