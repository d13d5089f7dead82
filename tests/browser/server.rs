//! A server that remembers who asked it for something.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;

/// Something the server has.
#[derive(Clone, Debug)]
pub struct Resource {
    /// What comes after the server's name, from the first `/`.
    ///
    /// A path without a `?` is asked for with any.
    pub path: String,
    /// What the answer begins with, such as `200 OK`.
    pub status: &'static str,
    /// Headers of the answer, the type of the content among them.
    pub headers: Vec<(String, String)>,
    /// The content.
    pub body: Vec<u8>,
}

impl Resource {
    /// A page.
    #[must_use]
    pub fn html(path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::of("text/html; charset=utf-8", path, body)
    }

    /// A content of any type.
    #[must_use]
    pub fn of(kind: &str, path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.to_owned(),
            status: "200 OK",
            headers: vec![("Content-Type".to_owned(), kind.to_owned())],
            body: body.into(),
        }
    }

    /// An answer that sends on to another address.
    #[must_use]
    pub fn sent_on(path: &str, to: &str) -> Self {
        let answer = Self { status: "302 Found", ..Self::html(path, "") };
        answer.header("Location", to)
    }

    /// What a folder and those in it hold, as web servers give it; `within` is the folder's path and ends with `/`.
    ///
    /// # Errors
    ///
    /// Something cannot be read.
    pub fn all_in(folder: &Path, within: &str) -> Result<Vec<Self>> {
        let mut resources = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{within}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                resources.extend(Self::all_in(&entry.path(), &format!("{path}/"))?);
                continue;
            }
            let content = fs::read(entry.path())?;
            let kind = match entry.path().extension().and_then(|kind| kind.to_str()) {
                Some("html") => "text/html; charset=utf-8",
                Some("js") => "text/javascript",
                Some("json") => "application/json",
                Some("svg") => "image/svg+xml",
                _ => "image/png",
            };
            if path.ends_with("/index.html") {
                // As servers do: the folder is its page.
                resources.push(Self::of(kind, within, content.clone()));
            }
            resources.push(Self::of(kind, &path, content));
        }
        Ok(resources)
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A server on this computer; it runs until it is stopped or the tests end.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    resources: Arc<Mutex<Vec<Resource>>>,
    is_stopped: Arc<AtomicBool>,
    delay: Arc<AtomicU64>,
}

impl Server {
    /// Serves some things, and "not found" for the rest.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub fn start(resources: Vec<Resource>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        let resources = Arc::new(Mutex::new(resources));
        let is_stopped = Arc::new(AtomicBool::new(false));
        let delay = Arc::new(AtomicU64::new(0));
        let waits = Arc::clone(&delay);
        let (has, stops) = (Arc::clone(&resources), Arc::clone(&is_stopped));
        thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                if stops.load(Ordering::SeqCst) {
                    return;
                }
                let (seen, resources) = (Arc::clone(&seen), locked(&has).clone());
                let waits = Arc::clone(&waits);
                thread::spawn(move || answer(&stream, &resources, &seen, &waits));
            }
        });
        Ok(Self { address, requests, resources, is_stopped, delay })
    }

    /// Serves other things from now on.
    pub fn replace(&self, resources: Vec<Resource>) {
        *locked(&self.resources) = resources;
    }

    /// Answers later from now on, by so many milliseconds.
    pub fn slow_down(&self, by: u64) {
        self.delay.store(by, Ordering::SeqCst);
    }

    /// Takes no more connections, as if the network were gone.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::SeqCst);
        // The one who waits for connections has to notice.
        let _ = TcpStream::connect(self.address);
        while TcpStream::connect(self.address).is_ok() {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The address of a path.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same with another scheme, such as `ws`.
    #[must_use]
    pub fn authority(&self) -> String {
        self.address.to_string()
    }

    /// Every request so far, as its method and path; a connection that asked for nothing is `connection`.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        locked(&self.requests).clone()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(
    stream: &TcpStream,
    resources: &[Resource],
    seen: &Mutex<Vec<String>>,
    delay: &AtomicU64,
) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    let read = reader.read_line(&mut request);
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let note = if path.is_empty() { "connection".to_owned() } else { format!("{method} {path}") };
    locked(seen).push(note);
    read?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    // Browsers open connections before they ask for anything.
    thread::sleep(Duration::from_millis(delay.load(Ordering::SeqCst)));
    let plain = path.split('?').next().unwrap_or_default();
    let named = |path: &str| resources.iter().find(|resource| resource.path == path);
    let (status, headers, body) = match named(path).or_else(|| named(plain)) {
        Some(one) => (one.status, one.headers.as_slice(), one.body.as_slice()),
        None => ("404 Not Found", [].as_slice(), [].as_slice()),
    };
    let mut stream = stream;
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len())?;
    write!(stream, "Access-Control-Allow-Origin: *\r\nConnection: close\r\n")?;
    for (name, value) in headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    write!(stream, "\r\n")?;
    stream.write_all(body)
}
