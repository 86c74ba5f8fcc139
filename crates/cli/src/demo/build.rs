//! Building the demo's database.

use std::path::{Path, PathBuf};

use base::{Date, Outcome, Problem, Random, Time};
use db::{Db, DbConfig};
use serde_json::json;

use super::PASSWORD;
use crate::scenario::play::{Failure, Play, Scene, Stop};
use crate::scenario::stage::{Call, Ground, HouseStage, Seats, Stage, affirm};
use crate::scenario::{Region, Story, Trouble, Wrong, book};
use crate::vault::{self, SealKey};

/// What was built.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// Steps that were played.
    pub steps: usize,
    /// Stories that stopped early; empty unless the product has lost something a story needs.
    pub failures: Vec<Failure>,
}

/// The hour of today, in Japan, before which the demo ends yesterday: no story has a step in the future.
const OPEN_FROM: u8 = 10;

/// Builds the demo as it stands at `now` into the SQLite file `path`, which must not be there yet.
///
/// `tell` hears how many steps are done, of how many. An interrupted build leaves nothing behind under that name.
pub fn build(path: &Path, now: Time, random: Box<dyn Random>, tell: &mut dyn FnMut(usize, usize)) -> Outcome<Built> {
    let region = book::region().map_err(unreadable)?;
    let stories = book::stories(&region).map_err(unreadable)?;
    let today = if now.hour_minute_jst().0 < OPEN_FROM { now.date_jst().plus_days(-1) } else { now.date_jst() };
    let building = PathBuf::from(format!("{}.building", path.display()));
    remove(&building)?;
    let db = Db::open(&DbConfig::Sqlite { path: building.clone(), readers: 1 }, &crate::migrations())?;
    let key_file = SealKey::default().path(path);
    db.give_key(match vault::read(&key_file)? {
        Some(key) => key,
        None => vault::make(&key_file, random.as_ref())?,
    });
    let built =
        play(db.clone(), &region, &stories, (today, now), random, tell).map_err(|Trouble(why)| Problem::Internal(why));
    db.close();
    let built = built?;
    take_over(&building, path)?;
    Ok(built)
}

/// Gives a finished database its name. What is still in its log comes along, and first: without it the newest acts
/// would be gone.
fn take_over(building: &Path, path: &Path) -> Outcome<()> {
    for ending in ["-wal", ""] {
        let (from, to) = (format!("{}{ending}", building.display()), format!("{}{ending}", path.display()));
        match std::fs::rename(&from, &to) {
            Err(e) if ending.is_empty() || e.kind() != std::io::ErrorKind::NotFound => {
                return Err(Problem::Internal(format!("{to}: {e}")));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Removes a database with the files that belong to it.
pub fn remove(path: &Path) -> Outcome<()> {
    for ending in ["", "-wal", "-shm"] {
        let file = PathBuf::from(format!("{}{ending}", path.display()));
        match std::fs::remove_file(&file) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                return Err(Problem::Internal(format!("{} cannot be removed: {e}", file.display())));
            }
            _ => {}
        }
    }
    Ok(())
}

fn unreadable(wrongs: Vec<Wrong>) -> Problem {
    Problem::Internal(wrongs.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// Plays every story, all of them together in the order of time.
fn play(
    db: Db,
    region: &Region,
    stories: &[Story],
    (today, now): (Date, Time),
    random: Box<dyn Random>,
    tell: &mut dyn FnMut(usize, usize),
) -> Result<Built, Trouble> {
    let mut plays: Vec<_> = stories.iter().map(|story| Play::new(story, today.plus_days(story.starts))).collect();
    let order = order(&plays);
    let first = order.first().map_or(today, |(time, ..)| time.date_jst());
    let mut stage = HouseStage::build(db, first.plus_days(-1), random, PASSWORD)?;
    let ground = stage.ground(region)?;
    let mut seats = Seats::new(region, &ground);
    let mut built = Built::default();
    let mut stopped = vec![false; plays.len()];
    for (done, (_, story, step)) in order.iter().enumerate() {
        tell(done, order.len());
        if stopped[*story] {
            continue;
        }
        let mut scene = Scene { stage: &mut stage, seats: &mut seats };
        match one(&mut plays[*story], &mut scene, *step) {
            Ok(()) => built.steps += 1,
            Err(Stop::Failed(failure)) => {
                stopped[*story] = true;
                built.failures.push(failure);
            }
            Err(Stop::Trouble(trouble)) => return Err(trouble),
        }
    }
    stage.set_clock(now)?;
    seats.leave(&mut stage)?;
    affirm(&mut stage, region, &ground)?;
    suggest(&mut stage, &ground)?;
    tell(order.len(), order.len());
    Ok(built)
}

/// What the public has sent in and nobody has looked at yet: agency, what about, the words.
const SUGGESTED: [(&str, &str, &str); 3] = [
    ("facility", "schedule", "夜のミーティングは、先月から三十分遅く始まるようになりました。"),
    ("citycenter", "conditions", "土曜の家族講座に、小さい子を連れて入れました。そう書いてあると助かります。"),
    ("familycircle", "contact", "電話は夕方のほうがつながりやすいです。"),
];

fn suggest(stage: &mut dyn Stage, ground: &Ground) -> Result<(), Trouble> {
    for (agency, what, text) in SUGGESTED {
        let path = format!("/api/v1/directory/agencies/{}/suggestions", ground.agency(agency));
        let body = json!({ "what": what, "text": text });
        let reply = stage.send(Call { path: &path, token: None, body: Some(&body) })?;
        if !reply.is_done() {
            return Err(Trouble(format!("a suggestion for `{agency}`: {}", reply.said())));
        }
    }
    Ok(())
}

/// Every step of every story: when, which story, which step.
fn order(plays: &[Play<'_>]) -> Vec<(Time, usize, usize)> {
    let steps = |(story, play): (usize, &Play<'_>)| {
        play.times().iter().enumerate().map(|(step, time)| (*time, story, step)).collect::<Vec<_>>()
    };
    let mut order: Vec<_> = plays.iter().enumerate().flat_map(steps).collect();
    order.sort_unstable();
    order
}

/// A check becomes a look, so that the audit trail has it; what would be refused is left out.
fn one(play: &mut Play<'_>, scene: &mut Scene<'_, '_>, at: usize) -> Result<(), Stop> {
    let step = &play.story().steps[at];
    if step.verb.is_check() {
        play.glance(scene, at)
    } else if step.fails.is_some() {
        Ok(())
    } else {
        play.step(scene, at)
    }
}
