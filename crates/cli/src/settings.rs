//! Settings of an installation, from flags and environment; nothing is read anywhere else.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use db::DbConfig;
use web::{Config, SecondFactor};

/// What every command that opens the database needs to know.
#[derive(Args, Clone, Debug)]
pub struct Store {
    /// SQLite file, made when it is missing.
    #[arg(long, env = "TSUNAGI_DATA", default_value = "data/tsunagi.db")]
    pub data: PathBuf,
    /// Address of a PostgreSQL database (postgres://user@host/name); used instead of the SQLite file.
    #[arg(long, env = "TSUNAGI_DATABASE_URL")]
    pub database_url: Option<String>,
    /// File with the authorities that may have signed the PostgreSQL server's certificate (PEM); those that browsers know
    /// when it is missing.
    #[arg(long, env = "TSUNAGI_DATABASE_CA", requires = "database_url")]
    pub database_ca: Option<PathBuf>,
    /// Connections that read at the same time.
    #[arg(long, env = "TSUNAGI_READERS", default_value_t = 4)]
    pub readers: usize,
}

impl Store {
    /// The database these settings name.
    pub fn db(&self) -> DbConfig {
        match &self.database_url {
            Some(url) => DbConfig::Postgres { url: self.with_ca(url), workers: self.readers.max(2) * 2 },
            None => DbConfig::Sqlite { path: self.data.clone(), readers: self.readers },
        }
    }
}

impl Store {
    /// The address with the file of authorities in it, as PostgreSQL's own programs write it.
    fn with_ca(&self, url: &str) -> String {
        let Some(ca) = &self.database_ca else { return url.to_owned() };
        let path = form_urlencoded::byte_serialize(ca.as_os_str().as_encoded_bytes()).collect::<String>();
        // A blank is written as `+` there, which is a plus sign in an address.
        let path = path.replace('+', "%20");
        format!("{url}{}sslrootcert={path}", if url.contains('?') { '&' } else { '?' })
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
    /// Of whom a code of their own device is asked besides the password. Without it the roles that want it rest: they can be
    /// given, and open nothing.
    #[arg(long, env = "TSUNAGI_SECOND_FACTOR", value_enum, default_value = "offices")]
    pub second_factor: Asked,
    /// Minutes for which an emergency look holds (1 to 60).
    #[arg(long, env = "TSUNAGI_EMERGENCY_MINUTES", default_value_t = 60, value_parser = clap::value_parser!(i64).range(1..=60))]
    pub emergency_minutes: i64,
    /// Different persons that one worker opens within an hour before the privacy officer is told; at twice as many the worker
    /// shows once more who they are. 0 counts nothing.
    #[arg(long, env = "TSUNAGI_PERSONS_AN_HOUR", default_value_t = 40, value_parser = clap::value_parser!(i64).range(0..))]
    pub persons_an_hour: i64,
    /// Requests that one session, or one link, may send within a minute; 0 for any number.
    #[arg(long, env = "TSUNAGI_REQUESTS_A_MINUTE", default_value_t = 300, value_parser = clap::value_parser!(i64).range(0..))]
    pub requests_a_minute: i64,
    /// Where people find the source code that this server runs; the licence wants it to be offered to them.
    #[arg(long, env = "TSUNAGI_SOURCE_URL", value_parser = web_address)]
    pub source_url: Option<String>,
}

/// Of whom a second factor is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Asked {
    /// Of coordinators, privacy officers and administrators.
    Offices,
    /// Of everybody.
    Everybody,
    /// Of nobody but the workers of agencies that ask it: for practice, and for the time until everybody has a device.
    Nobody,
}

impl From<Asked> for SecondFactor {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Offices => Self::Offices,
            Asked::Everybody => Self::Everybody,
            Asked::Nobody => Self::Nobody,
        }
    }
}

/// An address of the web; anything else would be a trap in a link.
fn web_address(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    let is_plain = text.chars().all(|c| c.is_ascii_graphic());
    if is_web && is_plain { Ok(text.to_owned()) } else { Err("an address that begins with https://".to_owned()) }
}

impl Serving {
    /// The settings that acts read.
    pub fn config(&self) -> Config {
        Config {
            base_url: self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen)),
            region: self.region.clone(),
            mail_from: self.mail_from.clone().filter(|_| self.smtp_url.is_some()).unwrap_or_default(),
            idle_minutes: self.idle_minutes,
            second_factor: self.second_factor.into(),
            emergency_minutes: self.emergency_minutes,
            persons_an_hour: self.persons_an_hour,
            requests_a_minute: self.requests_a_minute,
            source_url: self.source_url.clone().unwrap_or_default(),
            ..Config::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ca_file_goes_into_the_address_whatever_it_is_called() {
        let with = |url: &str, ca: &str| {
            let store = Store {
                data: PathBuf::new(),
                database_url: Some(url.to_owned()),
                database_ca: Some(PathBuf::from(ca)),
                readers: 4,
            };
            match store.db() {
                DbConfig::Postgres { url, .. } => url,
                DbConfig::Sqlite { .. } => String::new(),
            }
        };
        let plain = with("postgres://u@h/d?sslmode=require", "/etc/ca.pem");
        assert_eq!(plain, "postgres://u@h/d?sslmode=require&sslrootcert=%2Fetc%2Fca.pem");
        assert_eq!(with("postgres://u@h/d", "/a b&c"), "postgres://u@h/d?sslrootcert=%2Fa%20b%26c");
    }

    #[test]
    fn a_source_is_an_address_of_the_web() {
        for good in ["https://example.jp/tsunagi", "http://10.0.0.1/src?v=1"] {
            assert_eq!(web_address(good), Ok(good.to_owned()));
        }
        for bad in ["", "javascript:alert(1)", "example.jp", "https://example.jp/ x", "ftp://example.jp"] {
            assert!(web_address(bad).is_err(), "{bad}");
        }
    }
}
