//! Tests of the format as a whole.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::*;

const FILE: &str = r#"
about = "Everything that the format can do"

[parameters]
loss = "5 %"
round_trip = { each = ["0 ms", "50 ms"] }
delay = { from = "20 ms", to = "80 ms" }
packets = 2
speed = 1.5

[link]
loss = "$loss"
delay = "$delay"
again = "$delay"
queue = { from = 10, to = 20 }
rate = { from = 0.5, to = 2.25 }
price = "$$5"
packet = { each = { from = 0, to = "$packets" } }
models = [
    { any = [{}, { model = "jitter", up-to = { from = "1 ms", to = "9 ms" } }] },
    { model = "loss", probability = "$loss" },
]
"#;

fn file() -> ScenarioFile {
    ScenarioFile::parse(FILE).expect("a file")
}

fn resolved(seed: u64, overrides: &[&str]) -> Table {
    let overrides = Overrides::parse(overrides.iter().copied()).expect("overrides");
    let file = file();
    let cases = file.cases(&overrides).expect("cases");
    let mut table = file.resolve(seed, &cases[0], &overrides).expect("a table");
    table.remove("link").and_then(|link| link.as_table().cloned()).expect("a link")
}

fn error(text: &str, overrides: &[&str]) -> String {
    let text = format!("about = \"x\"\n{text}");
    let file = match ScenarioFile::parse(&text) {
        Ok(file) => file,
        Err(error) => return error.to_string(),
    };
    let overrides = Overrides::parse(overrides.iter().copied()).expect("overrides");
    let resolved = file.cases(&overrides).and_then(|cases| {
        cases.iter().try_for_each(|case| file.resolve(1, case, &overrides).map(drop))
    });
    resolved.expect_err("an error").to_string()
}

#[test]
fn cases_are_all_combinations() {
    let cases = file().cases(&Overrides::default()).expect("cases");
    let names: Vec<String> = cases.iter().map(Case::to_string).collect();
    assert_eq!(names.len(), 6);
    assert_eq!(names[0], "round_trip=0 ms, link.packet=0");
    assert_eq!(names[5], "round_trip=50 ms, link.packet=2");
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 6);
}

#[test]
fn draws_stay_within_their_ends_and_keep_their_kind() {
    let mut queues = BTreeSet::new();
    for seed in 0..300 {
        let link = resolved(seed, &[]);
        let queue = link["queue"].as_integer().expect("an integer");
        queues.insert(queue);
        let rate = link["rate"].as_float().expect("a number");
        assert!((0.5..=2.25).contains(&rate), "{rate}");
        let delay = link["delay"].as_str().expect("a text");
        let millis: u32 = delay.strip_suffix(" ms").expect(delay).parse().expect(delay);
        assert!((20..=80).contains(&millis));
        assert_eq!(link["delay"], link["again"]);
        assert_eq!((link["loss"].as_str(), link["price"].as_str()), (Some("5 %"), Some("$5")));
    }
    assert_eq!(queues, (10..=20).collect());
}

#[test]
fn what_is_expected_follows_what_varies() {
    let text = r#"
about = "x"
[parameters]
loss = { each = ["1 %", "5 %"] }
count = 3
[expect]
frames = { of = "$loss", is = { "1 %" = { from = 90, to = 90 }, "5 %" = 50 }, other = 0 }
most = { of = "$count", is = { 3 = "three" }, other = "many" }
"#;
    let file = ScenarioFile::parse(text).expect("a file");
    let expected = |overrides: &[&str]| -> Vec<String> {
        let overrides = Overrides::parse(overrides.iter().copied()).expect("overrides");
        let cases = file.cases(&overrides).expect("cases");
        let table = |case| file.resolve(1, case, &overrides).expect("a table");
        cases.iter().map(|case| table(case)["expect"].to_string()).collect()
    };
    let both = ["{ frames = 90, most = \"three\" }", "{ frames = 50, most = \"three\" }"];
    assert_eq!(expected(&[]), both);
    assert_eq!(expected(&["loss=2 %", "count=4"]), ["{ frames = 0, most = \"many\" }"]);
    let nested = "a = { of = \"$b\", is = { x = { each = [1] } }, other = 0 }";
    assert!(error(&format!("{nested}\n[parameters]\nb = 1"), &[]).contains("`each` cannot"));
}

