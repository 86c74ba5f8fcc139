//! What people write: one line or many, kept exactly as written
//!
//! Rare kanji of four bytes, emoji and ideographic variants (髙, 𠮷, 葛󠄀) pass unchanged: names must come out as they went in.
//! Lengths are counted in Unicode scalar values, so a variant selector or a joined emoji counts more than once.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::problem::Msg;

/// Why a text cannot be taken
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing visible in it
    #[error("empty")]
    Empty,
    /// More characters than there may be
    #[error("{length} characters, at most {max} allowed")]
    TooLong {
        /// How many there may be
        max: usize,
        /// How many there are
        length: usize,
    },
    /// A control character, or one that turns the direction of writing and so can make a text look like another
    #[error("control character U+{0:04X}")]
    Control(u32),
}

impl TextProblem {
    /// The sentence for the one who wrote it
    pub fn msg(&self) -> Msg {
        match self {
            Self::Empty => Msg::new("base-text-empty"),
            Self::TooLong { max, length } => {
                Msg::new("base-text-too-long").arg("max", max).arg("length", length).arg("over", length - max)
            }
            Self::Control(code) => Msg::new("base-text-control").arg("code", format!("U+{code:04X}")),
        }
    }
}

impl From<TextProblem> for Msg {
    fn from(problem: TextProblem) -> Self {
        problem.msg()
    }
}

/// One line: a name, a title, an address. 1–200 characters, without spaces around it
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

/// A text of many lines: a note, a letter. 1–20 000 characters, lines ended by `\n`, without blank space around it
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(String);

impl Line {
    /// The most characters a line has
    pub const MAX: usize = 200;

    /// Reads a line; the spaces around it, wide ones too, are cut off
    pub fn parse(raw: &str) -> Result<Self, TextProblem> {
        check(raw.trim(), Self::MAX, |_| false).map(|text| Self(text.to_owned()))
    }
}

impl Text {
    /// The most characters a text has
    pub const MAX: usize = 20_000;

    /// Reads a text; browsers' `\r\n` becomes `\n`, tabs stay
    pub fn parse(raw: &str) -> Result<Self, TextProblem> {
        let lines = raw.replace("\r\n", "\n");
        check(lines.trim(), Self::MAX, |c| matches!(c, '\n' | '\t')).map(|text| Self(text.to_owned()))
    }
}

/// `text` itself, unless something is wrong with it; `allowed` names the control characters it may have
fn check(text: &str, max: usize, allowed: fn(char) -> bool) -> Result<&str, TextProblem> {
    if text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(TextProblem::Empty);
    }
    if let Some(found) = text.chars().find(|&c| is_control(c) && !allowed(c)) {
        return Err(TextProblem::Control(u32::from(found)));
    }
    match text.chars().count() {
        length if length > max => Err(TextProblem::TooLong { max, length }),
        _ => Ok(text),
    }
}

/// Controls, line separators outside ASCII, and the marks that override the direction of writing
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that take no room: zero-width spaces, joiners and variation selectors
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

macro_rules! written {
    ($($name:ident)*) => {$(
        impl $name {
            /// Reads a field that may be left empty: `None` when nothing visible is in it
            pub fn optional(raw: &str) -> Result<Option<Self>, TextProblem> {
                match Self::parse(raw) {
                    Err(TextProblem::Empty) => Ok(None),
                    other => other.map(Some),
                }
            }

            /// What was written
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextProblem;

            fn try_from(raw: String) -> Result<Self, TextProblem> {
                Self::parse(&raw)
            }
        }

        impl std::str::FromStr for $name {
            type Err = TextProblem;

            fn from_str(raw: &str) -> Result<Self, TextProblem> {
                Self::parse(raw)
            }
        }

        impl From<$name> for String {
            fn from(written: $name) -> Self {
                written.0
            }
        }
    )*};
}

written! { Line Text }

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_come_out_as_they_went_in() {
        for name in ["髙橋", "𠮷野家", "葛\u{E0100}城", "👩‍👩‍👧", "Ｎ．Ａ．", "ﾀﾞﾙｸ", "が", "か\u{3099}", "山田　太郎"]
        {
            assert_eq!(Line::parse(name).expect(name).as_str(), name);
            assert_eq!(Text::parse(name).expect(name).as_str(), name);
        }
    }

    #[test]
    fn blank_space_around_goes() {
        assert_eq!(Line::parse(" 　山田\r\n").expect("a line").as_str(), "山田");
        assert_eq!(Text::parse("\r\n一\r\n\r\n\t二\n").expect("a text").as_str(), "一\n\n\t二");
    }

    #[test]
    fn nothing_visible_is_empty() {
        for blank in ["", " ", "　", "\r\n", "\u{200B}", "\u{FEFF} \u{200D}", "\u{FE0F}"] {
            assert_eq!(Line::parse(blank), Err(TextProblem::Empty), "{blank:?}");
            assert_eq!(Text::optional(blank), Ok(None), "{blank:?}");
        }
        assert_eq!(Line::optional("a").map(|line| line.is_some()), Ok(true));
    }

    #[test]
    fn controls_are_refused() {
        let both =
            ["a\0b", "a\u{1b}b", "a\u{7f}b", "a\u{85}b", "a\u{2028}b", "a\u{202E}b", "a\u{2066}b", "a\rb", "a\u{b}b"];
        for wrong in both {
            assert!(matches!(Line::parse(wrong), Err(TextProblem::Control(_))), "{wrong:?}");
            assert!(matches!(Text::parse(wrong), Err(TextProblem::Control(_))), "{wrong:?}");
        }
        assert_eq!(Line::parse("a\nb"), Err(TextProblem::Control(0x0A)));
        assert_eq!(Line::parse("a\tb"), Err(TextProblem::Control(0x09)));
        assert!(Text::parse("a\n\tb").is_ok());
    }

    #[test]
    fn lengths_count_characters_not_bytes() {
        assert!(Line::parse(&"𠮷".repeat(200)).is_ok());
        assert_eq!(Line::parse(&"𠮷".repeat(201)), Err(TextProblem::TooLong { max: 200, length: 201 }));
        assert!(Line::parse(&format!("{}  ", "a".repeat(200))).is_ok(), "what is cut off does not count");
        assert!(Text::parse(&"あ\r\n".repeat(10_000)).is_ok(), "a line end counts once");
        assert!(Text::parse(&"あ".repeat(20_001)).is_err());
    }

    #[test]
    fn outside_text_is_checked_on_its_way_in() {
        use serde::de::value::{Error, StringDeserializer};
        let read = |raw: &str| {
            let raw: StringDeserializer<Error> = serde::de::IntoDeserializer::into_deserializer(raw.to_owned());
            Line::deserialize(raw)
        };
        assert_eq!(read(" 山田 ").map(String::from), Ok("山田".to_owned()));
        assert!(read("a\0b").is_err());
    }

    proptest! {
        #[test]
        fn what_was_taken_is_taken_again_unchanged(raw in any::<String>()) {
            if let Ok(line) = Line::parse(&raw) {
                prop_assert!(line.as_str().chars().count() <= Line::MAX);
                prop_assert_eq!(Line::parse(line.as_str()), Ok(line.clone()));
            }
            if let Ok(text) = Text::parse(&raw) {
                prop_assert_eq!(Text::parse(text.as_str()), Ok(text.clone()));
            }
        }
    }
}
