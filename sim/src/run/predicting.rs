//! A scenario's topology, as the model of the NATs sees it.

use crate::nat::NatParameters;
use crate::reachability::{HostInterface, Place, Prediction, Topology, predict};
use crate::scenario::{Neighbourhood, Scenario, Side};

/// Who can reach whom in this scenario, by a model that knows nothing of the simulated network.
pub fn prediction(scenario: &Scenario) -> Prediction {
    let mut topology = Topology::new();
    let shared = match scenario.neighbourhood {
        Neighbourhood::Apart => &[][..],
        Neighbourhood::SameHome => caller_nats(scenario),
        Neighbourhood::SameCarrier => {
            let nats = caller_nats(scenario);
            &nats[nats.len().saturating_sub(1)..]
        }
    };
    let common = topology.add_chain(Place::INTERNET, shared);
    let asks_server = !scenario.stun_servers.is_empty();
    for side in Side::ALL {
        for interface in &scenario.host(side).interfaces {
            let own = own_nats(scenario.neighbourhood, side, &interface.nats);
            let place = topology.add_chain(common, own);
            let is_ipv6 = interface.ipv6;
            let found = HostInterface { place, is_ipv6, asks_server };
            topology.hosts[side.index()].push(found);
        }
    }
    predict(&topology)
}

fn caller_nats(scenario: &Scenario) -> &[NatParameters] {
    scenario.caller.interfaces.first().map_or(&[], |interface| &interface.nats[..])
}

/// The NATs before an interface that are not shared.
fn own_nats(neighbourhood: Neighbourhood, side: Side, nats: &[NatParameters]) -> &[NatParameters] {
    match (neighbourhood, side) {
        (Neighbourhood::SameHome, _) => &[],
        (Neighbourhood::SameCarrier, Side::Caller) => &nats[..nats.len().saturating_sub(1)],
        _ => nats,
    }
}
