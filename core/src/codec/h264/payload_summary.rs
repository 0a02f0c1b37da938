//! What a payload is part of.

use super::NalUnitHeader;
use super::depacketizer::split_unit;

/// What a jitter buffer has to know of one payload, read from its headers alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PayloadSummary {
    /// The type of the NAL unit that begins with the payload; 0 if none does.
    pub first_unit: u8,
    /// A slice of an IDR picture is in it.
    pub has_idr: bool,
    /// A sequence parameter set is in it.
    pub has_sequence_parameter_set: bool,
    /// A picture parameter set is in it.
    pub has_picture_parameter_set: bool,
}

impl PayloadSummary {
    /// Reads the headers of `payload`. A malformed one has whatever can be seen of it.
    pub fn of(payload: &[u8]) -> PayloadSummary {
        let mut summary = PayloadSummary::default();
        let [first, rest @ ..] = payload else { return summary };
        match NalUnitHeader(*first).unit_type() {
            NalUnitHeader::FU_A => summary.note_fragment(rest),
            NalUnitHeader::STAP_A => summary.note_aggregate(rest),
            unit_type => {
                summary.first_unit = unit_type;
                summary.note(unit_type);
            }
        }
        summary
    }

    fn note_fragment(&mut self, rest: &[u8]) {
        let Some(header) = rest.first() else { return };
        let unit_type = header & 0x1f;
        self.note(unit_type);
        if header & 0x80 != 0 {
            self.first_unit = unit_type;
        }
    }

    fn note_aggregate(&mut self, mut rest: &[u8]) {
        while let Some((unit, after)) = split_unit(rest) {
            let unit_type = NalUnitHeader(unit[0]).unit_type();
            if self.first_unit == 0 {
                self.first_unit = unit_type;
            }
            self.note(unit_type);
            rest = after;
        }
    }

    fn note(&mut self, unit_type: u8) {
        match unit_type {
            NalUnitHeader::IDR_SLICE => self.has_idr = true,
            NalUnitHeader::SEQUENCE_PARAMETER_SET => self.has_sequence_parameter_set = true,
            NalUnitHeader::PICTURE_PARAMETER_SET => self.has_picture_parameter_set = true,
            _ => {}
        }
    }

    /// Both in one: what two payloads of an access unit are part of together.
    #[must_use]
    pub fn and(self, later: PayloadSummary) -> PayloadSummary {
        PayloadSummary {
            first_unit: self.first_unit,
            has_idr: self.has_idr || later.has_idr,
            has_sequence_parameter_set: self.has_sequence_parameter_set
                || later.has_sequence_parameter_set,
            has_picture_parameter_set: self.has_picture_parameter_set
                || later.has_picture_parameter_set,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_what_is_inside() {
        let aggregate = PayloadSummary::of(&[24, 0, 1, 0x67, 0, 1, 0x68, 0, 1, 0x65]);
        assert_eq!(
            aggregate,
            PayloadSummary {
                first_unit: 7,
                has_idr: true,
                has_sequence_parameter_set: true,
                has_picture_parameter_set: true,
            }
        );
        assert_eq!(PayloadSummary::of(&[0x7c, 0x85, 1]).first_unit, 5);
        let middle = PayloadSummary::of(&[0x7c, 0x05, 1]);
        assert_eq!((middle.first_unit, middle.has_idr), (0, true));
        assert_eq!(PayloadSummary::of(&[0x41]).first_unit, 1);
        assert_eq!(PayloadSummary::of(&[24, 0, 9]), PayloadSummary::default());
    }
}
