//! Imports of `core` go down only, and engines never import each other.

use super::source_file::SourceFile;

/// The layer of each module of core.
const LAYERS: [(&str, u8); 16] = [
    ("base", 0),
    ("planted_bugs", 0),
    ("wire", 0),
    ("crypto", 1),
    ("stun", 2),
    ("sdp", 2),
    ("rtp", 2),
    ("rtcp", 2),
    ("codec", 2),
    ("signaling", 2),
    ("ice", 3),
    ("dtls", 3),
    ("srtp", 3),
    ("media", 3),
    ("negotiation", 4),
    ("session", 5),
];

const ENGINES: u8 = 3;

fn layer(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

/// The modules that a text names behind `crate::`.
fn imports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).flat_map(
        |(number, line)| {
            line.split("crate::").skip(1).map(move |rest| {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                (number + 1, &rest[..end.unwrap_or(rest.len())])
            })
        },
    )
}

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    let mut parts = file.path.iter().filter_map(|part| part.to_str());
    if parts.next() != Some("core") || parts.next() != Some("src") {
        return Vec::new();
    }
    let Some(module) = parts.next().filter(|name| !name.ends_with(".rs")) else {
        return Vec::new();
    };
    let Some(own) = layer(module) else {
        return vec![format!("`{module}` has no layer: name it in tests/house_rules/layers.rs")];
    };
    imports(&file.text)
        .filter(|(_, other)| *other != module)
        .filter_map(|(line, other)| Some((line, other, layer(other)?)))
        .filter(|(_, _, theirs)| *theirs > own || (*theirs == own && own >= ENGINES))
        .map(|(line, other, _)| format!("line {line}: `{module}` may not import `{other}`"))
        .collect()
}

#[test]
fn an_import_upwards_is_seen() {
    let file = SourceFile {
        path: "core/src/ice/agent.rs".into(),
        text: "use crate::stun::Message;\nuse crate::dtls::Endpoint;\n".into(),
        syntax: syn::parse_file("").expect("valid code"),
    };
    assert_eq!(check(&file), ["line 2: `ice` may not import `dtls`"]);
}
