//! A connection that several statements travel over at once.
//!
//! A statement costs the server some tens of microseconds and the way there and back as much again, each time with two
//! threads put to sleep and woken. So what does not need an answer to go on (the beginning of a transaction, rows that
//! are only added, the commit) is sent together with what does. The driver does that for whatever is begun before an
//! earlier answer has come.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Config, Error, Row, Socket, Statement};

use crate::fault::Fault;
use crate::postgres::cell::Parameter;
use crate::postgres::link::fault;
use crate::value::Value;

/// How long a connection that is given up may take to say so to the server
const PARTING: Duration = Duration::from_secs(1);

/// An open connection
pub(crate) struct Session {
    // In this order: the carrier says good-bye once nobody can ask for anything any more.
    client: Client,
    carrier: Carrier,
}

/// Moves the bytes of a connection, on the thread of whoever waits for an answer
struct Carrier {
    runtime: Runtime,
    moving: JoinHandle<()>,
}

impl Drop for Carrier {
    fn drop(&mut self) {
        let moving = &mut self.moving;
        // However it ends, there is nobody left to tell.
        let _ended = self.runtime.block_on(async { timeout(PARTING, moving).await });
    }
}

/// One thing that is sent
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    /// Statements without parameters
    Plain(&'a str),
    /// A statement whose rows nobody reads
    Run(&'a Statement, &'a [Value]),
    /// A statement whose rows are read
    Read(&'a Statement, &'a [Value]),
}

/// What comes back
pub(crate) enum Answer {
    Done,
    Touched(u64),
    Rows(Vec<Row>),
}

impl Session {
    pub fn open<T>(config: &Config, tls: T) -> Result<Self, Fault>
    where
        T: MakeTlsConnect<Socket>,
        T::TlsConnect: Send,
        T::Stream: Send + 'static,
        <T::TlsConnect as TlsConnect<Socket>>::Future: Send,
    {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|why| Fault::wrong(format!("no runtime for the connection: {why}")))?;
        let (client, connection) = runtime.block_on(config.connect(tls)).map_err(|why| fault(&why))?;
        // It moves on whenever this thread waits for an answer. How it ends is told by the statement that meets it.
        let moving = runtime.spawn(async { connection.await.unwrap_or_default() });
        Ok(Self { client, carrier: Carrier { runtime, moving } })
    }

    pub fn prepare(&self, sql: &str, kinds: &[Type]) -> Result<Statement, Error> {
        self.carrier.runtime.block_on(self.client.prepare_typed(sql, kinds))
    }

    /// Several statements without parameters
    pub fn batch(&self, sql: &str) -> Result<(), Error> {
        self.carrier.runtime.block_on(self.client.batch_execute(sql))
    }

    /// Sends every step at once, in this order, and waits until each is answered
    pub fn talk(&self, steps: &[Step<'_>]) -> Vec<Result<Answer, Error>> {
        self.carrier.runtime.block_on(all(steps.iter().map(|step| self.step(*step)).collect()))
    }

    async fn step(&self, step: Step<'_>) -> Result<Answer, Error> {
        match step {
            Step::Plain(sql) => self.client.batch_execute(sql).await.map(|()| Answer::Done),
            Step::Run(statement, values) => {
                let touched = self.client.execute_raw(statement, values.iter().map(Parameter)).await;
                touched.map(Answer::Touched)
            }
            Step::Read(statement, values) => {
                let values: Vec<Parameter<'_>> = values.iter().map(Parameter).collect();
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|it| it as &(dyn ToSql + Sync)).collect();
                self.client.query(statement, &values).await.map(Answer::Rows)
            }
        }
    }

    /// Whether the connection is known to be of no use any more
    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}

/// Waits for all of them. Each is begun in turn before the first is waited for: to begin is to send.
async fn all<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<Pin<Box<_>>> = futures.into_iter().map(Box::pin).collect();
    let mut ready: Vec<Option<T>> = waiting.iter().map(|_| None).collect();
    poll_fn(|context| {
        let mut is_over = true;
        for (future, slot) in waiting.iter_mut().zip(&mut ready) {
            if slot.is_none() {
                match future.as_mut().poll(context) {
                    Poll::Ready(it) => *slot = Some(it),
                    Poll::Pending => is_over = false,
                }
            }
        }
        if is_over { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    ready.into_iter().flatten().collect()
}
