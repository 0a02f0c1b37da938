//! Chains of link models, as they may be.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use roomrtc_sim::ledger::{Bits, Fate};
use roomrtc_sim::link::{
    Blackout, Burst, CoDel, Corrupt, Delay, DeliveryTrace, Duplicate, EcnMark, GilbertElliott,
    Jitter, Kinds, LinkParameters, Loss, Model, Mtu, Nth, QueueLimit, RateLimit, Reorder,
    Selection,
};
use roomrtc_sim::quantity::{BitRate, Share, Size, Span};

/// Up to six stages, in any order.
pub(super) fn any_chain() -> impl Strategy<Value = Vec<LinkParameters>> {
    vec(any_stage(), 0..6)
}

fn any_stage() -> impl Strategy<Value = LinkParameters> {
    (any_model(), any_selection(), option::weighted(0.2, "[a-z]{1,3}")).prop_map(
        |(model, only, name)| {
            let stage = LinkParameters::new(model).only(only);
            name.map_or(stage.clone(), |name| stage.named(&name))
        },
    )
}

fn any_selection() -> impl Strategy<Value = Selection> {
    let kinds = prop_oneof![Just(Kinds::RTP.and(Kinds::RTCP)), Just(Kinds::DTLS)];
    (option::weighted(0.2, kinds), option::weighted(0.1, span(500)))
        .prop_map(|(kind, since)| Selection { kind, since, ..Selection::default() })
}

fn any_model() -> impl Strategy<Value = Model> {
    prop_oneof![any_loss(), any_lateness(), any_queue(), any_change()]
}

fn any_loss() -> impl Strategy<Value = Model> {
    prop_oneof![
        share().prop_map(|share| Loss { share }.into()),
        (share(), 1..9_u32).prop_map(|(loss, burst)| GilbertElliott::mean(loss, burst).into()),
        (1..100_u64, span(300), 0..20_u64).prop_map(|(packet, at, packets)| Burst {
            packet,
            at,
            packets
        }
        .into()),
        (span(300), option::of(span(300)), option::of(span(100)))
            .prop_map(|(from, until, every)| Blackout { from, until, every }.into()),
        (1..100_u64, any_fate(), option::of(1..50_u64)).prop_map(|(packet, fate, every)| Nth {
            packet,
            fate,
            every
        }
        .into()),
    ]
}

fn any_lateness() -> impl Strategy<Value = Model> {
    prop_oneof![
        span(50).prop_map(|by| Delay { by }.into()),
        (span(50), share(), any::<bool>()).prop_map(|(up_to, share, keep_order)| Jitter {
            up_to,
            share,
            keep_order
        }
        .into()),
        (share(), span(50), 0..6_u32).prop_map(|(share, by, packets)| Reorder {
            share,
            by,
            packets
        }
        .into()),
        (share(), span(20)).prop_map(|(share, late_up_to)| Duplicate { share, late_up_to }.into()),
    ]
}

fn any_queue() -> impl Strategy<Value = Model> {
    let rate = || (100..20_000_u64).prop_map(BitRate::kilobits);
    prop_oneof![
        (rate(), limit(), option::of(span(30))).prop_map(|(rate, queue, mark_from)| RateLimit {
            rate,
            queue,
            mark_from
        }
        .into()),
        (rate(), limit(), any::<bool>()).prop_map(|(rate, queue, ecn)| CoDel {
            queue,
            ecn,
            ..CoDel::new(rate)
        }
        .into()),
        (vec(0..20_u32, 1..30), limit()).prop_map(|(gaps, queue)| recorded(&gaps, queue)),
    ]
}

fn recorded(gaps: &[u32], queue: QueueLimit) -> Model {
    let mut millis = 1;
    let lines = gaps.iter().map(|gap| {
        millis += gap;
        millis.to_string()
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    DeliveryTrace { opportunities: text.parse().expect("rising lines"), queue }.into()
}

fn any_change() -> impl Strategy<Value = Model> {
    prop_oneof![
        (share(), 1..6_u32).prop_map(|(share, bits)| Corrupt { share, bits }.into()),
        share().prop_map(|share| EcnMark { share }.into()),
        (500..1_600_u64).prop_map(|bytes| Mtu::bytes(bytes).into()),
    ]
}

pub(super) fn any_fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        Just(Fate::Dropped),
        Just(Fate::Marked),
        span(50).prop_map(Fate::Late),
        span(50).prop_map(Fate::Duplicated),
        vec(0..12_000_u32, 1..5).prop_map(|places| Fate::Flipped(Bits(places))),
        (1..5_u32, span(50)).prop_map(|(packets, at_most)| Fate::HeldBack { packets, at_most }),
    ]
}

fn limit() -> impl Strategy<Value = QueueLimit> {
    prop_oneof![
        (0..60_000_u64).prop_map(|bytes| QueueLimit::Bytes(Size::bytes(bytes))),
        span(300).prop_map(QueueLimit::Time),
    ]
}

fn share() -> impl Strategy<Value = Share> {
    prop_oneof![
        4 => (0..300_000_000_u32).prop_map(Share::billionths),
        1 => Just(Share::ALL),
    ]
}

/// Up to so many milliseconds, whole ones often: equal times are where order is hard.
fn span(millis: u64) -> impl Strategy<Value = Span> {
    prop_oneof![
        (0..millis + 1).prop_map(Span::millis),
        (0..millis * 1_000_000).prop_map(Span::nanos),
    ]
}
