//! What a page looks like: widths and pictures.

use std::fs;
use std::path::PathBuf;

/// How wide the window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A telephone, held upright: 390 px.
    Phone,
    /// A desk: 1280 px.
    Desk,
}

impl Width {
    /// Both, narrow first.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Desk];

    /// Width in CSS pixels.
    pub const fn px(self) -> u32 {
        match self {
            Self::Phone => 390,
            Self::Desk => 1280,
        }
    }

    /// Height of the window in CSS pixels; pages are longer.
    pub const fn height(self) -> u32 {
        match self {
            Self::Phone => 844,
            Self::Desk => 900,
        }
    }
}

/// Keeps a picture (PNG in base 64) as `target/journeys/NAME.png`.
pub fn keep(name: &str, picture: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/journeys");
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    fs::write(folder.join(format!("{name}.png")), decode(picture)).expect("a picture can be kept");
}

/// Base 64 (RFC 4648, section 4); signs outside the alphabet are passed over.
fn decode(text: &str) -> Vec<u8> {
    let value = |b: u8| match b {
        b'A'..=b'Z' => Some(b - b'A'),
        b'a'..=b'z' => Some(b - b'a' + 26),
        b'0'..=b'9' => Some(b - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut out, mut bits, mut held) = (Vec::with_capacity(text.len() * 3 / 4), 0_u32, 0);
    for six in text.bytes().filter_map(value) {
        bits = (bits << 6) | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 0xFF).unwrap_or_default());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_as_published() {
        // RFC 4648, section 10
        for (text, plain) in [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9vYmFy", "foobar")] {
            assert_eq!(decode(text), plain.as_bytes());
        }
    }
}
