//! A small static server for `dist/`, on this computer only.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::dist;
use crate::workspace::Workspace;

const USUAL_PORT: u16 = 8017;
const INDEX: &str = "quarterlight.html";
const SITE_INDEX: &str = "index.html";

/// Reads the number after `--port`.
pub(crate) fn port(text: &str) -> Result<u16> {
    text.parse()
        .with_context(|| format!("expected a port from 0 to 65535 after --port, found `{text}`"))
}

/// Builds the file and the site, serves both until interrupted, and says where they are.
pub(crate) fn serve(workspace: &Workspace, port: Option<u16>) -> Result<()> {
    dist::dist(workspace)?;
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    println!("\nQuarterlight with its example, over http and from the file itself:");
    println!("  http://{address}/{INDEX}#example");
    println!("  {}#example", file_address(&workspace.html()));
    println!("\nThe site, which can be installed and then opens without this server:");
    println!("  http://{address}/site/#example");
    println!("\nInterrupt (Ctrl+C) to stop.");
    let folder = workspace.dist();
    for stream in listener.incoming() {
        let folder = folder.clone();
        // A browser keeps idle connections open, so each has its own thread; losing one harms nobody.
        thread::spawn(move || stream.and_then(|stream| answer(&stream, &folder)));
    }
    Ok(())
}

/// A port that was asked for must be had; the usual one may be taken, and any other will do.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    match port {
        Some(port) => TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port}")),
        None => TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL_PORT))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .context("cannot listen on any port"),
    }
}

fn answer(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next(), words.next().unwrap_or("/"));
    let found = match method {
        Some("GET" | "HEAD") => file(folder, target).and_then(|path| {
            let body = fs::read(&path).ok()?;
            Some(("200 OK", content_type(&path), body))
        }),
        _ => None,
    };
    let (status, kind, body) = found.unwrap_or_else(|| {
        let text = format!("There is nothing here. Quarterlight is at /{INDEX}\n");
        ("404 Not Found", "text/plain; charset=utf-8", text.into_bytes())
    });
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len(),
    )?;
    if method == Some("HEAD") {
        return Ok(());
    }
    stream.write_all(&body)
}

/// The file that a request means, which has to be inside the folder.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let name = match path.rsplit('/').next() {
        Some("") if path.is_empty() => INDEX,
        Some("") => SITE_INDEX,
        _ => "",
    };
    let path = format!("{path}{name}");
    let path = Path::new(&path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn file_address(path: &Path) -> String {
    let path = path.to_string_lossy();
    let escaped = path.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    format!("file://{}", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{file, file_address};

    #[test]
    fn a_request_cannot_leave_the_folder() {
        let folder = Path::new("dist");
        assert_eq!(file(folder, "/"), Some(folder.join("quarterlight.html")));
        assert_eq!(file(folder, "/a.html?b#c"), Some(folder.join("a.html")));
        assert_eq!(file(folder, "/site/?b"), Some(folder.join("site/index.html")));
        assert_eq!(file(folder, "/../Cargo.toml"), None);
        assert_eq!(file(folder, "/site//"), Some(folder.join("site/index.html")));
    }

    #[test]
    fn an_address_escapes_what_would_end_it() {
        assert_eq!(file_address(Path::new("/a b/#1/é")), "file:///a%20b/%231/%C3%A9");
    }
}
