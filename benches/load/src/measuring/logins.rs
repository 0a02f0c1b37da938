//! Logins a second.

use std::time::Duration;

use super::failure::Failure;
use super::figures::{Measured, best};
use super::turns::beside_each_other;
use crate::Options;
use crate::contender::{Contender, Setup};
use crate::dialect::Role;
use crate::generator::Generator;
use crate::machine::Machine;
use crate::row::Row;
use crate::script::LoggingIn;

/// How many more clients there are where no password is hashed.
const MORE_WITHOUT_HASHING: u32 = 20;

pub(super) fn rows(options: &Options, machine: &Machine) -> Vec<Row> {
    let count = options.logins;
    let head = |what: &str| (what.to_owned(), "/s", true, None);
    let mut rows = beside_each_other(
        options,
        [head("logins with a password, hashed at full cost")],
        |contender| match contender {
            Contender::Ours => {
                let setup = Setup { by_password: true, ..Setup::of(count) };
                best(options.rounds, true, || measure(options, machine, contender, setup))
            }
            _ => Err(Failure::Without("has no accounts here")),
        },
    );
    let setup = Setup::of(count * MORE_WITHOUT_HASHING);
    rows.extend(beside_each_other(
        options,
        [head("logins: ours resume a session, theirs connect")],
        |contender| best(options.rounds, true, || measure(options, machine, contender, setup)),
    ));
    rows
}

fn measure(
    options: &Options,
    machine: &Machine,
    contender: Contender,
    setup: Setup,
) -> Measured<1> {
    let site = contender.start(options, machine, setup)?;
    let mut generator = Generator::new(site.clients(setup.users, Role::Visitor))?;
    let mut script = LoggingIn::new(setup.users as usize);
    let took = generator.run(&mut script, Duration::from_secs(options.limit.into()))?;
    Ok([f64::from(setup.users) / took.as_secs_f64()])
}
