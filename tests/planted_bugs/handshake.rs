//! Bugs of DTLS.

use roomrtc_core::planted_bugs::PlantedBug;
use roomrtc_sim::simulation::RunOptions;

use crate::engines;
use crate::trial::Trial;

pub(crate) const TRIALS: &[Trial] = &[
    Trial {
        name: "the first flight is lost",
        scenario: r#"
            lasts = "6 s"
            expect = { figures = { connect-time = { at-most = "1 s" } } }
            [caller]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "25 ms" }] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [
                { model = "delay", by = "25 ms" },
                { model = "nth", packet = 1, fate = "dropped", only = { kind = "dtls" } },
            ] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::NoFlightRetransmission, PlantedBug::DtlsDeadlineMissing],
    },
    Trial {
        name: "the last flight is lost",
        scenario: r#"
            lasts = "6 s"
            [caller]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [
                { model = "delay", by = "25 ms" },
                { model = "nth", packet = 2, fate = "dropped", only = { kind = "dtls" } },
            ] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "25 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::IgnoreRepeatedFlights],
    },
    Trial {
        name: "no DTLS passes for 20 s",
        scenario: r#"
            lasts = "30 s"
            [caller]
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [
                { model = "blackout", from = "0 s", until = "20 s", only = { kind = "dtls" } },
            ] }]
            [called]
            media = { bit-rate = "100 kbit/s" }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::NoFlightBackoff, PlantedBug::SendMediaBeforeKeys],
    },
    Trial {
        name: "a call with a hang-up",
        scenario: r#"
            lasts = "9 s"
            happenings = [{ at = "8 s", does = { hang-up = { of = "caller" } } }]
            [caller]
            media = { bit-rate = "600 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "10 ms" }] }]
            [called]
            media = { bit-rate = "600 kbit/s" }
            interfaces = [{ up = [{ model = "delay", by = "10 ms" }] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::RepeatLastFlight,
            PlantedBug::ReuseRecordNumbers,
            PlantedBug::IgnoreCloseNotify,
        ],
    },
    Trial {
        name: "small datagrams overtake each other",
        scenario: r#"
            lasts = "5 s"
            expect = { figures = { connect-time = { at-most = "250 ms" } } }
            [caller]
            largest-datagram = 300
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [
                { model = "delay", by = "25 ms" },
                { model = "jitter", up-to = "10 ms", keep-order = false },
            ] }]
            [called]
            largest-datagram = 300
            media = { bit-rate = "100 kbit/s" }
            interfaces = [{ up = [
                { model = "delay", by = "25 ms" },
                { model = "jitter", up-to = "10 ms", keep-order = false },
            ] }]
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[
            PlantedBug::DropReorderedMessages,
            PlantedBug::WrongFragmentOffset,
            PlantedBug::IgnoreFlightMtu,
        ],
    },
    Trial {
        name: "a cookie is asked for",
        scenario: r#"
            lasts = "5 s"
            caller = { cookie-exchange = true, media = { bit-rate = "100 kbit/s" } }
            called = { cookie-exchange = true, media = { bit-rate = "100 kbit/s" } }
        "#,
        seed: 1,
        options: RunOptions::default,
        bugs: &[PlantedBug::SkipCookieCheck],
    },
    Trial {
        name: "a description names another certificate",
        scenario: r#"
            lasts = "5 s"
            expect = { call = "fails" }
        "#,
        seed: 1,
        options: engines::with_another_fingerprint,
        bugs: &[PlantedBug::AcceptAnyFingerprint],
    },
    Trial {
        name: "a peer poses as the owner of another's certificate",
        scenario: r#"
            lasts = "5 s"
            expect = { call = "fails" }
        "#,
        seed: 1,
        options: engines::with_an_impostor,
        bugs: &[PlantedBug::SkipSignatureCheck],
    },
];
