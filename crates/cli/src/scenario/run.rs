//! Playing many stories on one stage and counting what came of them.

use std::time::{Duration, Instant};

use super::play::{Failure, Play, Scene, Stop};
use super::read::{Region, Story};
use super::stage::{Seats, Stage, Trouble};

/// How a story went.
#[derive(Clone, Debug)]
pub struct Ran<'s> {
    /// Which.
    pub story: &'s Story,
    /// How long it took.
    pub took: Duration,
    /// The step that did not go as written; none when all did.
    pub failure: Option<Failure>,
}

/// How many went well, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Played to the end.
    pub passed: usize,
    /// Stopped at a step that did not go as written.
    pub failed: usize,
}

/// Plays stories one after another; `tell` hears of each as soon as it is over.
///
/// Every story begins on the first day of the stage: where in time the demo puts it does not matter here. Without
/// `keep_going` the first failure is the end.
pub fn run<'s>(
    stage: &mut dyn Stage,
    region: &Region,
    stories: &'s [Story],
    keep_going: bool,
    tell: &mut dyn FnMut(&Ran<'s>),
) -> Result<Tally, Trouble> {
    let ground = stage.ground(region)?;
    let mut seats = Seats::new(region, &ground);
    let mut tally = Tally::default();
    for story in stories {
        let began = now();
        let mut play = Play::new(story, ground.first_day);
        let failure = match play.all(&mut Scene { stage, seats: &mut seats }) {
            Ok(()) => None,
            Err(Stop::Failed(failure)) => Some(failure),
            Err(Stop::Trouble(trouble)) => return Err(Trouble(format!("{}: {trouble}", story.file))),
        };
        if failure.is_some() {
            tally.failed += 1;
        } else {
            tally.passed += 1;
        }
        let stop = failure.is_some() && !keep_going;
        tell(&Ran { story, took: began.elapsed(), failure });
        if stop {
            break;
        }
    }
    Ok(tally)
}

#[expect(clippy::disallowed_methods, reason = "how long something took is not a moment in anybody's story")]
fn now() -> Instant {
    Instant::now()
}
