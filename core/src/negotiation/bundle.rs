//! Which sections share a transport, RFC 9143.

use std::collections::BTreeMap;

use crate::sdp::SessionDescription;

/// The sections of a description by their identification tags.
///
/// # Errors
/// The place of a section that repeats the tag of an earlier one.
pub(super) fn sections_by_mid(
    description: &SessionDescription,
) -> Result<BTreeMap<&str, usize>, usize> {
    let mut sections = BTreeMap::new();
    for media in description.media() {
        let Some(mid) = media.mid() else {
            continue;
        };
        if sections.insert(mid, media.index()).is_some() {
            return Err(media.index());
        }
    }
    Ok(sections)
}

/// The BUNDLE groups of a description: each the places of its sections, in the order of its tags.
/// Tags that name no section are passed over, and a section is in the first group that names it.
pub(super) fn bundle_groups(
    description: &SessionDescription,
    sections: &BTreeMap<&str, usize>,
) -> Vec<Vec<usize>> {
    let mut free = vec![true; description.media().len()];
    let mut take = |section: usize| free.get_mut(section).is_some_and(std::mem::take);
    let bundles = description.attributes().groups().filter(|group| group.is_bundle());
    let groups = bundles.map(|group| {
        let known = group.mids().filter_map(|mid| sections.get(mid).copied());
        known.filter(|&section| take(section)).collect::<Vec<usize>>()
    });
    groups.filter(|group| !group.is_empty()).collect()
}

/// The group that a section is in.
pub(super) fn group_of(groups: &[Vec<usize>], section: usize) -> Option<&Vec<usize>> {
    groups.iter().find(|group| group.contains(&section))
}

/// The sections that can share the transport with the first one that can carry media: its BUNDLE
/// group in the order of the tags, or itself alone; and whether it is a group.
pub(super) fn shared(groups: &[Vec<usize>], media: &[Option<usize>]) -> (Vec<usize>, bool) {
    let Some(first) = media.iter().position(Option::is_some) else {
        return (Vec::new(), false);
    };
    match group_of(groups, first) {
        Some(group) => (group.clone(), true),
        None => (vec![first], false),
    }
}

/// The accepted sections of a group, the tagged one first: that is the first in the group's order
/// which has a port, RFC 9143 section 7.3.1, or else the first.
pub(super) fn tagged_first(
    offer: &SessionDescription,
    group: &[usize],
    is_accepted: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut accepted: Vec<usize> =
        group.iter().copied().filter(|&section| is_accepted(section)).collect();
    let has_port =
        |section: &usize| offer.media_at(*section).is_some_and(|media| media.port() != 0);
    if let Some(tagged) = accepted.iter().position(has_port) {
        accepted[..=tagged].rotate_right(1);
    }
    accepted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(lines: &str) -> Vec<Vec<usize>> {
        let sections = "m=a 9 x\r\na=mid:0\r\nm=b 9 x\r\na=mid:b\r\nm=c 9 x\r\na=mid:2\r\n";
        let text = format!("v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\n{lines}{sections}");
        let description: SessionDescription = text.parse().expect("a description");
        bundle_groups(&description, &sections_by_mid(&description).expect("unlike tags"))
    }

    #[test]
    fn groups_are_read_in_their_order() {
        assert_eq!(groups("a=group:BUNDLE 2 0 b\r\n"), [vec![2, 0, 1]]);
        assert_eq!(groups("a=group:LS 0 b\r\na=group:BUNDLE b\r\n"), [vec![1]]);
        assert_eq!(groups("a=group:BUNDLE 0 x\r\na=group:BUNDLE 0 0 2\r\n"), [vec![0], vec![2]]);
        assert!(groups("a=group:BUNDLE\r\na=group:BUNDLE  \r\na=group\r\n").is_empty());
    }
}
