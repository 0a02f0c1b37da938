//! The tables that stand for a choice.

use toml::{Table, Value};

/// A table that stands for a choice rather than for itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Choice<'a> {
    /// `{ from = .., to = .. }`
    Range(&'a Value, &'a Value),
    /// `{ any = .. }`
    Any(&'a Value),
    /// `{ each = .. }`
    Each(&'a Value),
    /// `{ of = .., is = .., other = .. }`
    Lookup(&'a Value, &'a Table, &'a Value),
}

impl<'a> Choice<'a> {
    /// The choice that `table` stands for: it has these keys and no others.
    pub(super) fn of(table: &'a Table) -> Option<Choice<'a>> {
        match (table.len(), table.get("from"), table.get("to")) {
            (2, Some(from), Some(to)) => return Some(Choice::Range(from, to)),
            (3, ..) => return Choice::lookup(table),
            (1, ..) => {}
            _ => return None,
        }
        let any = table.get("any").map(Choice::Any);
        any.or_else(|| table.get("each").map(Choice::Each))
    }

    fn lookup(table: &'a Table) -> Option<Choice<'a>> {
        let is = table.get("is").and_then(Value::as_table)?;
        Some(Choice::Lookup(table.get("of")?, is, table.get("other")?))
    }

    /// The choice that `value` stands for.
    pub(super) fn of_value(value: &'a Value) -> Option<Choice<'a>> {
        Choice::of(value.as_table()?)
    }
}
