//! Every code and every message has its words.

use base::Lang;
use people::testing::words_of;

use super::rooms;
use crate::referral::codes::*;
use crate::referral::rules::Todo;

#[test]
fn every_code_has_a_word_in_both_languages() {
    let words = words_of(rooms());
    macro_rules! spoken {
        ($($code:ty => $prefix:literal),+ $(,)?) => { $(
            for item in <$code>::ALL {
                let key = format!(concat!("referral-", $prefix, "-{}"), item.code());
                assert!(words.has(Lang::Ja, &key) && words.has(Lang::En, &key), "{key}");
            }
        )+ };
    }
    spoken! {
        State => "state",
        Kind => "kind",
        Side => "side",
        Channel => "channel",
        Verb => "verb",
        LegKind => "leg",
        LegStatus => "leg-status",
        Readiness => "readiness",
        DeclineReason => "reason",
        Capacity => "capacity",
        Step => "step",
        Outcome => "outcome",
        How => "how",
        Says => "says",
        RequestState => "request",
        Todo => "todo",
    }
}

#[test]
fn whatever_is_said_in_japanese_is_said_in_english() {
    let words = words_of(rooms());
    let missing: Vec<_> =
        words.keys(Lang::Ja).filter(|key| key.starts_with("referral-") && !words.has(Lang::En, key)).collect();
    assert_eq!(missing, [""; 0]);
}

/// Message keys stand in the source between quotes.
#[test]
fn every_message_of_the_source_is_there() {
    let words = words_of(rooms());
    let source = concat!(
        include_str!("../acts/mod.rs"),
        include_str!("../acts/sending.rs"),
        include_str!("../acts/answering.rs"),
        include_str!("../acts/legs.rs"),
        include_str!("../acts/afterwards.rs"),
        include_str!("../acts/undoing.rs"),
        include_str!("../acts/linking.rs"),
        include_str!("../acts/beside.rs"),
        include_str!("../show/letter.rs"),
        include_str!("../rules/apply.rs"),
        include_str!("../input/mod.rs"),
        include_str!("../input/draft.rs"),
        include_str!("../input/answers.rs"),
        include_str!("../input/steps.rs"),
    );
    let keys: Vec<_> = source.split('"').filter(|part| part.starts_with("referral-") && !part.contains(' ')).collect();
    assert!(keys.len() > 50, "{}", keys.len());
    for key in keys {
        assert!(words.has(Lang::Ja, key), "{key}");
    }
}
