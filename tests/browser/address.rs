//! Addresses of files.

use std::path::Path;

use anyhow::{Result, anyhow};

/// The `file:` address of a path, with everything escaped that would end or change it.
///
/// # Errors
///
/// A path that does not start at the root has no address.
pub fn of_file(path: &Path) -> Result<String> {
    let address = url::Url::from_file_path(path)
        .map_err(|()| anyhow!("{} has no file: address", path.display()))?;
    Ok(address.into())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::of_file;

    #[test]
    fn what_would_end_the_path_is_escaped() -> anyhow::Result<()> {
        assert_eq!(of_file(Path::new("/a b/#1/é?"))?, "file:///a%20b/%231/%C3%A9%3F");
        Ok(())
    }
}
