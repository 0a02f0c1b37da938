//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::contender::Contender;
use crate::machine::Machine;
use crate::measuring::Subject;

/// Room RTC's signalling server beside mosquitto and the PeerJS server, under the same load.
#[derive(Clone, Debug, Parser)]
#[command(name = "roomrtc-bench-load", version)]
pub struct Options {
    /// Print the rows as JSON
    #[arg(long)]
    pub json: bool,

    /// What to measure, separated by commas; all if it is not given
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub only: Vec<Subject>,

    /// Whom to measure, separated by commas; all if it is not given
    #[arg(long, value_name = "WHOM", value_delimiter = ',')]
    pub whom: Vec<Contender>,

    /// Our server's program; the one beside this program if it is not given
    #[arg(long, value_name = "PATH")]
    pub server: Option<PathBuf>,

    /// Mosquitto's program
    #[arg(long, value_name = "PATH", default_value = "mosquitto")]
    pub mosquitto: PathBuf,

    /// The PeerJS server's program
    #[arg(long, value_name = "PATH", default_value = "peerjs")]
    pub peerjs: PathBuf,

    /// Idle connections over which memory is measured
    #[arg(long, value_name = "COUNT", default_value_t = 5_000)]
    pub idle: u32,

    /// Logins with a password; those without are twenty times as many
    #[arg(long, value_name = "COUNT", default_value_t = 100)]
    pub logins: u32,

    /// Pairs that relay
    #[arg(long, value_name = "COUNT", default_value_t = 64)]
    pub pairs: u32,

    /// Messages of a pair that are under way at the same time
    #[arg(long, value_name = "COUNT", default_value_t = 4)]
    pub window: u32,

    /// How long pairs relay in a round, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    pub seconds: u32,

    /// Rounds of logins, relays and changes of presence, of which the best counts
    #[arg(long, value_name = "COUNT", default_value_t = 3)]
    pub rounds: u32,

    /// Users who log in and see each other
    #[arg(long, value_name = "COUNT", default_value_t = 10_000)]
    pub users: u32,

    /// Users who watch another's presence
    #[arg(long, value_name = "COUNT", default_value_t = 1_000)]
    pub watchers: u32,

    /// The longest that one measurement may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    pub limit: u32,
}

impl Options {
    /// These options with no more connections than the machine allows, and what was changed.
    pub fn fitted(mut self, machine: &Machine) -> (Options, Vec<String>) {
        let most = machine.most_connections();
        let mut notes = Vec::new();
        let mut fit = |what: &str, count: &mut u32, most: u32| {
            if *count > most {
                notes.push(format!("{what}: {most} in the place of {count}: too few open files"));
                *count = most;
            }
        };
        fit("idle connections", &mut self.idle, most);
        fit("pairs", &mut self.pairs, most / 2);
        fit("users", &mut self.users, most);
        fit("watchers", &mut self.watchers, most.saturating_sub(2));
        (self, notes)
    }

    /// What a reader has to know of the rows.
    pub fn notes(&self) -> Vec<String> {
        vec![
            format!(
                "{} pairs relay with {} messages of 3,000 bytes under way each; logins 64 at a time; \
                 the best of {} rounds counts.",
                self.pairs, self.window, self.rounds
            ),
            "mosquitto: anonymous, QoS 0, nothing persistent, retained presence, wildcard subscriptions."
                .to_owned(),
            "PeerJS: its program as it is; it has no accounts, and tells nobody who is there."
                .to_owned(),
            "Memory is the process's: resident bytes with the connections less those without."
                .to_owned(),
            "A ratio above 1 is ours ahead; under attack, it is how many times shorter it took."
                .to_owned(),
        ]
    }

    /// Whether this is to be measured.
    pub fn measures(&self, subject: Subject) -> bool {
        self.only.is_empty() || self.only.contains(&subject)
    }

    /// Whether this server is to be measured.
    pub fn includes(&self, contender: Contender) -> bool {
        self.whom.is_empty() || self.whom.contains(&contender)
    }
}
