//! Inputs from bytes.

use roomrtc_core::session::{CandidateInit, DescriptionKind, Direction};
use roomrtc_core::wire::ByteReader;

use super::entry_code as code;
use super::{AddressBook, ReadError, RecordedInput, numbers, sparse};

/// Most bytes of a datagram.
const MOST_OF_DATAGRAM: usize = 65_535;

/// Reads the input behind `code`.
///
/// # Errors
/// [`ReadError::Malformed`] if there is none of that code, or it is none.
pub(super) fn read(
    code: u8,
    reader: &mut ByteReader<'_>,
    addresses: &mut AddressBook,
) -> Result<RecordedInput, ReadError> {
    Ok(match code {
        code::NOTHING => RecordedInput::Nothing,
        code::TICK => RecordedInput::Tick,
        code::DATAGRAM => read_datagram(reader, addresses)?,
        code::ADD_LOCAL_ADDRESS => RecordedInput::AddLocalAddress(addresses.read(reader)?),
        code::REMOVE_LOCAL_ADDRESS => RecordedInput::RemoveLocalAddress(addresses.read(reader)?),
        code::END_OF_LOCAL_ADDRESSES => RecordedInput::EndOfLocalAddresses,
        code::CREATE_OFFER => RecordedInput::CreateOffer,
        code::SET_REMOTE_DESCRIPTION => read_description(reader)?,
        code::ADD_REMOTE_CANDIDATE => read_candidate(reader)?,
        code::NAME_LOCAL_ADDRESS => RecordedInput::NameLocalAddress {
            address: addresses.read(reader)?.ip(),
            name: read_text(reader)?,
        },
        code::SEND_FRAME => read_frame(reader)?,
        code::SEND_PACKET => read_packet(reader)?,
        code::REQUEST_KEY_FRAME => RecordedInput::RequestKeyFrame(read_small(reader)?),
        code::RESTART_ICE => RecordedInput::RestartIce,
        code::CLOSE => RecordedInput::Close,
        code::SET_DIRECTION => read_direction(reader)?,
        code::ROLLBACK => RecordedInput::Rollback,
        _ => return Err(ReadError::Malformed),
    })
}

fn read_datagram(
    reader: &mut ByteReader<'_>,
    addresses: &mut AddressBook,
) -> Result<RecordedInput, ReadError> {
    let (local, remote) = (addresses.read(reader)?, addresses.read(reader)?);
    let ecn = reader.u8()?;
    let mut payload = Vec::new();
    sparse::read(reader, MOST_OF_DATAGRAM, &mut payload)?;
    Ok(RecordedInput::Datagram { local, remote, ecn, payload })
}

fn read_description(reader: &mut ByteReader<'_>) -> Result<RecordedInput, ReadError> {
    let is_answer = read_flag(reader)?;
    let kind = if is_answer { DescriptionKind::Answer } else { DescriptionKind::Offer };
    Ok(RecordedInput::SetRemoteDescription { kind, sdp: read_text(reader)? })
}

fn read_candidate(reader: &mut ByteReader<'_>) -> Result<RecordedInput, ReadError> {
    let candidate = read_text(reader)?;
    let (sdp_mid, username_fragment) = (read_optional(reader)?, read_optional(reader)?);
    let index = numbers::read(reader)?.checked_sub(1).map(u16::try_from).transpose();
    let sdp_mline_index = index.map_err(|_| ReadError::Malformed)?;
    let init = CandidateInit { candidate, sdp_mid, sdp_mline_index, username_fragment };
    Ok(RecordedInput::AddRemoteCandidate(init))
}

fn read_direction(reader: &mut ByteReader<'_>) -> Result<RecordedInput, ReadError> {
    let media = read_small(reader)?;
    let place = usize::from(reader.u8()?);
    let direction = *Direction::ALL.get(place).ok_or(ReadError::Malformed)?;
    Ok(RecordedInput::SetDirection { media, direction })
}

fn read_optional(reader: &mut ByteReader<'_>) -> Result<Option<String>, ReadError> {
    if read_flag(reader)? { read_text(reader).map(Some) } else { Ok(None) }
}

fn read_frame(reader: &mut ByteReader<'_>) -> Result<RecordedInput, ReadError> {
    let (media, timestamp) = (read_small(reader)?, read_small(reader)?);
    let mut data = Vec::new();
    sparse::read(reader, sparse::MOST, &mut data)?;
    Ok(RecordedInput::SendFrame { media, timestamp, data })
}

fn read_packet(reader: &mut ByteReader<'_>) -> Result<RecordedInput, ReadError> {
    let (media, timestamp) = (read_small(reader)?, read_small(reader)?);
    let marker = read_flag(reader)?;
    let mut payload = Vec::new();
    sparse::read(reader, sparse::MOST, &mut payload)?;
    Ok(RecordedInput::SendPacket { media, timestamp, marker, payload })
}

/// A number that fits.
pub(super) fn read_small<N: TryFrom<u64>>(reader: &mut ByteReader<'_>) -> Result<N, ReadError> {
    N::try_from(numbers::read(reader)?).map_err(|_| ReadError::Malformed)
}

/// Zero or one.
pub(super) fn read_flag(reader: &mut ByteReader<'_>) -> Result<bool, ReadError> {
    match reader.u8()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(ReadError::Malformed),
    }
}

/// UTF-8 behind its length.
pub(super) fn read_text(reader: &mut ByteReader<'_>) -> Result<String, ReadError> {
    let text = std::str::from_utf8(numbers::read_bytes(reader)?);
    text.map(str::to_owned).map_err(|_| ReadError::Malformed)
}
