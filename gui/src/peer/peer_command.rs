//! What a line can ask of this side.

use roomrtc_core::session::Direction;
use serde_json::{Map, Value};

use super::LineError;

/// What a line can ask of this side: `{"command":"…"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeerCommand {
    /// Make an offer.
    Offer,
    /// Make an offer that restarts ICE.
    RestartIce,
    /// Send, receive, both or neither from now on, and make an offer that says so.
    Direction(Direction),
    /// Stop (`false`) or resume sending pictures without a word to the other side.
    Camera(bool),
    /// Ask the other side for a key frame.
    KeyFrame,
    /// Print what is measured.
    Statistics,
    /// End the call.
    HangUp,
}

impl PeerCommand {
    /// Reads a command from the members of its object.
    ///
    /// # Errors
    /// [`LineError`] if there is no such command, or what belongs to it is missing or wrong.
    pub fn read(members: &Map<String, Value>) -> Result<PeerCommand, LineError> {
        let name = members.get("command").and_then(Value::as_str);
        match name.ok_or(LineError::Member("command"))? {
            "offer" => Ok(PeerCommand::Offer),
            "restart-ice" => Ok(PeerCommand::RestartIce),
            "direction" => read_direction(members).map(PeerCommand::Direction),
            "camera" => match members.get("on").ok_or(LineError::Missing("on"))? {
                Value::Bool(is_on) => Ok(PeerCommand::Camera(*is_on)),
                _ => Err(LineError::Member("on")),
            },
            "key-frame" => Ok(PeerCommand::KeyFrame),
            "statistics" => Ok(PeerCommand::Statistics),
            "hang-up" => Ok(PeerCommand::HangUp),
            other => Err(LineError::Command(other.chars().take(40).collect())),
        }
    }
}

fn read_direction(members: &Map<String, Value>) -> Result<Direction, LineError> {
    let name = members.get("direction").ok_or(LineError::Missing("direction"))?;
    match name.as_str() {
        Some("sendrecv") => Ok(Direction::SendReceive),
        Some("sendonly") => Ok(Direction::SendOnly),
        Some("recvonly") => Ok(Direction::ReceiveOnly),
        Some("inactive") => Ok(Direction::Inactive),
        _ => Err(LineError::Member("direction")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<PeerCommand, LineError> {
        let members: Map<String, Value> = serde_json::from_str(line).expect("an object");
        PeerCommand::read(&members)
    }

    #[test]
    fn every_command_is_read() {
        for (line, command) in [
            (r#"{"command":"offer"}"#, PeerCommand::Offer),
            (r#"{"command":"restart-ice","more":1}"#, PeerCommand::RestartIce),
            (
                r#"{"command":"direction","direction":"recvonly"}"#,
                PeerCommand::Direction(Direction::ReceiveOnly),
            ),
            (r#"{"command":"camera","on":false}"#, PeerCommand::Camera(false)),
            (r#"{"command":"key-frame"}"#, PeerCommand::KeyFrame),
            (r#"{"command":"statistics"}"#, PeerCommand::Statistics),
            (r#"{"command":"hang-up"}"#, PeerCommand::HangUp),
        ] {
            assert_eq!(read(line), Ok(command), "{line}");
        }
    }

    #[test]
    fn what_belongs_to_a_command_is_asked_for() {
        for (line, error) in [
            (r#"{"command":"dance"}"#, LineError::Command("dance".into())),
            (r#"{"command":7}"#, LineError::Member("command")),
            (r#"{"command":"camera"}"#, LineError::Missing("on")),
            (r#"{"command":"camera","on":"yes"}"#, LineError::Member("on")),
            (r#"{"command":"direction"}"#, LineError::Missing("direction")),
            (r#"{"command":"direction","direction":"up"}"#, LineError::Member("direction")),
        ] {
            assert_eq!(read(line), Err(error), "{line}");
        }
    }
}
