//! What holds of the sources that name keys: each is there, with its variables, and views have no words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Language;
use super::tests::keys;

/// After these, a string names a thing for the program and not for people.
const NAMING: [&str; 6] = ["Id", "id_salt", "from_id_salt", "with", "target", "expect"];

fn sources(folder: &str) -> Vec<(PathBuf, TokenStream)> {
    let mut left = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder)];
    let mut found = vec![];
    while let Some(path) = left.pop() {
        if let Ok(entries) = path.read_dir() {
            left.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            found.push((path, text.parse().expect("Rust")));
        }
    }
    found
}

fn string(token: &TokenTree) -> Option<String> {
    let text = token.to_string();
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    matches!(token, TokenTree::Literal(_)).then(|| inner.to_owned())
}

/// The tokens without attributes and documentation, and without what is there for tests alone.
fn kept(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = vec![];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if token.to_string() != "#" {
            kept.push(token);
            continue;
        }
        tokens.next_if(|next| next.to_string() == "!");
        let Some(attribute) = tokens.next() else { continue };
        if attribute.to_string().replace(' ', "") == "[cfg(test)]" {
            let is_end = |token: &TokenTree| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                token => token.to_string() == ";",
            };
            tokens.by_ref().find(is_end);
        }
    }
    kept
}

fn each_group(tokens: TokenStream, visit: &mut impl FnMut(&[TokenTree])) {
    let tokens = kept(tokens);
    visit(&tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            each_group(group.stream(), visit);
        }
    }
}

/// The names in `&[("name", value), …]`, if that is what it is.
fn names(tokens: &[TokenTree]) -> Option<BTreeSet<String>> {
    let TokenTree::Group(array) = tokens.get(1)? else { return None };
    let pairs = array.stream().into_iter().filter_map(|token| match token {
        TokenTree::Group(pair) => Some(pair),
        _ => None,
    });
    pairs.map(|pair| string(&pair.stream().into_iter().next()?)).collect()
}

fn called_text(tokens: &[TokenTree]) -> Vec<(String, Option<BTreeSet<String>>)> {
    let calls = tokens.windows(3).filter_map(|three| match three {
        [dot, name, TokenTree::Group(call)]
            if dot.to_string() == "." && *name.to_string() == *"text" =>
        {
            Some(call)
        }
        _ => None,
    });
    let arguments = calls.map(|call: &Group| call.stream().into_iter().collect::<Vec<_>>());
    arguments.filter_map(|all| Some((string(all.first()?)?, names(all.get(2..)?)))).collect()
}

#[test]
fn every_key_in_the_sources_is_there_with_its_variables() {
    let keys = keys(Language::English);
    for (path, tokens) in sources("") {
        if path.ends_with("catalogue/tests.rs") {
            continue;
        }
        each_group(tokens, &mut |tokens| {
            for (key, names) in called_text(tokens) {
                let Some(variables) = keys.get(&key) else {
                    panic!("{} names {key:?}, which is no key", path.display());
                };
                let names = names.unwrap_or_else(|| variables.clone());
                assert_eq!(*variables, names, "{key} in {}", path.display());
            }
        });
    }
}

/// Keys that begin so are put together: with the word of a refusal, the name of an emoji, or a member of
/// the statistics.
const PUT_TOGETHER: [&str; 3] = ["refused-", "emoji-", "w3c-"];

#[test]
fn every_key_is_in_the_sources() {
    let mut named = BTreeSet::new();
    for (_, tokens) in sources("") {
        each_group(tokens, &mut |tokens| named.extend(tokens.iter().filter_map(string)));
    }
    for key in keys(Language::English).into_keys() {
        let is_put_together = PUT_TOGETHER.iter().any(|beginning| key.starts_with(beginning));
        assert!(is_put_together || named.contains(&key), "{key} is said nowhere");
    }
}

#[test]
fn views_have_no_words_of_their_own() {
    let keys = keys(Language::English);
    let mut known: BTreeSet<&str> = keys.values().flatten().map(String::as_str).collect();
    known.extend(keys.keys().map(String::as_str));
    for (path, tokens) in sources("views") {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name.ends_with("tests") {
            continue;
        }
        for text in words(tokens) {
            assert!(known.contains(&*text), "{} has the words {text:?}", path.display());
        }
    }
}

/// The strings with letters in them that do not name a thing for the program.
fn words(tokens: TokenStream) -> Vec<String> {
    let mut found = vec![];
    let tokens = kept(tokens);
    for (index, token) in tokens.iter().enumerate() {
        let mut before = tokens[..index].iter().rev().take(4).map(ToString::to_string);
        match token {
            TokenTree::Group(group) => {
                let is_named = before.any(|name| NAMING.contains(&&*name));
                if !is_named || group.delimiter() != Delimiter::Parenthesis {
                    found.extend(words(group.stream()));
                }
            }
            token => found.extend(string(token).filter(|text| has_letters(text))),
        }
    }
    found
}

/// Whether there are letters outside of what a format fills in.
fn has_letters(text: &str) -> bool {
    let mut depth = 0_u32;
    text.replace("\\n", "").chars().any(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && character.is_alphabetic()
    })
}

#[test]
fn words_of_a_view_would_be_found() {
    let source = r#"
        /// Says something.
        const WORDS: &str = "Words";
        fn view(ui: &mut Ui) { ui.label("Some words"); ui.push_id(Id::new("own picture"), |ui| 0);
            ui.label(format!("{} · {name}", 1)); texts.text("call-with", &[("user", name.into())]); }
        #[cfg(test)] mod tests { fn test() { view("other words") } }
    "#;
    let tokens: TokenStream = source.parse().expect("Rust");
    let (mut said, mut called) = (words(tokens.clone()), vec![]);
    each_group(tokens, &mut |tokens| called.extend(called_text(tokens)));
    said.retain(|text| text != "user" && text != "call-with");
    assert_eq!(said, ["Words", "Some words"]);
    assert_eq!(called, [("call-with".into(), Some(BTreeSet::from(["user".into()])))]);
}
