//! The configuration of a session, to bytes and back.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::ice::Role;
use roomrtc_core::sdp::Direction;
use roomrtc_core::session::PeerConfig;
use roomrtc_core::srtp::SrtpProfile;
use roomrtc_core::wire::ByteReader;

use super::address_book::{read_address, write_address};
use super::input_reading::{read_flag, read_small};
use super::{ReadError, numbers};

/// The roles to begin with, in the order of their numbers, and whether candidates are told one by one:
/// formats before the third had the first three.
const ROLES: [(Option<Role>, bool); 6] = [
    (None, false),
    (Some(Role::Controlling), false),
    (Some(Role::Controlled), false),
    (None, true),
    (Some(Role::Controlling), true),
    (Some(Role::Controlled), true),
];

/// Appends everything but provider, certificate and witness, which a replay has of its own. Every
/// field is named, so that none that is added can be forgotten here.
pub(super) fn write(config: &PeerConfig, output: &mut Vec<u8>) {
    let PeerConfig {
        provider: _,
        witness: _,
        certificate: _,
        gives_out_keys: _,
        unix_time,
        ice_lite,
        ice_role,
        stun_servers,
        is_trickling,
        srtp_profiles,
        cookie_exchange,
        largest_datagram,
        video,
        hands_over_packets,
        key_frame_interval,
        jitter_floor,
        jitter_ceiling,
    } = config;
    output.extend([ice_lite, cookie_exchange, hands_over_packets].map(|flag| u8::from(*flag)));
    for duration in [unix_time, key_frame_interval, jitter_floor, jitter_ceiling] {
        write_duration(*duration, output);
    }
    numbers::write(*largest_datagram as u64, output);
    let video = Direction::ALL.iter().position(|direction| direction == video);
    let role = ROLES.iter().position(|role| *role == (*ice_role, *is_trickling));
    output.extend([video, role].map(|place| place.unwrap_or(0) as u8));
    write_lists(stun_servers, srtp_profiles, output);
}

fn write_lists(servers: &[SocketAddr], profiles: &[SrtpProfile], output: &mut Vec<u8>) {
    numbers::write(servers.len() as u64, output);
    servers.iter().for_each(|server| write_address(*server, output));
    numbers::write(profiles.len() as u64, output);
    for profile in profiles {
        output.extend_from_slice(&profile.code().to_be_bytes());
    }
}

/// Reads what [`write`] has appended.
///
/// # Errors
/// [`ReadError::Malformed`] if it is something else.
pub(super) fn read(reader: &mut ByteReader<'_>) -> Result<PeerConfig, ReadError> {
    let [ice_lite, cookie_exchange, hands_over_packets] =
        [read_flag(reader)?, read_flag(reader)?, read_flag(reader)?];
    let [unix_time, key_frame_interval, jitter_floor, jitter_ceiling] =
        [duration(reader)?, duration(reader)?, duration(reader)?, duration(reader)?];
    let largest_datagram = read_small(reader)?;
    let video = *Direction::ALL.get(usize::from(reader.u8()?)).ok_or(ReadError::Malformed)?;
    let (ice_role, is_trickling) =
        *ROLES.get(usize::from(reader.u8()?)).ok_or(ReadError::Malformed)?;
    let (stun_servers, srtp_profiles) = read_lists(reader)?;
    Ok(PeerConfig {
        unix_time,
        ice_lite,
        ice_role,
        stun_servers,
        is_trickling,
        srtp_profiles,
        cookie_exchange,
        largest_datagram,
        video,
        hands_over_packets,
        key_frame_interval,
        jitter_floor,
        jitter_ceiling,
        ..PeerConfig::default()
    })
}

fn read_lists(
    reader: &mut ByteReader<'_>,
) -> Result<(Vec<SocketAddr>, Vec<SrtpProfile>), ReadError> {
    let mut servers = Vec::new();
    for _ in 0..numbers::read(reader)? {
        servers.push(read_address(reader)?);
    }
    let mut profiles = Vec::new();
    for _ in 0..numbers::read(reader)? {
        profiles.push(SrtpProfile::from_code(reader.u16()?).ok_or(ReadError::Malformed)?);
    }
    Ok((servers, profiles))
}

/// Seconds and nanoseconds.
fn write_duration(duration: Duration, output: &mut Vec<u8>) {
    numbers::write(duration.as_secs(), output);
    numbers::write(u64::from(duration.subsec_nanos()), output);
}

fn duration(reader: &mut ByteReader<'_>) -> Result<Duration, ReadError> {
    let (seconds, nanos) = (numbers::read(reader)?, numbers::read(reader)?);
    if nanos >= 1_000_000_000 {
        return Err(ReadError::Malformed);
    }
    Ok(Duration::from_secs(seconds) + Duration::from_nanos(nanos))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_read_back() {
        let other = PeerConfig {
            unix_time: Duration::new(1_790_000_000, 999_999_999),
            ice_lite: true,
            ice_role: Some(Role::Controlled),
            stun_servers: vec![([192, 0, 2, 1], 3_478).into(), ([9; 16], 1).into()],
            srtp_profiles: vec![SrtpProfile::Aes128CmHmacSha1_80],
            is_trickling: false,
            cookie_exchange: true,
            largest_datagram: 1_150,
            video: Direction::ReceiveOnly,
            hands_over_packets: true,
            key_frame_interval: Duration::from_millis(7),
            jitter_floor: Duration::from_millis(8),
            jitter_ceiling: Duration::from_millis(9),
            ..PeerConfig::default()
        };
        for config in [PeerConfig::default(), other] {
            let mut bytes = Vec::new();
            write(&config, &mut bytes);
            let read = read(&mut ByteReader::new(&bytes)).expect("whole");
            assert_eq!(format!("{read:?}"), format!("{config:?}"));
        }
    }
}
