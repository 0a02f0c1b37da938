//! Where a query of a STUN server stands.

use crate::base::Time;
use crate::stun::BindingTransaction;

/// Where a query of a STUN server stands.
#[derive(Clone, Debug)]
pub(super) enum QueryPhase {
    /// Its turn has not come.
    Waiting,
    /// It is under way.
    Running(BindingTransaction),
    /// It was answered; asked again at this time to keep the NAT's binding alive, RFC 8445
    /// section 5.1.1.4.
    Idle(Time),
}
