//! Settings of an installation, from flags and environment; nothing is read anywhere else.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use db::DbConfig;
use web::Config;

/// What every command that opens the database needs to know.
#[derive(Args, Clone, Debug)]
pub struct Store {
    /// SQLite file, made when it is missing.
    #[arg(long, env = "TSUNAGI_DATA", default_value = "data/tsunagi.db")]
    pub data: PathBuf,
    /// Address of a PostgreSQL database (postgres://user@host/name); used instead of the SQLite file.
    #[arg(long, env = "TSUNAGI_DATABASE_URL")]
    pub database_url: Option<String>,
    /// Connections that read at the same time.
    #[arg(long, env = "TSUNAGI_READERS", default_value_t = 4)]
    pub readers: usize,
}

impl Store {
    /// The database these settings name.
    pub fn db(&self) -> DbConfig {
        match &self.database_url {
            Some(url) => DbConfig::Postgres { url: url.clone(), workers: self.readers.max(2) * 2 },
            None => DbConfig::Sqlite { path: self.data.clone(), readers: self.readers },
        }
    }
}

/// What the server needs to know.
#[derive(Args, Clone, Debug)]
pub struct Serving {
    /// Address to listen on.
    #[arg(long, env = "TSUNAGI_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address under which people reach it; with https the cookies are bound to TLS.
    #[arg(long, env = "TSUNAGI_BASE_URL")]
    pub base_url: Option<String>,
    /// Name of the region.
    #[arg(long, env = "TSUNAGI_REGION", default_value = "みなと県")]
    pub region: String,
    /// Sender of notices by mail; none are sent when it is missing.
    #[arg(long, env = "TSUNAGI_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Mail server: smtp://host:25, or smtps://user:password@host:465.
    #[arg(long, env = "TSUNAGI_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Minutes without a request after which a session locks.
    #[arg(long, env = "TSUNAGI_IDLE_MINUTES", default_value_t = 15)]
    pub idle_minutes: i64,
}

impl Serving {
    /// The settings that acts read.
    pub fn config(&self) -> Config {
        Config {
            base_url: self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen)),
            region: self.region.clone(),
            mail_from: self.mail_from.clone().filter(|_| self.smtp_url.is_some()).unwrap_or_default(),
            idle_minutes: self.idle_minutes,
            ..Config::default()
        }
    }
}
