//! Bugs of media and its protection.

use roomrtc_core::planted_bugs::PlantedBug;
use roomrtc_sim::simulation::RunOptions;

use crate::engines::{with_plain_repair, without_repair};
use crate::trial::Trial;

/// All but a few of the frames come through, because lost packets are sent again.
const LOSS: &str = r#"
    lasts = "10 s"
    [expect]
    recovers-within = "1 s"
    figures = { "called.frames-skipped" = { at-most = "6" } }
    [caller]
    media = { bit-rate = "1 Mbit/s" }
    interfaces = [{ up = [
        { model = "delay", by = "20 ms" },
        { model = "loss", share = "5 %", only = { kind = "rtp", since = "2 s" } },
    ] }]
    [called]
    media = { sends = false }
    interfaces = [{ up = [{ model = "delay", by = "20 ms" }] }]
"#;

pub(crate) const TRIALS: &[Trial] = &[
    Trial {
        name: "a call with a hang-up",
        scenario: r#"
            lasts = "9 s"
            happenings = [{ at = "8 s", does = { hang-up = { of = "caller" } } }]
            [caller]
            interfaces = [{ up = [{ model = "delay", by = "10 ms" }] }]
            [called]
            interfaces = [{ up = [{ model = "delay", by = "10 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::SendRtcpInTheClear,
            PlantedBug::UnequalSegments,
            PlantedBug::IgnoreTagOverhead,
            PlantedBug::ReuseSrtcpIndex,
            PlantedBug::TimestampsInMilliseconds,
            PlantedBug::NoMarker,
            PlantedBug::MarkerOnEveryPacket,
            PlantedBug::NoFragmentEnd,
            PlantedBug::NoReportBlocks,
            PlantedBug::IgnoreGoodbye,
            PlantedBug::ReportTooOften,
        ],
    },
    Trial {
        name: "nobody films",
        scenario: r#"
            lasts = "20 s"
            caller = { media = { sends = false } }
            called = { media = { sends = false } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::ReportDeadlineMissing],
    },
    Trial {
        name: "a packet is lost for good",
        scenario: r#"
            lasts = "8 s"
            expect = { recovers-within = "1 s" }
            [caller]
            media = { bit-rate = "2 Mbit/s" }
            interfaces = [{ up = [
                { model = "burst", packet = 302, packets = 1, only = { kind = "rtp" } },
            ] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: without_repair,
        bugs: &[
            PlantedBug::NoRequestAfterLoss,
            PlantedBug::IgnoreRequests,
            PlantedBug::ReleaseIncompleteFrames,
            PlantedBug::ReleaseWithoutReference,
            PlantedBug::WaitForGapsForEver,
        ],
    },
    Trial {
        name: "the first key frame is lost",
        scenario: r#"
            lasts = "6 s"
            expect = { recovers-within = "2 s" }
            [caller]
            media = { bit-rate = "1 Mbit/s" }
            interfaces = [{ up = [
                { model = "burst", packet = 1, packets = 30, only = { kind = "rtp" } },
            ] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::OmitParameterSets],
    },
    Trial {
        name: "packets overtake each other",
        scenario: r#"
            lasts = "8 s"
            expect = { recovers-within = "2 s" }
            [caller]
            media = { bit-rate = "1 Mbit/s" }
            interfaces = [{ up = [{ model = "jitter", up-to = "90 ms", keep-order = false }] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::GiveUpGapsAtOnce, PlantedBug::ReleaseOutOfOrder],
    },
    Trial {
        name: "three of four packets are lost for two seconds",
        scenario: r#"
            lasts = "9 s"
            expect = { recovers-within = "2 s" }
            [caller]
            media = { bit-rate = "1 Mbit/s" }
            interfaces = [{ up = [
                { model = "loss", share = "75 %", only = { kind = "rtp", since = "3 s", until = "5 s" } },
            ] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::RequestStorm, PlantedBug::NackForEver],
    },
    Trial {
        name: "three of four packets are lost for eight seconds",
        scenario: r#"
            lasts = "12 s"
            expect = { recovers-within = "2 s" }
            [caller]
            media = { bit-rate = "1 Mbit/s" }
            interfaces = [{ up = [
                { model = "loss", share = "75 %", only = { kind = "rtp", since = "1 s", until = "9 s" } },
            ] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::ResendWithoutLimit],
    },
    Trial {
        name: "one packet of twenty is lost",
        scenario: LOSS,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::IgnoreNacks, PlantedBug::KeepNumberInRetransmission],
    },
    Trial {
        name: "one packet of twenty is lost, and sent again as it was",
        scenario: LOSS,
        seed: 1,
        options: with_plain_repair,
        bugs: &[PlantedBug::IgnoreNacks, PlantedBug::ResendWithChangedHeader],
    },
    Trial {
        name: "a decoder asks again and again",
        scenario: r#"
            lasts = "8 s"
            happenings = [
                { at = "4 s", does = { request-key-frames = { of = "called", count = 60, every = "30 ms" } } },
            ]
            caller = { media = { bit-rate = "1 Mbit/s" } }
            called = { media = { bit-rate = "1 Mbit/s" } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::KeyFrameStorm],
    },
    Trial {
        name: "sequence numbers wrap",
        scenario: r#"
            lasts = "70 s"
            [expect]
            recovers-within = "2 s"
            figures = { "called.frames-skipped" = { at-most = "0" } }
            [caller]
            largest-datagram = 300
            media = { bit-rate = "2300 kbit/s" }
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::LoseSenderRollOverCounter,
            PlantedBug::LoseReceiverRollOverCounter,
            PlantedBug::BreakSequenceWrap,
        ],
    },
    Trial {
        name: "media overtakes the end of the handshake",
        scenario: r#"
            lasts = "5 s"
            expect = { figures = { "called.frames-skipped" = { at-most = "0" } } }
            [caller]
            media = { bit-rate = "1 Mbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "50 ms", only = { kind = "dtls" } }] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::DropEarlyMedia],
    },
    Trial {
        name: "the path is lost for a minute",
        scenario: r#"
            lasts = "70 s"
            expect = { call = "either", recovers-within = "100 s" }
            [caller]
            restarts-ice = false
            media = { bit-rate = "2 Mbit/s" }
            interfaces = [{ up = [{ model = "blackout", from = "4 s" }] }]
            [called]
            media = { sends = false }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::UnboundedSendQueue],
    },
];