#[test]
fn an_empty_table_that_is_drawn_leaves_its_list() {
    let lengths: BTreeSet<usize> =
        (0..20).map(|seed| resolved(seed, &[])["models"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(lengths, BTreeSet::from([1, 2]));
}

#[test]
fn a_draw_does_not_depend_on_what_else_there_is() {
    let other = FILE.replace("queue = { from = 10, to = 20 }", "");
    let other = ScenarioFile::parse(&other).expect("a file");
    let case = &other.cases(&Overrides::default()).expect("cases")[0];
    let table = other.resolve(9, case, &Overrides::default()).expect("a table");
    let link = resolved(9, &[]);
    for name in ["delay", "rate", "models"] {
        assert_eq!(table["link"][name], link[name]);
    }
    assert_eq!(link, resolved(9, &[]));
    assert_ne!(link, resolved(10, &[]));
}

#[test]
fn overrides_keep_the_kind_of_their_parameter() {
    let link = resolved(1, &["loss=0.1", "delay=25ms", "packets=0"]);
    assert_eq!(link["loss"], Value::String("0.1".into()));
    assert_eq!(link["again"], Value::String("25ms".into()));
    let overrides = Overrides::parse(["round_trip=1 s", "packets=0"]).expect("overrides");
    let cases = file().cases(&overrides).expect("cases");
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].to_string(), "link.packet=0");
}

#[test]
fn errors_say_what_to_write() {
    let parameters = "[parameters]\nloss = \"5 %\"\ncount = 3";
    let unknown = "there is no parameter `lost`: there are `count`, `loss`";
    assert_eq!(error(parameters, &["lost=1"]), unknown);
    let wrong = "`many` is no value for `count`, which is an integer";
    assert_eq!(error(parameters, &["count=many"]), wrong);
    let wrong = "`3 ms` is no value for `loss`, which is a share such as \"5 %\"";
    assert_eq!(error(parameters, &["loss=3 ms"]), wrong);
    assert_eq!(error("a = \"$b\"", &[]), "there is no parameter `b`: there are none");
    let range = "a[0]: `from` and `to` must be two numbers with the same unit, the lower first";
    for ends in ["from = \"1 ms\", to = \"2 s\"", "from = 2, to = 1", "from = true, to = 1"] {
        assert_eq!(error(&format!("a = [{{ {ends} }}]"), &[]), range);
    }
    assert_eq!(error("a = { any = [] }", &[]), "a: there is nothing to choose from in the list");
    let nested = "a: `each` cannot stand within another choice, nor hold one";
    assert_eq!(error("a = { any = [{ each = [1] }] }", &[]), nested);
    let many = "a = { each = { from = 1, to = 9000 } }\nb = { each = [1, 2] }";
    assert_eq!(error(many, &[]), "there are more than 10000 cases");
    assert_eq!(error("a = { each = { from = 1, to = 99999 } }", &[]), error(many, &[]));
}

#[test]
fn files_that_are_none_are_refused() {
    assert!(matches!(ScenarioFile::parse("a ="), Err(ParseError::Toml(_))));
    assert_eq!(ScenarioFile::parse("a = 1"), Err(ParseError::NoAbout));
    let named = ParseError::NestedParameter("a".into());
    assert_eq!(error("[parameters]\na = \"$b\"", &[]), named.to_string());
    assert_eq!(error("parameters = 1", &[]), ParseError::Parameters.to_string());
    assert!(Overrides::parse(["a"]).is_err());
    assert!(Overrides::parse(["a=1", "a=2"]).is_err());
}
