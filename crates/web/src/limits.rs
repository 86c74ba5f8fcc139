//! How often one session may ask within a minute, so that nobody takes the house away page by page.
//!
//! Counted in memory, by each server for itself: a number for the morning after is in the audit trail, this one only has
//! to be quick. Who asks without a secret (the public) is not counted here; that is the proxy's, which knows addresses.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use base::Time;

use crate::Credential;

/// Length of a window, in seconds.
const WINDOW_S: i64 = 60;
/// Secrets that are counted at a time. Beyond that new ones are let through uncounted: whoever invents secrets must not be
/// able to push out those that are counted.
const COUNTED: usize = 20_000;

/// The windows of all who ask.
#[derive(Default)]
pub(crate) struct Limits {
    windows: Mutex<HashMap<String, Window>>,
}

struct Window {
    from: Time,
    asked: i64,
}

impl Limits {
    /// Counts one request; the seconds to wait when there were more than `limit` of this secret within the window.
    pub fn ask(&self, credential: &Credential, limit: i64, now: Time) -> Option<u32> {
        let (Credential::Cookie(secret) | Credential::Bearer(secret) | Credential::Link(secret)) = credential else {
            return None;
        };
        if limit <= 0 {
            return None;
        }
        let is_over = |window: &Window| now < window.from || now >= ends(window);
        // A panic elsewhere cannot leave a count half written.
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= COUNTED && !windows.contains_key(secret) {
            windows.retain(|_, window| !is_over(window));
            if windows.len() >= COUNTED {
                return None;
            }
        }
        let window = windows.entry(secret.clone()).or_insert(Window { from: now, asked: 0 });
        if is_over(window) {
            *window = Window { from: now, asked: 0 };
        }
        window.asked += 1;
        let left = (ends(window).micros() - now.micros()) / 1_000_000;
        (window.asked > limit).then(|| u32::try_from(left.max(1)).unwrap_or(u32::MAX))
    }
}

fn ends(window: &Window) -> Time {
    Time::from_micros(window.from.micros() + WINDOW_S * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Time {
        Time::from_micros(seconds * 1_000_000)
    }

    fn cookie(secret: &str) -> Credential {
        Credential::Cookie(secret.to_owned())
    }

    #[test]
    fn each_secret_has_its_own_number_and_a_minute_later_a_new_one() {
        let limits = Limits::default();
        let ask = |secret: &str, seconds| limits.ask(&cookie(secret), 2, at(seconds));
        assert_eq!([ask("a", 100), ask("a", 110), ask("a", 120)], [None, None, Some(40)]);
        assert_eq!([ask("b", 120), ask("a", 159)], [None, Some(1)]);
        assert_eq!([ask("a", 160), ask("a", 160), ask("a", 160)], [None, None, Some(60)]);
        assert_eq!(ask("a", 90), None, "a clock that was set back locks nobody out");
    }

    #[test]
    fn nobody_is_counted_without_a_secret_or_a_number() {
        let limits = Limits::default();
        for _ in 0..5 {
            assert_eq!(limits.ask(&Credential::None, 1, at(0)), None);
            assert_eq!(limits.ask(&cookie("a"), 0, at(0)), None);
        }
    }

    #[test]
    fn whoever_invents_secrets_pushes_nobody_out() {
        let limits = Limits::default();
        assert_eq!(limits.ask(&cookie("a"), 1, at(0)), None);
        for n in 0..COUNTED + 5 {
            limits.ask(&cookie(&format!("invented {n}")), 1, at(1));
        }
        assert!(limits.ask(&cookie("a"), 1, at(2)).is_some());
        assert_eq!(limits.ask(&cookie("new"), 1, at(2)), None, "nor is anybody locked out by it");
        assert!(limits.ask(&cookie("later"), 1, at(90)).is_none());
        assert!(limits.ask(&cookie("later"), 1, at(90)).is_some(), "what is over makes room");
    }
}
