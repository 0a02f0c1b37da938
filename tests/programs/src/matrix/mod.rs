//! What was seen to work with whom: notes of passing tests, and the table that they make.
//!
//! A test calls [`record`] at its end. Where the environment variable `ROOMRTC_MATRIX` names a
//! folder, a file there keeps the note; [`table`] makes Markdown of such a folder. `make interop`
//! does both.

mod note;

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, io};

use note::Note;

/// Notes that `row` was seen to work with a version of `peer`: `result` is what the table's cell
/// says of it, in a word or two.
///
/// # Panics
/// If the folder that `ROOMRTC_MATRIX` names cannot be written to.
pub fn record(peer: &str, version: &str, row: &str, result: &str) {
    let Some(folder) = env::var_os("ROOMRTC_MATRIX") else {
        return;
    };
    let [peer, version, row, result] = [peer, version, row, result].map(str::to_owned);
    let note = Note { peer, version, row, result };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(folder.join(note.file_name()), note.write()))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
}

/// The table of all notes in a folder: a row for each thing that was seen, a column for each peer.
///
/// # Errors
/// Those of reading the folder; a file that is no note is one too.
pub fn table(folder: &Path) -> io::Result<String> {
    let mut notes = Vec::new();
    for entry in fs::read_dir(folder)? {
        notes.push(Note::read(&fs::read_to_string(entry?.path())?)?);
    }
    let peers: BTreeSet<(&str, &str)> = notes.iter().map(Note::column).collect();
    let rows: BTreeSet<&str> = notes.iter().map(|note| note.row.as_str()).collect();
    let names = peers.iter().map(|(peer, version)| format!(" {peer} {version} |"));
    let mut text = format!("| |{}\n", names.collect::<String>());
    text.push_str(&format!("|---|{}\n", "---|".repeat(peers.len())));
    for row in rows {
        text.push_str(&format!("| {row} |"));
        for peer in &peers {
            let mut cells = notes.iter().filter(|note| note.row == row && note.column() == *peer);
            let cell = cells.next().map_or("", |note| &note.result);
            text.push_str(&format!(" {cell} |"));
        }
        text.push('\n');
    }
    Ok(text)
}

/// Puts a table between the marks `<!-- NAME:begin -->` and `<!-- NAME:end -->` of a text; `None` if
/// it lacks them.
pub fn insert(text: &str, name: &str, table: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name}:begin -->\n"), format!("<!-- {name}:end -->"));
    let start = text.find(&begin)? + begin.len();
    let stop = start + text[start..].find(&end)?;
    Some(format!("{}{table}{}", &text[..start], &text[stop..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_column_a_peer_and_keeps_what_stands_around_it() {
        let folder = env::temp_dir().join(format!("roomrtc-matrix-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for (peer, row) in [("B", "calls"), ("A", "calls"), ("A", "a|b")] {
            let [version, result] = ["1", "yes"].map(str::to_owned);
            let note = Note { peer: peer.into(), version, row: row.into(), result };
            fs::write(folder.join(note.file_name()), note.write()).expect("a file");
        }
        let table = table(&folder).expect("notes");
        fs::remove_dir_all(&folder).expect("a folder");
        let expected = "| | A 1 | B 1 |\n|---|---|---|\n| a/b | yes |  |\n| calls | yes | yes |\n";
        assert_eq!(table, expected);
        let page = "x\n<!-- t:begin -->\nold\n<!-- t:end -->\ny";
        let new = insert(page, "t", "new\n").expect("marks");
        assert_eq!(new, "x\n<!-- t:begin -->\nnew\n<!-- t:end -->\ny");
        assert_eq!(insert("nothing", "t", "new"), None);
    }
}
