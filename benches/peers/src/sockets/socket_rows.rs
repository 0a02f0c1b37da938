//! What is measured over sockets.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use super::calls::Calls;
use super::loopback::Loopback;
use crate::measuring::{Candidate, best, cpu_time};
use crate::rows::{BURST, STEP, pieces};
use crate::stacks::{OurStack, RtcStack, Str0mStack};
use crate::{Level, Row, Stack};

/// CPU time and packets so far.
type Cost = Rc<Cell<(Duration, usize)>>;

/// Bursts of frames through the sockets.
fn carrying<S: Stack + 'static>(calls: Calls, cost: &Cost) -> Candidate<'static> {
    let mut stack = S::connect(Level::Frames);
    let mut loopback = Loopback::new(calls).expect("the loopback interface");
    let cost = Rc::clone(cost);
    Box::new(move || {
        let before = cpu_time();
        let mut count = 0;
        for _ in 0..20 {
            stack.write(pieces(Level::Frames));
            stack.transmit(&mut |bytes, segment| loopback.send(bytes, segment));
            count += loopback.receive(&mut |datagram| stack.receive(datagram));
            stack.advance(STEP);
        }
        assert!(count >= 20 * BURST - BURST, "{}: {count} arrived", S::NAME);
        let (cpu, packets) = cost.get();
        cost.set((cpu + cpu_time().saturating_sub(before), packets + count));
        count
    })
}

fn nanos_by_packet(cost: &Cost) -> f64 {
    let (cpu, packets) = cost.get();
    cpu.as_nanos() as f64 / packets as f64
}

/// Frames over sockets: packets a second, and CPU time by packet, both ends together.
pub fn rows() -> Vec<Row> {
    let costs: [Cost; 3] = Default::default();
    let nanos = best(&mut [
        carrying::<OurStack>(Calls::Batched, &costs[0]),
        carrying::<Str0mStack>(Calls::Single, &costs[1]),
        carrying::<RtcStack>(Calls::Single, &costs[2]),
    ]);
    let row = |what: &str, unit, is_rate, figures: [f64; 3]| Row {
        what: what.to_owned(),
        unit,
        is_rate,
        ours: figures[0],
        theirs: vec![(Str0mStack::NAME, figures[1]), (RtcStack::NAME, figures[2])],
    };
    let rates = [1e9 / nanos[0], 1e9 / nanos[1], 1e9 / nanos[2]];
    let cpu = [0, 1, 2].map(|index: usize| nanos_by_packet(&costs[index]));
    vec![
        row("packets over loopback sockets, in frames", "/s", true, rates),
        row("CPU by packet over loopback sockets", "ns", false, cpu),
    ]
}
