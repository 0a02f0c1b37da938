//! The records of a datagram.

use super::{DtlsRecord, Flaw};

/// Iterates the records of a datagram. Ends behind the first that is malformed.
#[derive(Clone, Debug)]
pub struct DtlsRecords<'a> {
    rest: &'a [u8],
}

impl<'a> DtlsRecords<'a> {
    /// The records of `datagram`.
    pub fn of(datagram: &'a [u8]) -> DtlsRecords<'a> {
        DtlsRecords { rest: datagram }
    }
}

impl<'a> Iterator for DtlsRecords<'a> {
    type Item = Result<DtlsRecord<'a>, Flaw>;

    fn next(&mut self) -> Option<Result<DtlsRecord<'a>, Flaw>> {
        if self.rest.is_empty() {
            return None;
        }
        let read = DtlsRecord::read(self.rest);
        self.rest = match &read {
            Ok(record) => &self.rest[DtlsRecord::HEADER + record.payload.len()..],
            Err(_) => &[],
        };
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(sequence: u8) -> Vec<u8> {
        vec![21, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, sequence, 0, 2, 1, 0]
    }

    #[test]
    fn records_follow_each_other() {
        let mut datagram = alert(4);
        datagram.extend(alert(5));
        let numbers: Vec<u64> =
            DtlsRecords::of(&datagram).map(|record| record.expect("a record").sequence).collect();
        assert_eq!(numbers, [4, 5]);
        datagram.push(21);
        assert!(DtlsRecords::of(&datagram).last().expect("a third").is_err());
    }

    #[test]
    fn protected_records_have_a_tag() {
        let mut record = alert(0);
        record[4] = 1;
        assert!(DtlsRecord::read(&record).is_err());
    }
}
