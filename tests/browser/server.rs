//! A server that remembers who asked it for something.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;

/// Something the server has.
#[derive(Clone, Debug)]
pub struct Resource {
    /// What comes after the server's name, from the first `/`.
    pub path: String,
    /// Headers of the answer, the type of the content among them.
    pub headers: Vec<(String, String)>,
    /// The content.
    pub body: Vec<u8>,
}

impl Resource {
    /// A page.
    #[must_use]
    pub fn html(path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.to_owned(),
            headers: vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())],
            body: body.into(),
        }
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A server on this computer; it runs until the tests end.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
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
        let resources = Arc::new(resources);
        thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let (seen, resources) = (Arc::clone(&seen), Arc::clone(&resources));
                thread::spawn(move || answer(&stream, &resources, &seen));
            }
        });
        Ok(Self { address, requests })
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
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(stream: &TcpStream, resources: &[Resource], seen: &Mutex<Vec<String>>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    let read = reader.read_line(&mut request);
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let note = if path.is_empty() { "connection".to_owned() } else { format!("{method} {path}") };
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(note);
    read?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let found = resources.iter().find(|resource| resource.path == path);
    let (status, headers, body) = match found {
        Some(resource) => ("200 OK", resource.headers.as_slice(), resource.body.as_slice()),
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
