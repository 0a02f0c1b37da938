//! What holds of all catalogues, and of the sources that name their keys.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;

type Variables = BTreeSet<String>;

/// The keys of a language with the variables of each.
pub(super) fn keys(language: Language) -> BTreeMap<String, Variables> {
    let resource = fluent_syntax::parser::parse(language.source()).expect("Fluent's syntax");
    let mut keys = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut variables = Variables::new();
            collect(&message.value.expect("a text"), &mut variables);
            let before = keys.insert(message.id.name.to_owned(), variables);
            assert!(before.is_none(), "{} stands twice in {language:?}", message.id.name);
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, variables: &mut Variables) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| collect(&variant.value, variables));
                selector
            }
        };
        match inline {
            InlineExpression::VariableReference { id } => variables.insert(id.name.to_owned()),
            other => panic!("only variables are filled in: {other:?}"),
        };
    }
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let [english, spanish] = Language::ALL.map(keys);
    assert!(english.len() > 200);
    for (key, variables) in &english {
        assert_eq!(spanish.get(key), Some(variables), "{key}");
    }
    assert_eq!(english.len(), spanish.len());
}

#[test]
fn every_text_can_be_written_with_numbers_and_words() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for (key, variables) in keys(language) {
            for value in [FluentValue::from(1), 12_345.into(), f64::NAN.into(), "x".into()] {
                let filled: Vec<_> =
                    variables.iter().map(|name| (name.as_str(), value.clone())).collect();
                let text = catalogue.text(&key, &filled);
                assert!(!text.trim().is_empty() && text != "…", "{key}: {text}");
                assert!(!text.contains(['{', '}', '\u{2068}']) && !text.contains(&key), "{text}");
            }
        }
    }
}

#[test]
fn a_key_that_is_missing_is_no_text_of_any_language() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        assert_eq!(catalogue.text("no-such-key", &[]), "…");
        assert_eq!(catalogue.text("call-with", &[]), "…");
    }
}

#[test]
fn plurals_and_decimals_follow_the_language() {
    let [english, spanish] = Language::ALL.map(Catalogue::new);
    let count = |count: u64| [("count", FluentValue::from(count))];
    assert_eq!(english.text("missed-count", &count(1)), "One missed call");
    assert_eq!(english.text("missed-count", &count(1_200)), "1,200 missed calls");
    assert_eq!(spanish.text("missed-count", &count(1)), "Una llamada perdida");
    assert_eq!(spanish.text("missed-count", &count(0)), "0 llamadas perdidas");
    let percent = [("percent", number(8.04, 1))];
    let sentence = "Your upload is losing 8.0 % of packets.";
    assert_eq!(english.text("quality-upload-loss", &percent), sentence);
    assert!(spanish.text("quality-upload-loss", &percent).contains("8,0 %"));
}
