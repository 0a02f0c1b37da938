//! The scenarios that ship.

use super::format::{ParseError, ScenarioFile};

/// Names and texts of the files in `sim/scenarios/`.
const FILES: &[(&str, &str)] = &[
    ("connect-clean", include_str!("../../scenarios/connect-clean.toml")),
    ("drop-each", include_str!("../../scenarios/drop-each.toml")),
    ("connect-lossy", include_str!("../../scenarios/connect-lossy.toml")),
    ("small-mtu", include_str!("../../scenarios/small-mtu.toml")),
    ("early-media", include_str!("../../scenarios/early-media.toml")),
    ("role-conflict", include_str!("../../scenarios/role-conflict.toml")),
    ("trickle-late", include_str!("../../scenarios/trickle-late.toml")),
    ("flood", include_str!("../../scenarios/flood.toml")),
    ("reflect", include_str!("../../scenarios/reflect.toml")),
    ("bit-flip", include_str!("../../scenarios/bit-flip.toml")),
    ("bit-flip-handshake", include_str!("../../scenarios/bit-flip-handshake.toml")),
    ("nat-matrix", include_str!("../../scenarios/nat-matrix.toml")),
    ("hairpin", include_str!("../../scenarios/hairpin.toml")),
    ("carrier-nat", include_str!("../../scenarios/carrier-nat.toml")),
    ("rebind", include_str!("../../scenarios/rebind.toml")),
    ("restart", include_str!("../../scenarios/restart.toml")),
    ("glare", include_str!("../../scenarios/glare.toml")),
    ("directions", include_str!("../../scenarios/directions.toml")),
    ("consent-lost", include_str!("../../scenarios/consent-lost.toml")),
    ("clog", include_str!("../../scenarios/clog.toml")),
    ("loss", include_str!("../../scenarios/loss.toml")),
    ("repair", include_str!("../../scenarios/repair.toml")),
    ("burst", include_str!("../../scenarios/burst.toml")),
    ("burst-long", include_str!("../../scenarios/burst-long.toml")),
    ("presets", include_str!("../../scenarios/presets.toml")),
    ("reorder", include_str!("../../scenarios/reorder.toml")),
    ("duplicate", include_str!("../../scenarios/duplicate.toml")),
    ("wrap", include_str!("../../scenarios/wrap.toml")),
    ("rtcp-blackout", include_str!("../../scenarios/rtcp-blackout.toml")),
    ("pli-storm", include_str!("../../scenarios/pli-storm.toml")),
    ("clock", include_str!("../../scenarios/clock.toml")),
    ("bloat", include_str!("../../scenarios/bloat.toml")),
    ("outage", include_str!("../../scenarios/outage.toml")),
    ("server-restart", include_str!("../../scenarios/server-restart.toml")),
    ("swarm", include_str!("../../scenarios/swarm.toml")),
];

/// The names of the scenarios that ship, in the order in which they are listed, and their texts.
pub fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}

/// The text of the scenario `name`, if it ships.
pub fn shipped_text(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| *text)
}

/// The file of the scenario `name`, if it ships.
///
/// # Errors
/// [`ParseError`] says what is wrong with the file; a test sees to it that nothing is.
pub fn shipped_file(name: &str) -> Option<Result<ScenarioFile, ParseError>> {
    shipped_text(name).map(ScenarioFile::parse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::format::Overrides;

    #[test]
    fn every_case_of_every_file_is_a_scenario() {
        for (name, _) in shipped() {
            let file = shipped_file(name).expect(name).expect(name);
            let none = Overrides::default();
            for case in file.cases(&none).expect(name) {
                for seed in 0..3 {
                    let resolved = file.instantiate::<Scenario>(seed, &case, &none);
                    let scenario = resolved.unwrap_or_else(|error| panic!("{name}: {error}"));
                    assert_eq!(scenario.about, file.about());
                }
            }
        }
    }
}
