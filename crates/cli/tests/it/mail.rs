//! Notices reach a real SMTP server of the operator, and hold nothing about anybody.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::mpsc;
use std::time::Duration;

use db::Engine;

use super::world::build;

/// A mail server that takes everything and hands the texts to the test.
fn post_office(refuse_first: bool) -> (u16, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    let (letters, box_) = mpsc::channel();
    std::thread::spawn(move || {
        let mut refuse = refuse_first;
        for stream in listener.incoming().flatten() {
            let mut out = stream.try_clone().expect("a stream can be cloned");
            let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
            let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes()).is_ok();
            say("220 test");
            while let Some(line) = lines.next() {
                let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
                match verb.as_str() {
                    "DATA" if refuse => {
                        refuse = false;
                        say("451 later");
                    }
                    "DATA" => {
                        say("354 go on");
                        let text: Vec<String> = lines.by_ref().take_while(|l| l != ".").collect();
                        let _ = letters.send(text.join("\n"));
                        say("250 kept");
                    }
                    "QUIT" => {
                        say("221 bye");
                        break;
                    }
                    _ => {
                        say("250 fine");
                    }
                }
            }
        }
    });
    (port, box_)
}

#[test]
fn a_notice_is_mailed_without_content_and_put_off_when_the_server_cannot() {
    let fixture = build(Engine::Sqlite);
    let (darc, anna) = (fixture.world.agency("darc"), fixture.anna);
    fixture
        .world
        .act("hogo", move |cx| people::notice::tell(cx, darc, "notice-something", anna, "/referrals/0000000000001"))
        .expect("a notice can be given");
    let (port, letters) = post_office(true);
    let sender = house::mail::Sender::new("tsunagi@example.jp", &format!("smtp://127.0.0.1:{port}")).expect("a sender");
    let first = sender.drain(&fixture.world.app.app).expect("the outbox can be read");
    assert_eq!(first.put_off, 1, "the server refuses the first");
    fixture.world.clock.advance_minutes(5);
    let second = sender.drain(&fixture.world.app.app).expect("the outbox can be read");
    assert_eq!(second.sent, 1);
    let mut to_darc = 0;
    for _ in 0..=first.sent {
        let letter = letters.recv_timeout(Duration::from_secs(10)).expect("a letter arrives");
        to_darc += usize::from(letter.contains("To: darc@example.jp"));
        for secret in ["あんな", &anna.to_string(), "0000000000001", "/referrals"] {
            assert!(!letter.contains(secret), "the mail tells {secret}: {letter}");
        }
    }
    assert!(to_darc >= 1, "nothing for the facility");
    assert_eq!(sender.drain(&fixture.world.app.app).expect("again").sent, 0, "nothing is sent twice");
}
