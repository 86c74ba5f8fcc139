//! Every sentence of the product, in three registers
//!
//! Each room keeps its own sentences in Fluent files beside its code; all are put together once, at the start. A key
//! begins with its room's name (`base-date-no-such-day`), so that two rooms never mean the same key by accident.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::problem::Msg;

/// A register the product speaks
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Lang {
    /// 標準: everyday written Japanese
    #[default]
    #[serde(rename = "ja")]
    Ja,
    /// やさしい日本語: plain Japanese, for whoever finds the other hard
    #[serde(rename = "ja-simple")]
    Simple,
    /// English
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// All of them, in the order in which they are offered
    pub const ALL: [Self; 3] = [Self::Ja, Self::Simple, Self::En];

    /// The name in addresses, cookies and file names
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::Simple => "ja-simple",
            Self::En => "en",
        }
    }

    /// The register with this `code`
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The value of `lang` in HTML; plain Japanese is Japanese to a screen reader
    pub const fn html(self) -> &'static str {
        match self {
            Self::Ja | Self::Simple => "ja",
            Self::En => "en",
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::Ja => 0,
            Self::Simple => 1,
            Self::En => 2,
        }
    }

    fn locale(self) -> LanguageIdentifier {
        self.html().parse().expect("`ja` and `en` are language tags")
    }
}

/// The sentences of one room, as Fluent source
#[derive(Debug, Clone, Copy)]
pub struct WordsOf {
    /// The room's name; each of its keys begins with it and a hyphen
    pub room: &'static str,
    /// Standard Japanese: must have every key
    pub ja: &'static str,
    /// English
    pub en: &'static str,
    /// Plain Japanese: only what differs from the standard
    pub simple: &'static str,
}

impl WordsOf {
    const fn source(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::Simple => self.simple,
            Lang::En => self.en,
        }
    }
}

/// A room's sentences out of files beside the calling file: `base::words!("people-auth")` reads `words/ja.ftl`,
/// `words/en.ftl` and `words/ja-simple.ftl`; name the three files where they lie elsewhere
#[macro_export]
macro_rules! words {
    ($room:literal $(,)?) => {
        $crate::words!($room, "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl")
    };
    ($room:literal, $ja:literal, $en:literal, $simple:literal $(,)?) => {
        $crate::WordsOf { room: $room, ja: include_str!($ja), en: include_str!($en), simple: include_str!($simple) }
    };
}

/// A value put into a sentence
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A text, put in as it is
    Text(Cow<'a, str>),
    /// A whole number, which may choose between forms (`{ $n -> [one] … *[other] … }`)
    Int(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! whole_numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(n: $number) -> Self {
                // A number beyond 64 bits chooses no form anyway; as text it still reads right.
                i64::try_from(n).map_or_else(|_| Self::Text(Cow::Owned(n.to_string())), Self::Int)
            }
        }
    )*};
}

whole_numbers! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }

/// Fluent counts in floating point, which is exact up to here; larger numbers would come out with other digits
const EXACT: u64 = 1 << 53;

impl Arg<'_> {
    fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Int(n) if n.unsigned_abs() <= EXACT => FluentValue::from(*n),
            Self::Int(n) => FluentValue::from(n.to_string()),
        }
    }
}

/// Why sentences cannot be put together: one line for each fault, with the room, the register and the key
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("words: {}", .0.join("; "))]
pub struct WordsError(pub Vec<String>);

/// One register's sentences
struct Register {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

/// Every sentence of the product
///
/// Where plain Japanese or English has no sentence, the standard one is shown. Where there is none at all, the key is
/// shown as `⟦key⟧` and remembered, so that a test can see that none was missed.
pub struct Words {
    registers: [Register; 3],
    missing: Mutex<BTreeSet<String>>,
}

impl Words {
    /// Puts the rooms together; refuses source that does not parse, keys without their room's name, and keys said twice
    pub fn build(rooms: &[WordsOf]) -> Result<Self, WordsError> {
        let mut faults = Vec::new();
        let registers = Lang::ALL.map(|lang| Register::build(lang, rooms, &mut faults));
        let here = Self { registers, missing: Mutex::default() };
        for lang in [Lang::Simple, Lang::En] {
            let unknown = here.keys(lang).filter(|key| !here.has(Lang::Ja, key));
            faults.extend(unknown.map(|key| format!("{} has `{key}`, which ja has not", lang.code())));
        }
        if faults.is_empty() { Ok(here) } else { Err(WordsError(faults)) }
    }

    /// The sentence `key`, which takes no values
    pub fn t(&self, lang: Lang, key: &str) -> Cow<'_, str> {
        self.say(lang, key, None)
    }

    /// The sentence `key` with values put in by name
    pub fn f(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let values: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        self.say(lang, key, Some(&values)).into_owned()
    }

    /// A message as a sentence
    ///
    /// A value that is written as a whole number (`3`, but not `03`) may choose between forms.
    pub fn msg(&self, lang: Lang, msg: &Msg) -> String {
        let arg = |text: &'_ String| match text.parse::<i64>() {
            Ok(n) if n.to_string() == *text => Arg::Int(n),
            _ => Arg::Text(Cow::Owned(text.clone())),
        };
        let args: Vec<_> = msg.args.iter().map(|(name, text)| (*name, arg(text))).collect();
        self.f(lang, msg.key, &args)
    }

    /// Whether this register itself has the key, without falling back
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.registers[lang.place()].keys.contains(key)
    }

    /// The keys this register itself has, in order
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.registers[lang.place()].keys.iter().map(String::as_str)
    }

    /// How many different keys were asked for and not there, or lacked a value
    pub fn missing(&self) -> usize {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// What `missing` counts: the key, or `key: what was wrong with it`
    pub fn missing_keys(&self) -> Vec<String> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn say(&self, lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let lang = if self.has(lang, key) { lang } else { Lang::Ja };
        let bundle = &self.registers[lang.place()].bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            self.remember(key.to_owned());
            return Cow::Owned(format!("⟦{key}⟧"));
        };
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, args, &mut faults);
        for fault in faults {
            self.remember(format!("{key}: {fault}"));
        }
        said
    }

    fn remember(&self, what: String) {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(what);
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.registers.each_ref().map(|register| register.keys.len());
        f.debug_struct("Words").field("keys", &counts).finish_non_exhaustive()
    }
}

impl Register {
    fn build(lang: Lang, rooms: &[WordsOf], faults: &mut Vec<String>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.locale()]);
        // The marks around values upset copying, searching and JSON; Japanese and English run the same way.
        bundle.set_use_isolating(false);
        let mut keys = BTreeSet::new();
        for room in rooms {
            let mut fault = |what: String| faults.push(format!("{} {}: {what}", room.room, lang.code()));
            let source = room.source(lang);
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(usable, wrong)| {
                for w in wrong {
                    fault(w.to_string());
                }
                usable
            });
            for key in keys_of(source) {
                let own = key.strip_prefix(room.room).is_some_and(|rest| rest.starts_with('-'));
                if !own {
                    fault(format!("`{key}` does not begin with `{}-`", room.room));
                }
                keys.insert(key.to_owned());
            }
            if let Err(wrong) = bundle.add_resource(resource) {
                for w in wrong {
                    fault(w.to_string());
                }
            }
        }
        Self { bundle, keys }
    }
}

/// The keys of messages in Fluent source: a message is the only thing that begins a line with a letter
fn keys_of(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end())
}

#[cfg(test)]
mod tests;
