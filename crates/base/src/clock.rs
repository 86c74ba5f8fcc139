//! The time of day as a parameter, so that a test can wait a year in no time

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::time::Time;

/// Something that knows what time it is
pub trait Clock: Send + Sync {
    /// The present instant
    fn now(&self) -> Time;
}

/// The machine's clock
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock everyone else is given")]
    fn now(&self) -> Time {
        Time::from_micros(jiff::Timestamp::now().as_microsecond())
    }
}

/// A clock that stands still until somebody moves it: tests and the demo region
#[derive(Debug)]
pub struct SettableClock(AtomicI64);

impl SettableClock {
    /// A clock that stands at `now`
    pub const fn new(now: Time) -> Self {
        Self(AtomicI64::new(now.micros()))
    }

    /// Moves the clock to `now`, forwards or back
    pub fn set(&self, now: Time) {
        self.0.store(now.micros(), Ordering::SeqCst);
    }

    /// Moves the clock by whole days of 24 hours; negative moves it back
    pub fn advance_days(&self, days: i64) {
        self.set(self.now().plus_days(days));
    }

    /// Moves the clock by minutes; negative moves it back
    pub fn advance_minutes(&self, minutes: i64) {
        self.set(self.now().plus_minutes(minutes));
    }
}

impl Clock for SettableClock {
    fn now(&self) -> Time {
        Time::from_micros(self.0.load(Ordering::SeqCst))
    }
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> Time {
        (**self).now()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settable_clock_moves_only_when_told() {
        let clock = Arc::new(SettableClock::new(Time::from_micros(0)));
        let shared: &dyn Clock = &clock;
        assert_eq!(shared.now().micros(), 0);
        clock.advance_days(2);
        clock.advance_minutes(-1);
        assert_eq!(shared.now(), Time::from_micros(0).plus_days(2).plus_minutes(-1));
        clock.set(Time::MIN);
        assert_eq!(shared.now(), Time::MIN);
    }

    #[test]
    fn the_machine_is_past_the_year_it_was_built_in() {
        assert!(SystemClock.now().date_jst().year() >= 2026);
    }
}
