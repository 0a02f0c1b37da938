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
}

impl<'a> Choice<'a> {
    /// The choice that `table` stands for: it has these keys and no others.
    pub(super) fn of(table: &'a Table) -> Option<Choice<'a>> {
        match (table.len(), table.get("from"), table.get("to")) {
            (2, Some(from), Some(to)) => return Some(Choice::Range(from, to)),
            (1, ..) => {}
            _ => return None,
        }
        let any = table.get("any").map(Choice::Any);
        any.or_else(|| table.get("each").map(Choice::Each))
    }

    /// The choice that `value` stands for.
    pub(super) fn of_value(value: &'a Value) -> Option<Choice<'a>> {
        Choice::of(value.as_table()?)
    }
}
