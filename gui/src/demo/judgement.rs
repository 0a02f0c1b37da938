//! Whether both sides decoded the video they should have.

use crate::report::{ClientReport, Report};

/// The part of the other side's frames that must be decoded, but for [`SLACK_FRAMES`].
pub const LEAST_SHARE: f64 = 0.9;

/// Frames that may be missing besides: those on their way when the call ends.
pub const SLACK_FRAMES: f64 = 10.0;

/// The least mean PSNR against the sent pictures, in decibels, where they can be compared. Below
/// it compression is plain to see.
pub const LEAST_PSNR_DECIBELS: f64 = 28.0;

/// Whether both sides decoded the video they should have. `is_compared` says whether what was sent
/// is known picture by picture.
///
/// # Errors
/// A sentence on the first side that did not.
pub fn judge(report: &Report, is_compared: bool) -> Result<(), String> {
    let [alice, bob] = report.clients.as_slice() else {
        return Err("there was no call to be judged".into());
    };
    judge_one(alice, bob, is_compared)?;
    judge_one(bob, alice, is_compared)
}

fn judge_one(
    receiver: &ClientReport,
    sender: &ClientReport,
    is_compared: bool,
) -> Result<(), String> {
    let (name, decoded) = (&receiver.name, receiver.frames.decoded);
    let least = (sender.frames.sent as f64 * LEAST_SHARE - SLACK_FRAMES).max(1.0);
    if (decoded as f64) < least {
        let sent = sender.frames.sent;
        return Err(format!(
            "{name} decoded {decoded} of {sent} frames: at least {least:.0} count"
        ));
    }
    if !is_compared {
        return Ok(());
    }
    match receiver.psnr_db {
        None => Err(format!("{name} could not read which frames its pictures are")),
        Some(psnr) if psnr < LEAST_PSNR_DECIBELS => {
            Err(format!("{name} decoded poor pictures: {psnr:.1} dB, {LEAST_PSNR_DECIBELS} count"))
        }
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(name: &str, sent: u64, decoded: u64, psnr: Option<f64>) -> ClientReport {
        let mut client = ClientReport { name: name.into(), psnr_db: psnr, ..Default::default() };
        (client.frames.sent, client.frames.decoded) = (sent, decoded);
        client
    }

    fn verdict(decoded: u64, psnr: Option<f64>, is_compared: bool) -> Result<(), String> {
        let alice = client("alice", 100, 100, Some(40.0));
        let clients = vec![alice, client("bob", 100, decoded, psnr)];
        judge(&Report { clients }, is_compared)
    }

    #[test]
    fn enough_good_pictures_are_enough() {
        assert_eq!(verdict(80, Some(28.0), true), Ok(()));
        assert_eq!(verdict(80, None, false), Ok(()));
    }

    #[test]
    fn few_poor_or_unknown_pictures_are_not() {
        let few = "bob decoded 79 of 100 frames: at least 80 count";
        assert_eq!(verdict(79, Some(40.0), true), Err(few.into()));
        let poor = "bob decoded poor pictures: 27.9 dB, 28 count";
        assert_eq!(verdict(80, Some(27.9), true), Err(poor.into()));
        let unknown = "bob could not read which frames its pictures are";
        assert_eq!(verdict(80, None, true), Err(unknown.into()));
    }

    #[test]
    fn nothing_sent_is_nothing_decoded() {
        let clients = vec![client("alice", 0, 0, None), client("bob", 0, 0, None)];
        assert!(judge(&Report { clients }, false).is_err());
        assert!(judge(&Report::default(), false).is_err());
    }
}
