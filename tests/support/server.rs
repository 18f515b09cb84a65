//! A mail server for tests that does what a test asks of it: refuses, asks to come back, hangs, drops the connection.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// What the server does in place of agreeing.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Say(&'static str),
    Drop,
    Hang,
}

/// What was accepted: for whom, and the message.
pub type Mail = (String, String);

/// When a line begins so, after so many that did, this is done, so many times.
#[derive(Clone, Debug)]
pub struct Rule {
    pub begins: &'static str,
    pub after: usize,
    pub times: usize,
    pub act: Act,
}

#[derive(Clone)]
pub struct Server {
    pub port: u16,
    rules: Arc<Mutex<Vec<Rule>>>,
    pub accepted: Arc<Mutex<Vec<Mail>>>,
    pub lines: Arc<Mutex<Vec<String>>>,
    hung: Arc<Mutex<Receiver<()>>>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (tell, hung) = channel();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            rules: Arc::default(),
            accepted: Arc::default(),
            lines: Arc::default(),
            hung: Arc::new(Mutex::new(hung)),
        };
        let shared = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (shared, tell) = (shared.clone(), tell.clone());
                thread::spawn(move || shared.serve(stream.unwrap(), &tell));
            }
        });
        server
    }

    pub fn rule(&self, begins: &'static str, after: usize, times: usize, act: Act) {
        self.rules.lock().unwrap().push(Rule {
            begins,
            after,
            times,
            act,
        });
    }

    pub fn calm(&self) {
        self.rules.lock().unwrap().clear();
    }

    /// Waits until a client hangs.
    pub fn until_hung(&self) {
        self.hung
            .lock()
            .unwrap()
            .recv_timeout(std::time::Duration::from_secs(120))
            .unwrap();
    }

    /// Gives for whom messages were accepted, in order.
    pub fn people(&self) -> Vec<String> {
        let mut people: Vec<String> = self
            .accepted
            .lock()
            .unwrap()
            .iter()
            .map(|(to, _)| to.clone())
            .collect();
        people.sort();
        people
    }

    fn act(&self, line: &str) -> Option<Act> {
        let mut rules = self.rules.lock().unwrap();
        let rule = rules
            .iter_mut()
            .find(|rule| line.starts_with(rule.begins) && rule.times > 0)?;
        if rule.after > 0 {
            rule.after -= 1;
            return None;
        }
        rule.times -= 1;
        Some(rule.act)
    }

    /// Gives `false` when the connection is over.
    fn answer(&self, line: &str, usual: &str, out: &mut TcpStream, tell: &Sender<()>) -> bool {
        match self.act(line) {
            None => {
                let _ = write!(out, "{usual}\r\n");
                true
            }
            Some(Act::Say(text)) => {
                let _ = write!(out, "{text}\r\n");
                true
            }
            Some(Act::Drop) => false,
            Some(Act::Hang) => {
                let _ = tell.send(());
                // Until the other side goes away.
                let _ = std::io::Read::read(out, &mut [0; 1]);
                false
            }
        }
    }

    fn serve(&self, stream: TcpStream, tell: &Sender<()>) {
        let mut out = stream.try_clone().unwrap();
        if !self.answer("CONNECT", "220 test ESMTP", &mut out, tell) {
            return;
        }
        let mut to = Vec::new();
        let mut lines = BufReader::new(stream).lines();
        while let Some(Ok(line)) = lines.next() {
            self.lines.lock().unwrap().push(line.clone());
            let usual = if line.starts_with("EHLO") {
                "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN"
            } else if line.starts_with("AUTH") {
                "235 welcome"
            } else if line == "DATA" {
                "354 go on"
            } else if line == "QUIT" {
                "221 bye"
            } else {
                "250 ok"
            };
            let refused = self
                .rules
                .lock()
                .unwrap()
                .iter()
                .any(|rule| line.starts_with(rule.begins) && rule.times > 0 && rule.after == 0);
            if !self.answer(&line, usual, &mut out, tell) {
                return;
            }
            if line.starts_with("MAIL") || line == "RSET" {
                to.clear();
            }
            if let Some(address) = line.strip_prefix("RCPT TO:<").filter(|_| !refused) {
                to.push(address.trim_end_matches('>').to_owned());
            }
            if line == "DATA" && !refused {
                let mut text = String::new();
                for line in lines.by_ref() {
                    let Ok(line) = line else { return };
                    if line == "." {
                        break;
                    }
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push('\n');
                }
                let says_no = self
                    .rules
                    .lock()
                    .unwrap()
                    .iter()
                    .any(|rule| rule.begins == "END" && rule.times > 0 && rule.after == 0);
                // A server that stops before its answer reached the other side has nothing; one that answered has it.
                if !says_no {
                    let mut accepted = self.accepted.lock().unwrap();
                    accepted.extend(to.iter().map(|to| (to.clone(), text.clone())));
                }
                if !self.answer("END", "250 accepted", &mut out, tell) {
                    return;
                }
                to.clear();
            }
        }
    }
}
