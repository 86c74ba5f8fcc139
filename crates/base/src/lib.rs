//! Typed ids, clock, Japanese dates, text folding, words in three registers, paging and Problem
//!
//! What every other crate may rely on. Nothing here does input or output, and nothing knows a person.

#[doc(hidden)]
pub use serde;

mod base32;
pub mod clock;
pub mod date;
pub mod fold;
pub mod holidays;
pub mod ids;
pub mod jp;
pub mod page;
pub mod problem;
pub mod random;
pub mod synonyms;
pub mod text;
pub mod time;
pub mod words;

pub use clock::{Clock, SettableClock, SystemClock};
pub use date::{Date, Weekday};
pub use holidays::{add_working_days, is_working_day};
pub use ids::{
    AgencyId, EntryId, EventId, FollowUpId, GlassId, GrantId, GroundId, IdError, LegId, LinkId, NoticeId, OfferId,
    OfficeId, PasskeyId, PersonId, QuestionId, ReferralId, RefusalId, SeparationId, ServiceId, SessionId, SuggestionId,
    WorkerId,
};
pub use page::{Cursor, Page};
pub use problem::{FieldProblem, Msg, Outcome, Problem};
pub use random::{OsRandom, Random, SeededRandom, random_code, random_token, read_code};
pub use text::{Line, Text, TextProblem};
pub use time::Time;
pub use words::{Arg, Lang, Words, WordsError, WordsOf};

/// The sentences of this crate: what is wrong with dates, texts and fields, problems, holidays and days of the week
pub const WORDS: WordsOf = words!("base", "../words/ja.ftl", "../words/en.ftl", "../words/ja-simple.ftl");
