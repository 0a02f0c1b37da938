//! Bugs that help an attacker.

use roomrtc_core::planted_bugs::PlantedBug;
use roomrtc_sim::simulation::RunOptions;

use crate::engines;
use crate::trial::Trial;

pub(crate) const TRIALS: &[Trial] = &[
    Trial {
        name: "forged checks",
        scenario: r#"
            lasts = "6 s"
            attackers = [{ attack = { flood = { forgeries = ["any-stun"], source = "random" } } }]
            caller = { media = { bit-rate = "100 kbit/s" } }
            called = { media = { bit-rate = "100 kbit/s" } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::AnswerUnauthenticatedChecks, PlantedBug::AmplifyRefusals],
    },
    Trial {
        name: "DTLS of strangers",
        scenario: r#"
            lasts = "6 s"
            attackers = [{ attack = { flood = { forgeries = ["any-dtls"], source = "random-port" } } }]
            caller = { media = { bit-rate = "100 kbit/s" } }
            called = { media = { bit-rate = "100 kbit/s" } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::AcceptDtlsFromAnywhere],
    },
    Trial {
        name: "alerts in the clear during the handshake",
        scenario: r#"
            lasts = "8 s"
            caller = { media = { bit-rate = "100 kbit/s" } }
            [called]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "100 ms" }] }]
            [[attackers]]
            attack = { flood = { forgeries = ["dtls-alert"], source = "peer" } }
            rate = 20
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::BelieveClearTextAlerts],
    },
    Trial {
        name: "alerts in the clear after the handshake",
        scenario: r#"
            lasts = "8 s"
            caller = { media = { bit-rate = "100 kbit/s" } }
            called = { media = { bit-rate = "100 kbit/s" } }
            [[attackers]]
            attack = { flood = { forgeries = ["dtls-alert"], source = "peer" } }
            start = "3 s"
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::AcceptClearTextAfterHandshake],
    },
    Trial {
        name: "everything comes again",
        scenario: r#"
            lasts = "8 s"
            attackers = [{ attack = { replay = { delay = "20 ms", interval = "20 ms", times = 2 } } }]
            caller = { media = { bit-rate = "300 kbit/s" } }
            called = { media = { bit-rate = "300 kbit/s" } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::SkipSrtpReplayCheck,
            PlantedBug::SkipSrtcpReplayCheck,
            PlantedBug::SkipRecordReplayCheck,
        ],
    },
    Trial {
        name: "everything comes again from elsewhere",
        scenario: r#"
            lasts = "6 s"
            attackers = [{ attack = { replay = { delay = "20 ms", source = "random" } } }]
            caller = { media = { bit-rate = "300 kbit/s" } }
            called = { media = { bit-rate = "300 kbit/s" } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::AcceptMediaFromAnywhere],
    },
    Trial {
        name: "answers come again when the path is lost",
        scenario: r#"
            lasts = "60 s"
            expect = { call = "either", recovers-within = "100 s" }
            [[attackers]]
            attack = { replay = { traffic = ["stun"], delay = "5 s", interval = "5 s", times = 12 } }
            [caller]
            restarts-ice = false
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "blackout", from = "8 s" }] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::MatchResponsesByAddress],
    },
    Trial {
        name: "a peer without the password answers",
        scenario: r#"
            lasts = "8 s"
            expect = { call = "fails" }
        "#,
        seed: 1,
        options: engines::with_answers_of_another_password,
        bugs: &[PlantedBug::SkipResponseIntegrity],
    },
];
