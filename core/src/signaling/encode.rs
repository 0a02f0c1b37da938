//! Messages to bytes.

use super::limits::MAX_BODY;
use super::{FrameTooLong, Message};

/// Appends `message` as a frame.
///
/// # Errors
/// [`FrameTooLong`] if no reader would take it; then nothing is appended.
pub fn encode(message: &Message, output: &mut Vec<u8>) -> Result<(), FrameTooLong> {
    let start = output.len();
    message.write_body(output);
    let length = output.len() - start;
    if length > MAX_BODY {
        output.truncate(start);
        return Err(FrameTooLong { length });
    }
    let prefix = format!("{length}\n");
    output.extend_from_slice(prefix.as_bytes());
    output[start..].rotate_right(prefix.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_the_body_stands_before_it() {
        let mut output = b"x".to_vec();
        encode(&Message::Invite { user: "a|b".into() }, &mut output).expect("short");
        assert_eq!(output, b"x17\nINVITE|user=a%7Cb");
    }

    #[test]
    fn what_no_reader_takes_is_not_written() {
        let mut output = b"x".to_vec();
        let long = Message::Invite { user: "%".repeat(MAX_BODY / 3) };
        let error = encode(&long, &mut output).expect_err("too long");
        assert_eq!(error.length, 12 + MAX_BODY / 3 * 3);
        assert_eq!(output, b"x");
    }
}
