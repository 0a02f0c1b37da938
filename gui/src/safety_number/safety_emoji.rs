//! One of the pictures.

/// One of 64 pictures that are told apart at a glance and have a short name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SafetyEmoji {
    /// The character.
    pub symbol: &'static str,
    /// The name in English, in lower case and with hyphens: what the catalogues know it by.
    pub name: &'static str,
}

impl SafetyEmoji {
    /// All of them. Their order is part of the safety number.
    pub const ALL: [SafetyEmoji; 64] = [
        SafetyEmoji::new("🐶", "dog"),
        SafetyEmoji::new("🐱", "cat"),
        SafetyEmoji::new("🐭", "mouse"),
        SafetyEmoji::new("🐰", "rabbit"),
        SafetyEmoji::new("🐻", "bear"),
        SafetyEmoji::new("🐼", "panda"),
        SafetyEmoji::new("🐯", "tiger"),
        SafetyEmoji::new("🐮", "cow"),
        SafetyEmoji::new("🐷", "pig"),
        SafetyEmoji::new("🐸", "frog"),
        SafetyEmoji::new("🐵", "monkey"),
        SafetyEmoji::new("🐔", "hen"),
        SafetyEmoji::new("🐧", "penguin"),
        SafetyEmoji::new("🐴", "horse"),
        SafetyEmoji::new("🐝", "bee"),
        SafetyEmoji::new("🐌", "snail"),
        SafetyEmoji::new("🐢", "turtle"),
        SafetyEmoji::new("🐙", "octopus"),
        SafetyEmoji::new("🐟", "fish"),
        SafetyEmoji::new("🐳", "whale"),
        SafetyEmoji::new("🐘", "elephant"),
        SafetyEmoji::new("🌙", "moon"),
        SafetyEmoji::new("⭐", "star"),
        SafetyEmoji::new("🌈", "rainbow"),
        SafetyEmoji::new("⛄", "snowman"),
        SafetyEmoji::new("🔥", "fire"),
        SafetyEmoji::new("☔", "umbrella"),
        SafetyEmoji::new("🌲", "fir"),
        SafetyEmoji::new("🌴", "palm"),
        SafetyEmoji::new("🌵", "cactus"),
        SafetyEmoji::new("🌷", "tulip"),
        SafetyEmoji::new("🌻", "sunflower"),
        SafetyEmoji::new("🍄", "mushroom"),
        SafetyEmoji::new("🍎", "apple"),
        SafetyEmoji::new("🍌", "banana"),
        SafetyEmoji::new("🍇", "grapes"),
        SafetyEmoji::new("🍓", "strawberry"),
        SafetyEmoji::new("🍒", "cherries"),
        SafetyEmoji::new("🍅", "tomato"),
        SafetyEmoji::new("🌽", "maize"),
        SafetyEmoji::new("🍞", "bread"),
        SafetyEmoji::new("🍕", "pizza"),
        SafetyEmoji::new("🎂", "cake"),
        SafetyEmoji::new("🔑", "key"),
        SafetyEmoji::new("🔔", "bell"),
        SafetyEmoji::new("📖", "book"),
        SafetyEmoji::new("🔨", "hammer"),
        SafetyEmoji::new("💡", "lamp"),
        SafetyEmoji::new("⏰", "alarm-clock"),
        SafetyEmoji::new("📷", "camera"),
        SafetyEmoji::new("🚗", "car"),
        SafetyEmoji::new("🚲", "bicycle"),
        SafetyEmoji::new("🚂", "locomotive"),
        SafetyEmoji::new("🚀", "rocket"),
        SafetyEmoji::new("⛵", "sailing-boat"),
        SafetyEmoji::new("⚓", "anchor"),
        SafetyEmoji::new("🎸", "guitar"),
        SafetyEmoji::new("🎺", "trumpet"),
        SafetyEmoji::new("⚽", "ball"),
        SafetyEmoji::new("👑", "crown"),
        SafetyEmoji::new("🎩", "hat"),
        SafetyEmoji::new("👓", "spectacles"),
        SafetyEmoji::new("👻", "ghost"),
        SafetyEmoji::new("🎈", "balloon"),
    ];

    const fn new(symbol: &'static str, name: &'static str) -> SafetyEmoji {
        SafetyEmoji { symbol, name }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_are_alike() {
        let symbols: BTreeSet<&str> = SafetyEmoji::ALL.iter().map(|emoji| emoji.symbol).collect();
        let names: BTreeSet<&str> = SafetyEmoji::ALL.iter().map(|emoji| emoji.name).collect();
        assert_eq!((symbols.len(), names.len()), (64, 64));
    }
}
