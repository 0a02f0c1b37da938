//! Two whole peers in memory: connecting, and media from one to the other.

#[path = "../tests/allocations/wire.rs"]
mod wire;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use roomrtc_sim::recording::Disclosure;
use wire::{BURST, Wire};

fn connections(criterion: &mut Criterion) {
    let mut seed = 0;
    criterion.bench_function("connect two peers", |bencher| {
        bencher.iter(|| {
            seed += 1;
            Wire::connect(seed, true)
        });
    });
}

fn media(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("media of 20 packets");
    group.throughput(Throughput::Elements(BURST as u64));
    for (name, hands_over_packets) in [("as packets", true), ("as one frame", false)] {
        let mut wire = Wire::connect(1, hands_over_packets);
        let mut bursts = 0;
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                wire.burst();
                bursts += 1;
            });
        });
        let pieces = if hands_over_packets { bursts * BURST } else { bursts };
        assert!(wire.delivered + 20 >= pieces, "{} of {pieces}", wire.delivered);
    }
    group.finish();
}

fn recording(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("media of 20 packets, one frame, both ends recorded");
    group.throughput(Throughput::Elements(BURST as u64));
    for disclosure in Disclosure::ALL {
        let mut wire = Wire::record(false, disclosure);
        let mut bursts = 0;
        group.bench_function(format!("{disclosure:?}"), |bencher| {
            bencher.iter(|| {
                wire.burst();
                bursts += 1;
            });
        });
        assert!(wire.recorded > bursts, "{} bytes", wire.recorded);
    }
    group.finish();
}

criterion_group!(benches, connections, media, recording);
criterion_main!(benches);
