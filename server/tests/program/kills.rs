//! Accounts that outlast a server which is killed again and again at any moment.

use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::busy_user::BusyUser;
use crate::dice::Dice;
use crate::program::Program;

const ROUNDS: u64 = 16;
const USERS: u64 = 6;

/// Cheap hashes: what is tried is storing, as often as possible. Users take themselves over: the
/// server may hear of a new connection before it hears that the old one is gone.
fn command(data: &Path, round: u64) -> Command {
    let mut command = Program::command("127.0.0.1:0", data);
    command.args(["--password-memory", "8", "--password-passes", "1"]);
    command.args(["--second-device", "take-over"]);
    // With one worker more waits, and what waits is stored at once.
    command.args(["--workers", if round.is_multiple_of(2) { "1" } else { "2" }]);
    command
}

/// Has all users do things until the server is killed, which happens when so many things were
/// confirmed, while others are under way.
fn until_killed(program: Program, users: Vec<BusyUser>, seed: u64, count: u64) -> Vec<BusyUser> {
    let address = program.address;
    let (confirmed, confirmations) = channel();
    let start = |(number, mut user): (u64, BusyUser)| {
        let confirmed: Sender<()> = confirmed.clone();
        thread::spawn(move || {
            let mut dice = Dice::new(seed * USERS + number);
            // Ends with an error, when the server is gone.
            let gone = user.be_busy(address, &mut dice, &confirmed).expect_err("killed");
            (user, gone)
        })
    };
    let threads: Vec<_> = (0..).zip(users).map(start).collect();
    for _ in 0..count {
        confirmations.recv().expect("users do things as long as the server stands");
    }
    program.kill();
    threads.into_iter().map(|thread| thread.join().expect("no user was wronged").0).collect()
}

#[test]
fn what_was_confirmed_outlasts_a_kill_at_any_moment() {
    let directory = tempfile::tempdir().expect("made");
    let mut users: Vec<BusyUser> = (0..USERS).map(BusyUser::new).collect();
    let mut dice = Dice::new(ROUNDS);
    let mut interrupted = 0;
    for round in 0..ROUNDS {
        let program = Program::spawn(&mut command(directory.path(), round));
        for user in &mut users {
            user.find(directory.path(), program.address);
        }
        let count = dice.below(6 * USERS) + 1;
        users = until_killed(program, users, round, count);
        interrupted += users.iter().filter(|user| user.is_waiting()).count() as u64;
    }
    let confirmed: u64 = users.iter().map(|user| user.confirmed).sum();
    assert!(confirmed >= ROUNDS, "{confirmed} things were confirmed");
    assert!(interrupted >= ROUNDS, "{interrupted} things were under way when a server was killed");
}
