//! Writes a scenario as a file of few lines.

use toml::{Table, Value};

use crate::scenario::{InterfaceParameters, Scenario};

/// The file of a plain scenario that is run from `seed`: only what differs from a scenario that
/// says nothing, each table on a line of its own. Reading it gives the same scenario.
///
/// # Errors
/// Those of the serializer.
pub fn write_scenario(scenario: &Scenario, seed: u64) -> Result<String, toml::ser::Error> {
    let scenario = Table::try_from(scenario)?;
    let default = Table::try_from(Scenario::default())?;
    let interface = Table::try_from(InterfaceParameters::default())?;
    let mut output = String::new();
    let mut differing = differing(&scenario, &default, &interface);
    let about = differing.remove("about").unwrap_or_else(|| Value::String("A scenario".into()));
    output.push_str(&format!("about = {about}\nseed = {seed}\n"));
    let faults = differing.remove("faults");
    let (tables, plain): (Table, Table) = differing.into_iter().partition(|(_, v)| v.is_table());
    for (name, value) in &plain {
        output.push_str(&format!("{name} = {value}\n"));
    }
    if let Some(Value::Array(faults)) = faults {
        let lines: String = faults.iter().map(|fault| format!("    {fault},\n")).collect();
        output.push_str(&format!("faults = [\n{lines}]\n"));
    }
    for (name, table) in tables.iter().filter_map(|(name, table)| Some((name, table.as_table()?))) {
        output.push_str(&format!("\n[{name}]\n"));
        for (name, value) in table {
            output.push_str(&format!("{name} = {value}\n"));
        }
    }
    Ok(output)
}

/// What `table` has other than `default`. Interfaces are compared with one that says nothing.
fn differing(table: &Table, default: &Table, interface: &Table) -> Table {
    let mut output = Table::new();
    for (name, value) in table {
        if default.get(name) == Some(value) {
            continue;
        }
        let value = match (value, default.get(name)) {
            (Value::Table(table), Some(Value::Table(default))) => {
                Value::Table(differing(table, default, interface))
            }
            (Value::Array(list), _) if name == "interfaces" => {
                let shorter = |value: &Value| match value {
                    Value::Table(table) => Value::Table(differing(table, interface, interface)),
                    other => other.clone(),
                };
                Value::Array(list.iter().map(shorter).collect())
            }
            _ => value.clone(),
        };
        output.insert(name.clone(), value);
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Loss;
    use crate::quantity::Span;
    use crate::scenario::format::{Overrides, ScenarioFile};
    use crate::scenario::{Occurrence, Side};

    #[test]
    fn what_is_written_is_short_and_read_back() {
        let lasts = Span::secs(3);
        let mut scenario = Scenario::call()
            .link(Loss::percent(5))
            .at(Span::secs(4), Occurrence::Suspend { of: Side::Called, lasts });
        scenario.about = "Two faults that freeze the picture".into();
        scenario.called.media.group = 60;
        let fault = "caller-up 17 loss: dropped".parse().expect("a fault");
        scenario.faults = Some(vec![fault]);
        let text = write_scenario(&scenario, 7).expect("a file");
        assert!(text.lines().count() <= 15, "{text}");
        assert!(text.contains("    \"caller-up 17 loss: dropped\",\n"), "{text}");
        let file = ScenarioFile::parse(&text).expect(&text);
        let none = Overrides::default();
        let case = file.cases(&none).expect("cases").remove(0);
        assert_eq!(file.seed(), Some(7));
        let read: Scenario = file.instantiate(0, &case, &none).expect(&text);
        assert_eq!(read, scenario);
    }
}
