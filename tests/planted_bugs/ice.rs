//! Bugs of ICE, and of what the session makes of its paths.

use roomrtc_core::planted_bugs::PlantedBug;
use roomrtc_sim::simulation::RunOptions;

use crate::engines;
use crate::trial::Trial;

pub(crate) const TRIALS: &[Trial] = &[
    Trial {
        name: "a call over a good network",
        scenario: r#"
            lasts = "9 s"
            happenings = [{ at = "8 s", does = { hang-up = { of = "caller" } } }]
            caller.media.bit-rate = "600 kbit/s"
            called.media.bit-rate = "600 kbit/s"
            caller.interfaces = [{ up = [{ model = "delay", by = "25 ms" }] }]
            called.interfaces = [{ up = [{ model = "delay", by = "25 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::NeverNominate,
            PlantedBug::NominateEveryPair,
            PlantedBug::SendBeforePairIsValid,
            PlantedBug::PadWithSpaces,
            PlantedBug::MapOwnAddress,
            PlantedBug::AnswerWithoutFingerprint,
        ],
    },
    Trial {
        name: "a call of 40 s",
        scenario: r#"
            lasts = "40 s"
            caller.media.bit-rate = "100 kbit/s"
            called.media.bit-rate = "100 kbit/s"
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::NoConsentChecks],
    },
    Trial {
        name: "nothing passes between the hosts",
        scenario: r#"
            lasts = "75 s"
            caller.interfaces = [{ up = [{ model = "loss", share = "100 %" }] }]
            called.interfaces = [{ up = [{ model = "loss", share = "100 %" }] }]
            expect = { call = "fails" }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::IceNeverFails, PlantedBug::NoCheckBackoff],
    },
    Trial {
        name: "one direction is lost for good",
        scenario: r#"
            lasts = "60 s"
            expect = { call = "either", recovers-within = "100 s" }
            [caller]
            restarts-ice = false
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "blackout", from = "8 s" }] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::ConsentNeverExpires,
            PlantedBug::ConsentFromTheirChecks,
            PlantedBug::ForgetSilence,
        ],
    },
    Trial {
        name: "both hosts wait for the other to nominate",
        scenario: r#"
            lasts = "12 s"
            caller = { ice-lite = true, media = { bit-rate = "100 kbit/s" } }
            called = { media = { bit-rate = "100 kbit/s" } }
        "#,
        seed: 1,
        options: engines::with_an_unsaid_lite_agent,
        bugs: &[PlantedBug::IgnoreRoleConflict],
    },
    Trial {
        name: "a symmetric NAT and a full cone",
        scenario: r#"
            lasts = "12 s"
            stun-servers = [{}]
            caller.media.bit-rate = "100 kbit/s"
            called.media.bit-rate = "100 kbit/s"
            expect.figures = { connect-time = { at-most = "700 ms" } }
            caller.interfaces = [{ nats = ["symmetric"], up = [{ model = "delay", by = "25 ms" }] }]
            called.interfaces = [{ nats = ["full-cone"], up = [{ model = "delay", by = "25 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::IgnorePeerReflexive],
    },
    Trial {
        name: "two port-restricted NATs",
        scenario: r#"
            lasts = "12 s"
            stun-servers = [{}]
            caller.media.bit-rate = "100 kbit/s"
            called.media.bit-rate = "100 kbit/s"
            caller.interfaces = [{ nats = ["port-restricted"], up = [{ model = "delay", by = "25 ms" }] }]
            called.interfaces = [{ nats = ["port-restricted"], up = [{ model = "delay", by = "25 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::IgnoreLateCandidates, PlantedBug::NoTrickle],
    },
    Trial {
        name: "a NAT whose answers come from elsewhere",
        scenario: r#"
            lasts = "12 s"
            stun-servers = [{}]
            caller.media.bit-rate = "100 kbit/s"
            called.media.bit-rate = "100 kbit/s"
            caller.interfaces = [{ nats = ["apdm-eif"], up = [{ model = "delay", by = "25 ms" }] }]
            called.interfaces = [{ up = [{ model = "delay", by = "25 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::AcceptResponsesFromAnywhere],
    },
    Trial {
        name: "hosts with four addresses, signalled twice",
        scenario: r#"
            lasts = "6 s"
            stun-servers = [{}]
            [caller]
            trickle = { duplicates = 100 }
            media = { bit-rate = "100 kbit/s" }
            interfaces = [
                { up = [{ model = "delay", by = "150 ms" }] },
                { up = [{ model = "delay", by = "150 ms" }] },
                { ipv6 = true, up = [{ model = "delay", by = "150 ms" }] },
                { ipv6 = true, up = [{ model = "delay", by = "150 ms" }] },
            ]
            [called]
            trickle = { duplicates = 100 }
            media = { bit-rate = "100 kbit/s" }
            interfaces = [
                { up = [{ model = "delay", by = "150 ms" }] },
                { up = [{ model = "delay", by = "150 ms" }] },
                { ipv6 = true, up = [{ model = "delay", by = "150 ms" }] },
                { ipv6 = true, up = [{ model = "delay", by = "150 ms" }] },
            ]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::NoPacing, PlantedBug::PairTwice],
    },
    Trial {
        name: "the first checks are lost",
        scenario: r#"
            lasts = "10 s"
            expect = { recovers-within = "5 s", figures = { connect-time = { at-most = "3 s" } } }
            [caller]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "burst", packet = 1, packets = 1 }] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "burst", packet = 1, packets = 1 }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::NoCheckRetransmission],
    },
    Trial {
        name: "the first check of the called is lost",
        scenario: r#"
            lasts = "6 s"
            expect = { figures = { connect-time = { at-most = "400 ms" } } }
            [caller]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "25 ms" }] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [
                { model = "delay", by = "25 ms" },
                { model = "nth", packet = 1, fate = "dropped", only = { kind = "stun" } },
            ] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::NoTriggeredChecks],
    },
    Trial {
        name: "the first of two paths is blocked",
        scenario: r#"
            lasts = "45 s"
            expect = { call = "either", recovers-within = "10 s" }
            [caller]
            restarts-ice = false
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "blackout", from = "6 s" }] }, {}]
            [called]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{}, {}]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::StayOnSilentPair],
    },
    Trial {
        name: "ICE is restarted",
        scenario: r#"
            lasts = "12 s"
            happenings = [{ at = "5 s", does = { restart-ice = { of = "caller" } } }]
            expect = { figures = { longest-freeze = { at-most = "300 ms" } } }
            [caller]
            media = { bit-rate = "200 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "100 ms" }] }]
            [called]
            media = { bit-rate = "200 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "100 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::KeepCredentialsAtRestart,
            PlantedBug::DropPathAtRestart,
            PlantedBug::RestartSequenceNumbers,
        ],
    },
];
