//! No `unsafe` anywhere; no clock, socket, thread, file or hash map in what is pure.

use super::source_file::SourceFile;

/// Folders of source without a clock and all that.
const PURE: [&str; 5] =
    ["core/src", "sim/src", "server/src/hub", "gui/src/desktop", "gui/src/safety_number"];

const BANNED: [&str; 10] = [
    "std::thread",
    "std::fs",
    "std::env",
    "Instant::now",
    "SystemTime",
    "HashMap",
    "HashSet",
    "UdpSocket",
    "TcpStream",
    "OsRng",
];

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    let text = file.text.lines().enumerate();
    let code = text.filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(number, line)| {
        offences(file, line).map(move |word| format!("line {}: `{word}`", number + 1))
    })
    .collect()
}

fn offences(file: &SourceFile, line: &str) -> impl Iterator<Item = &'static str> {
    let words = if is_pure(file) { &BANNED[..] } else { &[] };
    let unsafe_code = ["unsafe {", "unsafe fn", "unsafe impl", "allow(unsafe_code"];
    let is_this = file.path.ends_with("house_rules/purity.rs");
    words
        .iter()
        .copied()
        .chain(unsafe_code)
        .filter(move |word| !is_this && line.contains(word))
        .collect::<Vec<_>>()
        .into_iter()
}

fn is_pure(file: &SourceFile) -> bool {
    PURE.iter().any(|folder| file.path.starts_with(folder))
}

#[test]
fn a_clock_in_the_core_is_seen() {
    let file = SourceFile {
        path: "core/src/ice/agent.rs".into(),
        text: "let now = Instant::now();".into(),
        syntax: syn::parse_file("").expect("valid code"),
    };
    assert_eq!(check(&file), ["line 1: `Instant::now`"]);
}
