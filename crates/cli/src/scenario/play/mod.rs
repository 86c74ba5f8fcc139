//! Playing a story, step by step.

mod act;
mod check;
mod told;
mod views;

use std::collections::BTreeMap;
use std::fmt;

use base::{Date, Time};

use self::told::Told;
use super::read::{By, Step, Story};
use super::stage::{Seats, Stage, Trouble, moment};
use super::verbs::{Does, Thing};

/// A step that did not go as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The step, in words.
    pub step: String,
    /// File and line where it stands.
    pub place: String,
    /// What the story says.
    pub expected: String,
    /// What happened.
    pub came: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}  {}\n  expected: {}\n  came:     {}", self.place, self.step, self.expected, self.came)
    }
}

/// Why a story stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A step did not go as written.
    Failed(Failure),
    /// The stage is gone.
    Trouble(Trouble),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// What was expected and what came instead, before it is known where.
struct Miss {
    expected: String,
    came: String,
}

fn miss<T>(expected: impl Into<String>, came: impl Into<String>) -> Result<T, Halt> {
    Err(Halt::Miss(Miss { expected: expected.into(), came: came.into() }))
}

/// Why a step stopped.
enum Halt {
    Miss(Miss),
    Trouble(Trouble),
}

impl From<Trouble> for Halt {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// A stage with the workers who are signed in on it.
pub struct Scene<'a, 'b> {
    /// Where it is played.
    pub stage: &'a mut dyn Stage,
    /// Who plays.
    pub seats: &'a mut Seats<'b>,
}

/// Something that a step made.
#[derive(Clone, Debug)]
struct Made {
    /// Its id on the stage.
    id: String,
    /// Key of the person it is about; empty when it is about nobody.
    person: String,
}

/// What the player knows of a referral beside its id.
#[derive(Clone, Debug, Default)]
struct Paper {
    /// The worker and the agency that wrote it.
    by: (String, String),
    /// What it tells, by category.
    sections: BTreeMap<String, String>,
    /// The secret of its one-time link, once there is one.
    link: Option<String>,
}

/// A story while it is played.
pub struct Play<'s> {
    story: &'s Story,
    times: Vec<Time>,
    first_day: Date,
    persons: BTreeMap<&'s str, String>,
    told: BTreeMap<&'s str, Vec<Told>>,
    made: BTreeMap<(Thing, String), Made>,
    papers: BTreeMap<String, Paper>,
}

impl<'s> Play<'s> {
    /// Before the first step. Day 0 of the story is `first_day`.
    pub fn new(story: &'s Story, first_day: Date) -> Self {
        let mut times = Vec::with_capacity(story.steps.len());
        let (mut day, mut minute) = (i64::MIN, 0);
        for step in &story.steps {
            minute = if step.day == day { minute + 1 } else { 0 };
            day = step.day;
            times.push(moment(first_day.plus_days(day), minute));
        }
        Self {
            story,
            times,
            first_day,
            persons: BTreeMap::new(),
            told: BTreeMap::new(),
            made: BTreeMap::new(),
            papers: BTreeMap::new(),
        }
    }

    /// The story.
    pub fn story(&self) -> &'s Story {
        self.story
    }

    /// When each step takes place.
    pub fn times(&self) -> &[Time] {
        &self.times
    }

    /// Plays the whole story.
    pub fn all(&mut self, scene: &mut Scene<'_, '_>) -> Result<(), Stop> {
        (0..self.story.steps.len()).try_for_each(|at| self.step(scene, at))
    }

    /// Plays one step; they must be played in order.
    pub fn step(&mut self, scene: &mut Scene<'_, '_>, at: usize) -> Result<(), Stop> {
        let step = &self.story.steps[at];
        scene.stage.set_clock(self.times[at])?;
        let done = match step.verb.does {
            Does::Check(what) => check::check(self, scene, step, what),
            _ => act::act(self, scene, step),
        };
        done.map_err(|halt| match halt {
            Halt::Trouble(trouble) => Stop::Trouble(trouble),
            Halt::Miss(Miss { expected, came }) => Stop::Failed(Failure {
                step: step.title(),
                place: format!("{}:{}", self.story.file, step.line),
                expected,
                came,
            }),
        })
    }

    /// Lets the worker of a check look at what it is about, without comparing: the demo's audit trail has the look.
    pub fn glance(&mut self, scene: &mut Scene<'_, '_>, at: usize) -> Result<(), Stop> {
        let step = &self.story.steps[at];
        scene.stage.set_clock(self.times[at])?;
        Ok(check::glance(self, scene, step)?)
    }

    /// A day of the story as a date.
    fn date(&self, day: i64) -> Date {
        self.first_day.plus_days(day)
    }

    /// Id of a person; empty before they are registered.
    fn person(&self, key: &str) -> &str {
        self.persons.get(key).map_or("", String::as_str)
    }

    /// Something made by an earlier step. The reader has seen to it that it is there.
    fn made(&self, thing: Thing, name: &str) -> Made {
        let nothing = || Made { id: String::new(), person: String::new() };
        self.made.get(&(thing, name.to_owned())).cloned().unwrap_or_else(nothing)
    }

    /// What was written about a person so far.
    fn told(&self, person: &str) -> &[Told] {
        self.told.get(person).map_or(&[], Vec::as_slice)
    }
}

/// The seat of a step that a worker does.
fn seat(by: &By) -> (&str, &str) {
    match by {
        By::Seat { worker, agency } => (worker, agency),
        By::Link => ("", ""),
    }
}

/// The name a step gives to what it makes; its number when it gives none, so that nothing is lost.
fn name_of(step: &Step) -> String {
    use super::read::Get;
    match step.values.word("as") {
        "" => format!("step {}", step.number),
        name => name.to_owned(),
    }
}
