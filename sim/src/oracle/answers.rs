//! Oracle: requests are answered once, where they came from, and with success only if they are
//! authentic.

use super::answered_request::AnsweredRequest;
use super::{Breach, Recent, Way};
use crate::dissect::{StunClass, StunMessage};

/// The requests that came, and their answers.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    requests: Recent<AnsweredRequest, 1_024>,
}

impl Answers {
    const NAME: &'static str = "answers";

    pub(super) fn new() -> Answers {
        Answers { requests: Recent::new() }
    }

    /// A request was delivered; `is_genuine` if another host sent just these bytes.
    pub(super) fn delivered(&mut self, way: Way, request: &StunMessage<'_>, is_genuine: bool) {
        self.delivered_id(way, request.transaction, is_genuine);
    }

    /// The same, of a request of which nothing but the transaction can be told.
    pub(super) fn delivered_id(&mut self, way: Way, transaction: [u8; 12], is_genuine: bool) {
        let is_it = |own: &AnsweredRequest| own.transaction == transaction && own.way == way;
        match self.requests.find_mut(is_it) {
            Some(own) => {
                own.deliveries += 1;
                own.is_genuine |= is_genuine;
            }
            None => self.requests.push(AnsweredRequest {
                transaction,
                way,
                is_genuine,
                deliveries: 1,
                answers: 0,
            }),
        }
    }

    /// A response is sent.
    pub(super) fn sent(&mut self, way: Way, response: &StunMessage<'_>) -> Result<(), Breach> {
        let transaction = response.transaction;
        let is_it = |own: &AnsweredRequest| own.transaction == transaction && own.way == way;
        let Some(request) = self.requests.find_mut(is_it) else {
            let text = format!("a response goes to {}, which has not asked", way.remote);
            return Err(Breach::new(Answers::NAME, text));
        };
        request.answers += 1;
        if request.answers > request.deliveries {
            let text = format!("a request of {} is answered more than once", way.remote);
            return Err(Breach::new(Answers::NAME, text));
        }
        if response.class == StunClass::Success && !request.is_genuine {
            let text = format!("a check of {} is answered that is not authentic", way.remote);
            return Err(Breach::new(Answers::NAME, text));
        }
        Ok(())
    }
}
