//! Putting the rooms together.

use std::sync::Arc;

use axum::Router;
use base::{Clock, Outcome, Problem, Random, Words};
use db::{Db, DbConfig, Migration};
use web::{App, Config, Hooks, Room, Settings, Who};

/// Every room of the product.
pub fn rooms() -> Vec<Room> {
    let mut rooms = people::rooms();
    rooms.extend(public::rooms());
    rooms.extend(care::rooms());
    rooms
}

/// Every table of the product, oldest first.
pub fn migrations() -> Vec<Migration> {
    rooms().iter().flat_map(|room| room.migrations.iter().copied()).collect()
}

/// Every column whose texts are sealed under the key of a person.
pub fn sealed() -> Vec<people::vault::Column> {
    [people::sealed(), care::sealed()].concat()
}

/// Every word of the product.
pub fn words() -> Outcome<Words> {
    let mut all = vec![base::WORDS, web::ui::words(), crate::doctor::WORDS];
    all.extend(rooms().into_iter().map(|room| room.words));
    Words::build(&all).map_err(Problem::internal)
}

/// What the rooms tell the kit.
pub fn hooks() -> Hooks {
    care::hooks()
}

/// A running house.
#[derive(Clone)]
pub struct House {
    /// The product.
    pub app: App,
    /// The same as a service.
    pub router: Router,
}

impl House {
    /// Opens the database, brings its tables up to date and puts the rooms together.
    pub fn open(db: &DbConfig, config: Config, clock: Box<dyn Clock>, random: Box<dyn Random>) -> Outcome<Self> {
        let db = Db::open(db, &migrations())?;
        Self::on(db, config, clock, random)
    }

    /// Puts the rooms together on an open database.
    pub fn on(db: Db, config: Config, clock: Box<dyn Clock>, random: Box<dyn Random>) -> Outcome<Self> {
        let app = App::new(db, clock, random, words()?, Settings { config, hooks: hooks() });
        app.act(Who::System, people::agency::ensure_kinds)?;
        let router = web::router(&app, rooms());
        Ok(Self { app, router })
    }

    /// A house whose clock can be moved, for scenarios and tests.
    pub fn with_clock<C: Clock + 'static>(
        db: Db,
        config: Config,
        clock: Arc<C>,
        random: Box<dyn Random>,
    ) -> Outcome<Self>
    where
        Arc<C>: Clock,
    {
        Self::on(db, config, Box::new(clock), random)
    }
}
