//! Whether both sides decoded the video they should have.

use super::Terms;
use crate::report::{ClientReport, Report};

/// The part of the other side's frames that must be decoded, but for [`SLACK_FRAMES`].
pub const LEAST_SHARE: f64 = 0.9;

/// Frames that may be missing besides: those on their way when the call ends.
pub const SLACK_FRAMES: f64 = 10.0;

/// The least mean PSNR against the sent pictures, in decibels, where they can be compared. Below
/// it compression is plain to see.
pub const LEAST_PSNR_DECIBELS: f64 = 28.0;

/// The longest time without a new picture that a call over a network made bad on purpose may have,
/// in milliseconds. How many frames arrive depends on what is lost, but pictures keep coming.
pub const LONGEST_STANDSTILL: f64 = 3_000.0;

/// Whether both sides decoded the video they should have, by these terms.
///
/// # Errors
/// A sentence on the first side that did not.
pub fn judge(report: &Report, terms: Terms) -> Result<(), String> {
    let [alice, bob] = report.clients.as_slice() else {
        return Err("there was no call to be judged".into());
    };
    judge_one(alice, bob, terms)?;
    judge_one(bob, alice, terms)
}

fn judge_one(receiver: &ClientReport, sender: &ClientReport, terms: Terms) -> Result<(), String> {
    if terms.is_impaired {
        judge_flow(receiver)?;
    } else {
        judge_count(receiver, sender)?;
    }
    let name = &receiver.name;
    match receiver.psnr_db {
        _ if !terms.is_compared => Ok(()),
        None => Err(format!("{name} could not read which frames its pictures are")),
        Some(psnr) if psnr < LEAST_PSNR_DECIBELS => {
            Err(format!("{name} decoded poor pictures: {psnr:.1} dB, {LEAST_PSNR_DECIBELS} count"))
        }
        Some(_) => Ok(()),
    }
}

/// Whether nearly all frames were decoded.
fn judge_count(receiver: &ClientReport, sender: &ClientReport) -> Result<(), String> {
    let (name, decoded, sent) = (&receiver.name, receiver.frames.decoded, sender.frames.sent);
    let least = (sent as f64 * LEAST_SHARE - SLACK_FRAMES).max(1.0);
    if decoded as f64 >= least {
        return Ok(());
    }
    Err(format!("{name} decoded {decoded} of {sent} frames: at least {least:.0} count"))
}

/// Whether pictures kept coming.
fn judge_flow(receiver: &ClientReport) -> Result<(), String> {
    let name = &receiver.name;
    match receiver.longest_standstill_ms {
        None => Err(format!("{name} decoded no picture over the impaired network")),
        Some(millis) if millis > LONGEST_STANDSTILL => Err(format!(
            "{name}'s picture stood still for {millis:.0} ms over the impaired network: \
             {LONGEST_STANDSTILL} ms are allowed"
        )),
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
        let terms = Terms { is_compared, is_impaired: false };
        judge(&Report { clients, ..Report::default() }, terms)
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
        let report = Report { clients, ..Report::default() };
        for is_impaired in [false, true] {
            let terms = Terms { is_compared: false, is_impaired };
            assert!(judge(&report, terms).is_err());
            assert!(judge(&Report::default(), terms).is_err());
        }
    }

    #[test]
    fn over_an_impaired_network_pictures_must_keep_coming_and_be_good() {
        let verdict = |standstill, psnr| {
            let mut clients = ["alice", "bob"].map(|name| client(name, 100, 30, Some(40.0)));
            clients[1].longest_standstill_ms = standstill;
            clients[0].longest_standstill_ms = Some(200.0);
            clients[1].psnr_db = psnr;
            let report = Report { clients: clients.to_vec(), ..Report::default() };
            judge(&report, Terms { is_compared: true, is_impaired: true })
        };
        assert_eq!(verdict(Some(3_000.0), Some(28.0)), Ok(()));
        let error = |standstill, psnr| verdict(standstill, psnr).expect_err("bad");
        assert!(error(Some(3_001.0), Some(40.0)).contains("stood still for 3001 ms"));
        assert!(error(None, Some(40.0)).contains("decoded no picture"));
        assert!(error(Some(100.0), Some(20.0)).contains("poor pictures"));
    }
}
