//! Deadlines in a recording.

use roomrtc_core::base::{Deadline, DeadlineReason, Time};
use roomrtc_core::wire::ByteReader;

use super::{ReadError, numbers};

/// Every reason, at the place of its number.
const REASONS: [DeadlineReason; 12] = [
    DeadlineReason::StunRetransmission,
    DeadlineReason::IceCheck,
    DeadlineReason::IceConsent,
    DeadlineReason::IceFailure,
    DeadlineReason::DtlsRetransmission,
    DeadlineReason::DtlsFailure,
    DeadlineReason::RtcpReport,
    DeadlineReason::PictureLossIndication,
    DeadlineReason::JitterBuffer,
    DeadlineReason::Pacing,
    DeadlineReason::GenericNack,
    DeadlineReason::SignalingHeartbeat,
];

const fn code(reason: DeadlineReason) -> u8 {
    match reason {
        DeadlineReason::StunRetransmission => 0,
        DeadlineReason::IceCheck => 1,
        DeadlineReason::IceConsent => 2,
        DeadlineReason::IceFailure => 3,
        DeadlineReason::DtlsRetransmission => 4,
        DeadlineReason::DtlsFailure => 5,
        DeadlineReason::RtcpReport => 6,
        DeadlineReason::PictureLossIndication => 7,
        DeadlineReason::JitterBuffer => 8,
        DeadlineReason::Pacing => 9,
        DeadlineReason::GenericNack => 10,
        DeadlineReason::SignalingHeartbeat => 11,
    }
}

/// Appends a deadline, by its distance from `now`.
pub(super) fn write(deadline: Deadline, now: Time, output: &mut Vec<u8>) {
    output.push(code(deadline.reason));
    numbers::write_step(now.as_nanos(), deadline.at.as_nanos(), output);
}

/// Reads what [`write`] has appended.
pub(super) fn read(now: Time, reader: &mut ByteReader<'_>) -> Result<Deadline, ReadError> {
    let reason = REASONS.get(usize::from(reader.u8()?)).ok_or(ReadError::Malformed)?;
    let at = Time::from_nanos(numbers::read_step(now.as_nanos(), reader)?);
    Ok(Deadline::new(at, *reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deadline_is_read_back() {
        for (place, reason) in REASONS.into_iter().enumerate() {
            assert_eq!(usize::from(code(reason)), place);
            for at in [Time::ZERO, Time::from_secs(3), Time::FAR_FUTURE] {
                let (deadline, now) = (Deadline::new(at, reason), Time::from_secs(2));
                let mut bytes = Vec::new();
                write(deadline, now, &mut bytes);
                assert_eq!(read(now, &mut ByteReader::new(&bytes)), Ok(deadline));
            }
        }
    }
}
