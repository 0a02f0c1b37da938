//! What is sent: flights, application data, alerts.

use super::Endpoint;
use crate::dtls::record::{ContentType, RecordWriter, SequenceExhausted};
use crate::dtls::{Failure, ProtocolVersion};
use crate::planted_bugs::{PlantedBug, is_planted};

impl Endpoint {
    /// Appends the next datagram to `output`; false if there is none.
    pub fn poll_transmit(&mut self, output: &mut Vec<u8>) -> bool {
        let start = output.len();
        let written = self
            .write_challenge(output)
            .and_then(|()| self.write_flight(start, output))
            .and_then(|()| self.write_data(start, output))
            .and_then(|()| self.write_alert(start, output));
        if written.is_err() {
            self.break_off(Failure::SequenceNumbersExhausted);
        }
        output.len() > start
    }

    fn write_challenge(&mut self, output: &mut Vec<u8>) -> Result<(), SequenceExhausted> {
        let Some(record) = self.challenge.take() else { return Ok(()) };
        let payload = |output: &mut Vec<u8>| record.append(0, record.length(), output);
        self.writer.write(record.content_type, record.version, record.epoch, payload, output)
    }

    /// Packs as many records into the datagram as fit.
    fn write_flight(
        &mut self,
        start: usize,
        output: &mut Vec<u8>,
    ) -> Result<(), SequenceExhausted> {
        loop {
            let mtu = if is_planted(PlantedBug::IgnoreFlightMtu) { 16_384 } else { self.mtu };
            let room = mtu.saturating_sub(output.len() - start);
            let Some((record, length)) = self.flight.next(room, RecordWriter::overhead) else {
                return Ok(());
            };
            let (content_type, version, epoch) =
                (record.content_type, record.version, record.epoch);
            let payload = |output: &mut Vec<u8>| self.flight.append(length, output);
            self.writer.write(content_type, version, epoch, payload, output)?;
            self.flight.advance(length);
        }
    }

    fn write_data(&mut self, start: usize, output: &mut Vec<u8>) -> Result<(), SequenceExhausted> {
        if output.len() > start {
            return Ok(());
        }
        match self.outbox.take_data() {
            Some(data) => self.write(ContentType::ApplicationData, &data, output),
            None => Ok(()),
        }
    }

    fn write_alert(&mut self, start: usize, output: &mut Vec<u8>) -> Result<(), SequenceExhausted> {
        if output.len() > start {
            return Ok(());
        }
        match self.outbox.take_alert() {
            Some(alert) => self.write(ContentType::Alert, &alert.encode(), output),
            None => Ok(()),
        }
    }

    fn write(
        &mut self,
        content_type: ContentType,
        payload: &[u8],
        output: &mut Vec<u8>,
    ) -> Result<(), SequenceExhausted> {
        let epoch = self.writer.epoch();
        let append = |output: &mut Vec<u8>| output.extend_from_slice(payload);
        self.writer.write(content_type, ProtocolVersion::Dtls12, epoch, append, output)
    }
}
