//! An access unit of 1 MB into payloads of 1,160 bytes, and out of them again.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use roomrtc_core::codec::h264::{
    AccessUnit, Depacketizer, PacketizationMode, Packetizer, ParameterSets,
};

const PAYLOAD: usize = 1_160;

/// One IDR slice in Annex B, without a zero in it.
fn stream() -> Vec<u8> {
    let mut stream = vec![0, 0, 0, 1, 0x65];
    stream.extend((0..1_000_000_usize).map(|place| (place % 251) as u8 + 1));
    stream
}

fn packetize(stream: &[u8], unit: &mut AccessUnit, mut take: impl FnMut(&[u8])) {
    unit.fill(stream, &mut ParameterSets::default());
    let mut packetizer = Packetizer::new(PacketizationMode::NonInterleaved, PAYLOAD);
    let mut payload = Vec::with_capacity(PAYLOAD);
    while packetizer.next_payload(unit, &mut payload).is_some() {
        take(&payload);
        payload.clear();
    }
}

fn frames(criterion: &mut Criterion) {
    let (stream, mut unit) = (stream(), AccessUnit::new());
    let mut payloads: Vec<Vec<u8>> = Vec::new();
    packetize(&stream, &mut unit, |payload| payloads.push(payload.to_vec()));
    let mut group = criterion.benchmark_group("h264");
    group.throughput(Throughput::Bytes(stream.len() as u64));
    group.bench_function("packetize", |bencher| {
        bencher.iter(|| packetize(&stream, &mut unit, |payload| assert!(!payload.is_empty())));
    });
    group.bench_function("depacketize", |bencher| {
        let mut output = Vec::new();
        bencher.iter(|| {
            output.clear();
            let mut depacketizer = Depacketizer::new();
            for payload in &payloads {
                depacketizer.push(payload, &mut output).expect("a payload of ours");
            }
        });
        assert_eq!(output, stream);
    });
    group.finish();
}

criterion_group!(benches, frames);
criterion_main!(benches);
