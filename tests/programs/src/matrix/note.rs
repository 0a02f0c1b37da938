//! One note.

use std::io;

use serde_json::{Value, json};

/// What was seen to work.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) peer: String,
    pub(super) version: String,
    pub(super) row: String,
    pub(super) result: String,
}

impl Note {
    /// The same for the same peer and row, so that the last note stands.
    pub(super) fn file_name(&self) -> String {
        let text = format!("{} {}", self.peer, self.row);
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        format!("{}.json", text.chars().map(plain).collect::<String>())
    }

    pub(super) fn write(&self) -> String {
        let Note { peer, version, row, result } = self;
        json!({ "peer": peer, "version": version, "row": row, "result": result }).to_string()
    }

    /// Reads a note. What would break a cell of a table is replaced.
    pub(super) fn read(text: &str) -> io::Result<Note> {
        let value: Value = serde_json::from_str(text)?;
        let member = |name: &str| {
            let text = value[name].as_str();
            let text = text.map(|text| text.replace('|', "/").replace('\n', " "));
            text.ok_or_else(|| io::Error::other(format!("no {name} in {value}")))
        };
        Ok(Note {
            peer: member("peer")?,
            version: member("version")?,
            row: member("row")?,
            result: member("result")?,
        })
    }

    /// What the note's column is named after.
    pub(super) fn column(&self) -> (&str, &str) {
        (&self.peer, &self.version)
    }
}
