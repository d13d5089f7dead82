//! The rules for servers that the documentation has, as real servers follow them.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::files::in_workspace;
use crate::process::{Process, free_port};

/// A block of code of a page of the documentation, by its language; there is exactly one.
///
/// # Errors
///
/// There is none, or several.
pub fn documented(page: &str, language: &str) -> Result<String> {
    let text = fs::read_to_string(in_workspace("docs").join(page))?;
    let mark = format!("```{language}\n");
    let mut found = text.split(&mark).skip(1);
    let block = found.next().with_context(|| format!("the page has no block of {language}"))?;
    ensure!(found.next().is_none(), "the page has several blocks of {language}");
    Ok(block.split("```").next().unwrap_or_default().to_owned())
}

/// The headers that a `web.config` adds, by the path that each set is for: an empty one where it names none.
///
/// # Errors
///
/// It is not XML.
pub fn of_iis(config: &str) -> Result<BTreeMap<String, Vec<(String, String)>>> {
    let document = roxmltree::Document::parse(config.trim()).context("web.config is not XML")?;
    let mut locations: Vec<_> =
        document.descendants().filter(|node| node.has_tag_name("location")).collect();
    if locations.is_empty() {
        locations.push(document.root_element());
    }
    let headers = |location: &roxmltree::Node<'_, '_>| {
        let lists = location.descendants().filter(|node| node.has_tag_name("customHeaders"));
        let added = lists.flat_map(|list| list.children().filter(|node| node.has_tag_name("add")));
        added
            .filter_map(|node| {
                Some((node.attribute("name")?.to_owned(), node.attribute("value")?.to_owned()))
            })
            .collect::<Vec<_>>()
    };
    Ok(locations
        .iter()
        .map(|one| (one.attribute("path").unwrap_or_default().to_owned(), headers(one)))
        .collect())
}

/// Where the rules of the documentation have the files of the site.
const DOCUMENTED_FOLDER: &str = "/srv/quarterlight/site/";

/// A real server that serves a folder by some rules; dropping it ends it.
#[derive(Debug)]
pub struct RealServer {
    port: u16,
    _process: Process,
    _folder: TempDir,
}

impl RealServer {
    /// nginx with these rules in its `server` block.
    ///
    /// # Errors
    ///
    /// It is missing, or refuses the rules.
    pub fn nginx(rules: &str, files: &[(&str, Vec<u8>)]) -> Result<Self> {
        let (folder, port) = (folder_of(files)?, free_port()?);
        let at = folder.path().display();
        let rules = rules.replace(DOCUMENTED_FOLDER, &format!("{at}/site/"));
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {at}/{name};\n"))
            .concat();
        let config = format!(
            "daemon off;\npid {at}/nginx.pid;\nerror_log stderr;\nevents {{}}\n\
             http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{temporary}\
             server {{\nlisten 127.0.0.1:{port};\nroot {at}/site;\n{rules}\n}}\n}}\n"
        );
        let path = write(&folder, "nginx.conf", &config)?;
        let mut command = Command::new("nginx");
        command.args(["-e", "stderr", "-c"]).arg(path);
        Self::start(command, folder, port)
    }

    /// Apache with these rules in its one host.
    ///
    /// # Errors
    ///
    /// It is missing, or refuses the rules.
    pub fn apache(rules: &str, files: &[(&str, Vec<u8>)]) -> Result<Self> {
        let (folder, port) = (folder_of(files)?, free_port()?);
        let at = folder.path().display();
        let rules = rules.replace(DOCUMENTED_FOLDER, &format!("{at}/site/"));
        let modules: String = ["mpm_event", "authz_core", "mime", "headers", "alias", "dir"]
            .map(|name| {
                format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")
            })
            .concat();
        let config = format!(
            "{modules}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nUser www-data\nGroup www-data\n\
             PidFile {at}/apache.pid\nDefaultRuntimeDir {at}\nErrorLog {at}/error.log\n\
             TypesConfig /etc/mime.types\nDocumentRoot {at}/site\n{rules}\n"
        );
        let path = write(&folder, "apache.conf", &config)?;
        let mut command = Command::new("apache2");
        command.args(["-D", "FOREGROUND", "-f"]).arg(path);
        Self::start(command, folder, port)
    }

    fn start(mut command: Command, folder: TempDir, port: u16) -> Result<Self> {
        let mut process = Process::start(command.stdout(Stdio::null()))?;
        process.listens(port)?;
        Ok(Self { port, _process: process, _folder: folder })
    }

    /// The address of a path.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

/// A folder with the files of a site; whoever the server gives its work to may read them.
fn folder_of(files: &[(&str, Vec<u8>)]) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    for (path, body) in files {
        let place = folder.path().join("site").join(path.trim_start_matches('/'));
        fs::create_dir_all(place.parent().unwrap_or(Path::new("/")))?;
        fs::write(place, body)?;
    }
    Ok(folder)
}

fn write(folder: &TempDir, name: &str, text: &str) -> Result<PathBuf> {
    let path = folder.path().join(name);
    fs::write(&path, text)?;
    Ok(path)
}
