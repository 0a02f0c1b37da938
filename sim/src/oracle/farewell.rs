//! Oracle: a farewell is heard, and nobody hears one that was not said.

use roomrtc_core::session::Event;

use super::Breach;

/// What a host says of the other side's end: RTCP BYE, and DTLS close_notify.
#[derive(Clone, Debug, Default)]
pub(super) struct Farewell {
    /// Whether this host was told to close.
    is_closing: bool,
    /// Whether the other side's farewell was delivered, of media and of the session.
    heard: (bool, bool),
    /// Whether the engine has told of it.
    told: (bool, bool),
}

impl Farewell {
    const NAME: &'static str = "farewell";

    /// The application closes.
    pub(super) fn close(&mut self) {
        self.is_closing = true;
    }

    /// Whether the application has closed.
    pub(super) fn is_closing(&self) -> bool {
        self.is_closing
    }

    /// The other side's BYE was delivered, which ends a source that was heard.
    pub(super) fn hear_goodbye(&mut self) {
        self.heard.0 |= !self.is_closing;
    }

    /// The other side's close_notify was delivered.
    pub(super) fn hear_close(&mut self) {
        self.heard.1 |= !self.is_closing;
    }

    /// The engine tells something; `is_provoked` if another host was told to close.
    pub(super) fn event(&mut self, event: &Event, is_provoked: bool) -> Result<(), Breach> {
        match event {
            Event::SourceEnded { .. } => self.told.0 = true,
            Event::ClosedByPeer => self.told.1 = true,
            _ => return Ok(()),
        }
        if is_provoked {
            return Ok(());
        }
        Err(Breach::new(Farewell::NAME, "the peer is said to have ended, which it has not"))
    }

    /// In the end.
    pub(super) fn ended(&self) -> Result<(), Breach> {
        match () {
            () if self.heard.0 && !self.told.0 => {
                Err(Breach::lack(Farewell::NAME, "the peer's BYE came and was not told"))
            }
            () if self.heard.1 && !self.told.1 => {
                Err(Breach::lack(Farewell::NAME, "the peer's close_notify came and was not told"))
            }
            () => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_farewell_is_to_be_told() {
        let mut farewell = Farewell::default();
        farewell.hear_close();
        assert!(farewell.ended().is_err());
        assert!(farewell.event(&Event::ClosedByPeer, true).is_ok());
        assert!(farewell.ended().is_ok());
        assert!(farewell.event(&Event::SourceEnded { media: 0 }, false).is_err());
    }

    #[test]
    fn who_closes_hears_nothing() {
        let mut farewell = Farewell::default();
        farewell.close();
        farewell.hear_close();
        farewell.hear_goodbye();
        assert!(farewell.ended().is_ok());
    }
}
