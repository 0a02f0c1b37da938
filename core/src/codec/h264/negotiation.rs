//! Offer and answer of H.264 payload types, RFC 6184 section 8.2.2.

use super::{H264Agreement, H264Mismatch, H264Parameters, PacketizationMode};

/// Decides whether a local and a remote payload type are the same format, and what they agree on.
///
/// Sub-profile and packetization mode configure the format and must be the same on both sides;
/// the bytes that name the sub-profile may differ. The level is free in each direction if both
/// sides allow asymmetry: each then receives at the level it states. Otherwise both directions
/// use the lower of the two.
///
/// # Errors
/// [`H264Mismatch`] if they are not the same format.
pub fn negotiate(
    local: &H264Parameters,
    remote: &H264Parameters,
) -> Result<H264Agreement, H264Mismatch> {
    check_format(local, remote)?;
    let is_asymmetric = local.level_asymmetry_allowed && remote.level_asymmetry_allowed;
    let (ours, theirs) = (local.profile_level_id.level(), remote.profile_level_id.level());
    let lower = ours.min(theirs);
    let receive_level = if is_asymmetric { ours } else { lower };
    Ok(H264Agreement {
        packetization_mode: local.packetization_mode,
        send_level: if is_asymmetric { theirs } else { lower },
        receive_level,
        answer: H264Parameters {
            profile_level_id: remote.profile_level_id.with_level(receive_level),
            packetization_mode: local.packetization_mode,
            level_asymmetry_allowed: is_asymmetric,
            ..H264Parameters::default()
        },
    })
}

fn check_format(local: &H264Parameters, remote: &H264Parameters) -> Result<(), H264Mismatch> {
    let (ours, theirs) = (local.profile_level_id.profile(), remote.profile_level_id.profile());
    if ours != theirs {
        return Err(H264Mismatch::Profile { local: ours, remote: theirs });
    }
    let (ours, theirs) = (local.packetization_mode, remote.packetization_mode);
    if ours != theirs {
        return Err(H264Mismatch::PacketizationMode { local: ours, remote: theirs });
    }
    if ours == PacketizationMode::Interleaved {
        return Err(H264Mismatch::Interleaved);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::h264::Level;

    fn agree(local: &str, remote: &str) -> Result<H264Agreement, H264Mismatch> {
        let parse = |text: &str| text.parse().expect("valid parameters");
        negotiate(&parse(local), &parse(remote))
    }

    #[test]
    fn the_same_profile_in_other_bytes_fits_and_is_repeated() {
        let agreement = agree(
            "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f",
            "profile-level-id=4d8028;level-asymmetry-allowed=1;packetization-mode=1",
        );
        let agreement = agreement.expect("an agreement");
        assert_eq!(agreement.send_level, Level::L4);
        assert_eq!(agreement.receive_level, Level::L3_1);
        assert_eq!(
            agreement.answer.to_string(),
            "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=4d801f"
        );
    }

    #[test]
    fn without_asymmetry_the_lower_level_holds_both_ways() {
        for (local, remote) in [("42e01f", "42e00d"), ("42e00d", "42e01f")] {
            let agreement = agree(
                &format!("profile-level-id={local};level-asymmetry-allowed=1"),
                &format!("profile-level-id={remote}"),
            );
            let agreement = agreement.expect("an agreement");
            assert_eq!(agreement.send_level, Level::L1_3);
            assert_eq!(agreement.receive_level, Level::L1_3);
            assert_eq!(
                agreement.answer.to_string(),
                "packetization-mode=0;profile-level-id=42e00d"
            );
        }
    }

    #[test]
    fn level_1b_is_written_as_its_profile_writes_it() {
        let agreement = agree("profile-level-id=42e01f", "profile-level-id=42d00b");
        let answer = agreement.expect("an agreement").answer;
        assert_eq!(answer.profile_level_id.to_string(), "42d00b");
    }

    #[test]
    fn other_formats_do_not_fit() {
        let why =
            |local: &str, remote: &str| agree(local, remote).expect_err("a mismatch").to_string();
        assert_eq!(
            why("profile-level-id=42e01f", "profile-level-id=42001f"),
            "profile ConstrainedBaseline here, Baseline there"
        );
        assert_eq!(
            why("packetization-mode=1", "packetization-mode=0"),
            "packetization mode 1 here, 0 there"
        );
        assert_eq!(
            why("packetization-mode=2", "packetization-mode=2"),
            "packetization mode 2 is not supported"
        );
    }
}
