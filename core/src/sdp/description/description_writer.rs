//! Writing a description.

use std::fmt::{Display, Write};

use super::SessionDescription;

/// Writes a description line by line, in the order of the calls.
#[derive(Clone, Debug)]
pub struct DescriptionWriter {
    description: SessionDescription,
    line: String,
}

impl DescriptionWriter {
    /// Begins a description: its `v=`, `o=`, `s=` and `t=` lines, as RFC 8829 section 5.2.1 wants
    /// them. The address of the origin is left open, for privacy.
    pub fn new(session_id: u64, session_version: u64) -> DescriptionWriter {
        let description = SessionDescription::with_capacity(2_048);
        let mut writer = DescriptionWriter { description, line: String::new() };
        writer.line('v', 0);
        writer.line('o', format_args!("- {session_id} {session_version} IN IP4 0.0.0.0"));
        writer.line('s', '-');
        writer.line('t', "0 0");
        writer
    }

    /// Writes a line of any type. Line ends and NULs inside the value become spaces.
    pub fn line(&mut self, kind: char, value: impl Display) {
        self.line.clear();
        // Writing to a `String` cannot fail.
        let _ = write!(self.line, "{kind}={value}");
        if self.line.contains(['\r', '\n', '\0']) {
            self.line = self.line.replace(['\r', '\n', '\0'], " ");
        }
        self.description.push(&self.line);
    }

    /// Begins a media section.
    pub fn media<'a>(
        &mut self,
        kind: &str,
        port: u16,
        protocol: &str,
        formats: impl Iterator<Item = &'a str>,
    ) {
        let mut value = format!("{kind} {port} {protocol}");
        formats.for_each(|format| {
            value.push(' ');
            value.push_str(format);
        });
        self.line('m', value);
    }

    /// Writes an attribute with a value.
    pub fn attribute(&mut self, name: &str, value: impl Display) {
        self.line('a', format_args!("{name}:{value}"));
    }

    /// Writes an attribute without a value.
    pub fn property(&mut self, name: &str) {
        self.line('a', name);
    }

    /// The description.
    pub fn finish(self) -> SessionDescription {
        self.description
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_equal() {
        let mut writer = DescriptionWriter::new(7, 1);
        writer.media("video", 9, "UDP/TLS/RTP/SAVPF", ["96", "97"].into_iter());
        writer.attribute("mid", "0");
        writer.property("rtcp-mux");
        let description = writer.finish();
        assert_eq!(description.as_str().parse(), Ok(description));
    }

    #[test]
    fn no_value_begins_a_line_of_its_own() {
        let mut writer = DescriptionWriter::new(7, 1);
        writer.attribute("x", "y\r\na=setup:active");
        let description = writer.finish();
        assert_eq!(description.line_count(), 5);
        assert_eq!(description.attributes().value("x"), Some("y  a=setup:active"));
    }
}
