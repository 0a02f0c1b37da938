//! What is to be run.

use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::scenario::format::{Case, Overrides};

use super::Source;
use crate::cli::Selection;
use crate::failure::Failure;

/// A scenario with its parameters and the cases that are wanted.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) source: Source,
    /// The cases that are wanted.
    pub(crate) cases: Vec<Case>,
    /// Whether there are others, or several are wanted: a command must then name the case.
    has_cases: bool,
    overrides: Overrides,
    set: Vec<String>,
}

impl Plan {
    /// What is to be run, as it was selected.
    pub(crate) fn new(selection: &Selection) -> Result<Plan, Failure> {
        let source = Source::open(&selection.name)?;
        let overrides = Overrides::parse(selection.set.iter().map(String::as_str))?;
        let all = source.file.cases(&overrides);
        let all = all.map_err(|error| Failure::Resolve(source.name.clone(), error))?;
        let has_cases = all.len() > 1;
        let cases = match &selection.case {
            None => all,
            Some(wanted) => vec![choose(&source.name, all, wanted)?],
        };
        Ok(Plan { source, cases, has_cases, overrides, set: selection.set.clone() })
    }

    /// The seed that is meant where none was given.
    pub(crate) fn seed(&self, given: Option<u64>) -> u64 {
        given.or(self.source.file.seed()).unwrap_or(1)
    }

    /// The scenario of a seed and a case.
    pub(crate) fn scenario(&self, seed: u64, case: &Case) -> Result<Scenario, Failure> {
        let resolved = self.source.file.instantiate(seed, case, &self.overrides);
        resolved.map_err(|error| Failure::Resolve(self.source.name.clone(), error))
    }

    /// The command that runs a seed and a case again.
    pub(crate) fn command(&self, seed: u64, case: &Case) -> String {
        let mut command = format!("roomrtc-sim run {} --seed {seed}", quoted(&self.source.name));
        for set in &self.set {
            command.push_str(&format!(" --set {}", quoted(set)));
        }
        if self.has_cases {
            command.push_str(&format!(" --case {}", case.number));
        }
        command
    }

    /// What a case is called where there are several; empty otherwise.
    pub(crate) fn case_name(&self, case: &Case) -> String {
        if self.has_cases { case.to_string() } else { String::new() }
    }
}

/// The case that was asked for by its number or its values.
fn choose(name: &str, cases: Vec<Case>, wanted: &str) -> Result<Case, Failure> {
    let is_wanted =
        |case: &Case| wanted.parse() == Ok(case.number) || case.to_string() == wanted.trim();
    let most = 12;
    let mut known: Vec<String> =
        cases.iter().take(most).map(|case| format!("{} ({case})", case.number)).collect();
    if cases.len() > most {
        known.push(format!("and so on to {}", cases.len() - 1));
    }
    cases.into_iter().find(is_wanted).ok_or_else(|| Failure::UnknownCase {
        name: name.to_owned(),
        case: wanted.to_owned(),
        known: known.join(", "),
    })
}

/// A word of a shell command.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_=./,:+@%".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(set: &[&str], case: Option<&str>) -> Selection {
        Selection {
            name: "loss".into(),
            set: set.iter().map(|set| (*set).to_owned()).collect(),
            case: case.map(str::to_owned),
        }
    }

    #[test]
    fn the_command_of_a_run_names_everything_that_matters() {
        let plan =
            Plan::new(&selection(&["bit-rate=90 kbit/s"], Some("loss=5 %"))).expect("a plan");
        let command = plan.command(7, &plan.cases[0]);
        assert_eq!(command, "roomrtc-sim run loss --seed 7 --set 'bit-rate=90 kbit/s' --case 1");
        let plan = Plan::new(&selection(&["loss=3 %"], None)).expect("a plan");
        assert_eq!(plan.cases.len(), 1);
        assert_eq!(plan.case_name(&plan.cases[0]), "");
        let command = plan.command(7, &plan.cases[0]);
        assert_eq!(command, "roomrtc-sim run loss --seed 7 --set 'loss=3 %'");
    }

    #[test]
    fn mistakes_are_told_in_a_sentence() {
        let error = |set: &[&str], case| Plan::new(&selection(set, case)).expect_err("wrong");
        let unknown = error(&["los=1"], None).to_string();
        assert!(unknown.contains("there is no parameter `los`"), "{unknown}");
        let case = error(&[], Some("9")).to_string();
        assert!(case.starts_with("`loss` has no case `9`: there are 0 (loss=1 %), 1"), "{case}");
        let none = Source::open("no such").expect_err("wrong").to_string();
        assert!(none.contains("there is no scenario `no such`"), "{none}");
    }

    #[test]
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("a=5%"), "a=5%");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }
}
