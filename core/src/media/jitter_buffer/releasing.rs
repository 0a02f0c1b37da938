//! Taking out frames whose time has come.

use super::buffer::JitterBuffer;
use super::frame::Frame;
use crate::base::Time;
use crate::codec::h264::{Depacketizer, NalUnitHeader, ParameterSet};
use crate::media::packet_pool::PacketPool;
use crate::media::{DropReason, ReceivedFrame};
use crate::planted_bugs::{PlantedBug, is_planted};

impl JitterBuffer {
    /// Takes out the next frame whose time has come and appends its byte stream.
    pub(in crate::media) fn release(
        &mut self,
        now: Time,
        media: usize,
        output: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) -> Option<ReceivedFrame> {
        self.told = self.told.max(now);
        while let Some(frame) = self.take_due(now) {
            let start = output.len();
            if !self.assemble(&frame, output, pool) {
                output.truncate(start);
                self.drops.add(DropReason::MalformedPayload, frame.packets());
                self.drop_undecodable(pool);
                continue;
            }
            self.released.0 += 1;
            self.released.1 += now.since(frame.arrivals.0);
            return Some(ReceivedFrame {
                media,
                timestamp: frame.timestamp,
                length: output.len() - start,
                is_key_frame: frame.is_key_frame,
                is_decodable: true,
                first_arrival: frame.arrivals.0,
                last_arrival: frame.arrivals.1,
            });
        }
        None
    }

    fn take_due(&mut self, now: Time) -> Option<Frame> {
        if is_planted(PlantedBug::ReleaseOutOfOrder) {
            return self.frames.pop_back_if(|frame| frame.due <= now);
        }
        self.frames.pop_front_if(|frame| frame.due <= now)
    }

    /// Appends the byte stream of a frame; whether all of it was sound.
    fn assemble(&mut self, frame: &Frame, output: &mut Vec<u8>, pool: &mut PacketPool) -> bool {
        if frame.is_key_frame {
            self.write_missing_sets(frame, output);
        }
        let mut depacketizer = Depacketizer::new();
        let mut is_sound = true;
        for number in frame.first..frame.end {
            let Some(slot) = self.slots.remove(number) else { continue };
            if !slot.payload().is_empty() {
                is_sound &= depacketizer.push(slot.payload(), output).is_ok();
            }
            pool.put(slot.packet);
        }
        depacketizer.finish(output).is_ok() && is_sound
    }

    fn write_missing_sets(&self, frame: &Frame, output: &mut Vec<u8>) {
        let write = |set: &ParameterSet, output: &mut Vec<u8>| {
            output.extend_from_slice(&[0, 0, 0, 1]);
            output.extend_from_slice(set.unit());
        };
        if !frame.summary.has_sequence_parameter_set {
            let sets = self.sets.of_type(NalUnitHeader::SEQUENCE_PARAMETER_SET);
            sets.for_each(|set| write(set, output));
        }
        if !frame.summary.has_picture_parameter_set {
            let sets = self.sets.of_type(NalUnitHeader::PICTURE_PARAMETER_SET);
            sets.for_each(|set| write(set, output));
        }
    }
}
