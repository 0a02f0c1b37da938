//! Scenarios of which every case counts.

use std::collections::BTreeSet;

use super::shipping::{held, shipped};

#[test]
fn whichever_datagrams_of_a_handshake_are_lost_it_connects_in_time() {
    let (file, cases) = shipped("drop-each");
    let mut lost = BTreeSet::new();
    for case in &cases {
        for seed in 1..=2 {
            lost.insert(held("drop-each", &file, case, seed).ledger.committed());
        }
    }
    assert_eq!(lost, BTreeSet::from([0, 1, 2]));
}

#[test]
fn of_the_45_pairs_of_kinds_of_nats_23_connect() {
    let (file, cases) = shipped("nat-matrix");
    let (mut all, mut connecting) = (BTreeSet::new(), BTreeSet::new());
    for case in &cases {
        let mut kinds: Vec<String> = case.choices.values().map(ToString::to_string).collect();
        kinds.sort();
        let outcome = held("nat-matrix", &file, case, 1);
        let has_connected = outcome.figures.value(Some("caller"), "connect-time").is_some();
        assert_eq!(has_connected, outcome.prediction.connects(), "{case}");
        if has_connected {
            connecting.insert(kinds.clone());
        }
        all.insert(kinds);
    }
    assert_eq!((cases.len(), all.len(), connecting.len()), (81, 45, 23));
}
