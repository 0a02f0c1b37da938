//! Flags and the settings file say the same things, and the example says the defaults.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{CommandFactory, Parser};

use roomrtc_server::CertificateSource;

use super::options::Options;
use super::settings::Settings;

/// The example that operators begin with.
const EXAMPLE: &str = include_str!("../../roomrtc-server.toml");

/// Settings without a value of their own, which the example shows behind `#`.
const WITHOUT_DEFAULT: [&str; 5] = ["certificate", "key", "log", "metrics", "workers"];

fn from_flags(arguments: &[String]) -> Settings {
    let program = ["roomrtc-server".to_owned()];
    let options = Options::try_parse_from(program.iter().chain(arguments));
    options.expect("flags that there are").settings
}

fn from_file(text: &str) -> Result<Settings, String> {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("settings.toml");
    std::fs::write(&path, text).expect("written");
    Settings::read(Some(&path), &Settings::default()).map_err(|error| error.to_string())
}

/// Keys and help of all flags that are settings.
fn flags() -> BTreeMap<String, String> {
    let command = Options::command();
    let arguments = command.get_arguments().filter(|argument| argument.get_id() != "config");
    let flag = |argument: &clap::Arg| {
        let key = argument.get_long()?.replace('-', "_");
        Some((key, argument.get_help().map(ToString::to_string).unwrap_or_default()))
    };
    arguments.filter_map(flag).collect()
}

/// The example with what is shown behind `#` in force.
fn whole_example() -> toml::Table {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(key) if !key.starts_with(' ') => format!("{key}\n"),
        _ => format!("{line}\n"),
    };
    EXAMPLE.lines().map(line).collect::<String>().parse().expect("TOML")
}

#[test]
fn the_example_says_the_defaults() {
    let example = from_file(EXAMPLE).expect("the example is right");
    let default = Settings::default();
    assert_eq!(example.server(), default.server());
    assert_eq!(example.log(), default.log());
}

#[test]
fn the_example_has_every_flag_and_nothing_else() {
    let flags: Vec<String> = flags().into_keys().collect();
    let mut keys: Vec<String> = whole_example().keys().cloned().collect();
    keys.sort();
    assert_eq!(keys, flags);
    let example: toml::Table = EXAMPLE.parse().expect("TOML");
    let shown: Vec<&String> = flags.iter().filter(|key| !example.contains_key(*key)).collect();
    assert_eq!(shown, WITHOUT_DEFAULT);
}

#[test]
fn the_help_names_the_defaults_of_the_example() {
    let example: toml::Table = EXAMPLE.parse().expect("TOML");
    for (key, help) in flags() {
        let Some(default) = help.split_once("[default: ").map(|(_, rest)| rest) else {
            let has_none = key == "origins" || WITHOUT_DEFAULT.contains(&key.as_str());
            assert!(has_none, "the help does not name the default of {key}");
            continue;
        };
        let value = example[&key].to_string();
        assert_eq!(default.trim_end_matches(']'), value.trim_matches('"'), "{key}");
    }
}

#[test]
fn a_flag_and_a_key_mean_the_same() {
    for (key, mut value) in whole_example() {
        if value.as_array().is_some_and(Vec::is_empty) {
            value = toml::Value::from(vec!["https://a.example", "https://b.example"]);
        }
        let file: Settings = toml::from_str(&format!("{key} = {value}")).expect("a setting");
        assert_ne!(file, Settings::default(), "{key}");
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(values) => {
                let texts = values.iter().filter_map(toml::Value::as_str);
                texts.collect::<Vec<_>>().join(",")
            }
            other => other.to_string(),
        };
        let flag = format!("--{}={value}", key.replace('_', "-"));
        assert_eq!(from_flags(&[flag]), file, "{key}");
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let error = from_file("certificate = \"c\"").expect_err("refused");
    assert_eq!(error, "certificate and key are given together, or none of them");
    let error = from_file("metrics = \"0.0.0.0:1\"").expect_err("refused");
    assert_eq!(error, "metrics are for a loopback address, not for 0.0.0.0:1");
    let files = from_file("certificate = \"c\"\nkey = \"k\"").expect("together");
    let source = CertificateSource::Files { certificate: "c".into(), key: "k".into() };
    assert_eq!(files.server().certificate, source);
}

#[test]
fn a_flag_of_yes_and_no_stands_alone_or_with_its_value() {
    let server = |flag: &str| from_flags(&[flag.to_owned()]).server();
    assert!(server("--allow-plain").allow_plain && !server("--allow-plain=false").allow_plain);
    assert!(server("--stun").stun && !server("--stun=false").stun);
}

#[test]
fn flags_win() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("settings.toml");
    std::fs::write(&path, "ring_timeout = 7\nlogin_timeout = 8\n").expect("written");
    let flags = from_flags(&["--ring-timeout=9".to_owned()]);
    let settings = Settings::read(Some(&path), &flags).expect("read");
    let hub = settings.server().hub;
    assert_eq!((hub.ring_timeout.as_secs(), hub.login_timeout.as_secs()), (9, 8));
}

#[test]
fn an_unknown_key_is_named_with_its_file() {
    let error = from_file("ring_timeout = 7\nring_timout = 7\n").expect_err("refused");
    assert!(error.contains("settings.toml") && error.contains("`ring_timout`"), "{error}");
    let error = from_file("ring_timeout = \"long\"\n").expect_err("refused");
    assert!(error.contains("settings.toml") && error.contains("ring_timeout"), "{error}");
    let none = Settings::read(Some(Path::new("/nowhere/s.toml")), &Settings::default());
    let error = none.expect_err("refused").to_string();
    assert!(error.contains("/nowhere/s.toml"), "{error}");
}

#[test]
fn settings_may_stand_before_and_behind_a_subcommand() {
    for line in ["--data x users list", "users list --data x", "users --data x list"] {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        assert_eq!(from_flags(&words).data(), Path::new("x"), "{line}");
    }
    Options::command().debug_assert();
}
