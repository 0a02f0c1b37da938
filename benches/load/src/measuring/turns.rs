//! One server after the other.

use std::io;

use super::figures::{Measured, cells};
use super::{Subject, attacks, logins, memory, presence, relays};
use crate::Options;
use crate::contender::Contender;
use crate::machine::Machine;
use crate::row::Row;

/// What a row is about, but for its figures: what, unit, whether it is a rate, aim.
pub(super) type Head = (String, &'static str, bool, Option<f64>);

/// Measures everything that is asked for, and gives each row to `sink` when it is done.
///
/// # Errors
/// What `sink` returns. Servers that cannot be measured are figures.
pub fn rows(
    options: &Options,
    machine: &Machine,
    sink: &mut dyn FnMut(Row) -> io::Result<()>,
) -> io::Result<()> {
    for subject in Subject::ALL.into_iter().filter(|subject| options.measures(*subject)) {
        let measured = match subject {
            Subject::Memory => memory::rows(options, machine),
            Subject::Logins => logins::rows(options, machine),
            Subject::Relays => relays::rows(options, machine),
            Subject::Attacks => attacks::rows(options, machine),
            Subject::Gathering => presence::gathering_rows(options, machine),
            Subject::Presence => presence::rows(options, machine),
        };
        measured.into_iter().try_for_each(&mut *sink)?;
    }
    Ok(())
}

/// The rows of one measurement, which every server takes in turn.
pub(super) fn beside_each_other<const ROWS: usize>(
    options: &Options,
    heads: [Head; ROWS],
    mut measure: impl FnMut(Contender) -> Measured<ROWS>,
) -> Vec<Row> {
    let empty = |(what, unit, is_rate, aim)| Row { what, unit, is_rate, aim, figures: Vec::new() };
    let mut rows = heads.map(empty);
    for contender in Contender::ALL.into_iter().filter(|one| options.includes(*one)) {
        for (row, cell) in rows.iter_mut().zip(cells(measure(contender))) {
            row.figures.push((contender.name(), cell));
        }
    }
    rows.into()
}
