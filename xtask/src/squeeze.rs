//! Leaves out of the page's inline texts what only their authors read: comments and indentation.

use anyhow::{Result, ensure};

/// A script without its comment lines and its indentation.
pub(crate) fn script(text: &str) -> Result<String> {
    let text = lines(text.lines().filter(|line| !line.trim_start().starts_with("//")));
    for line in text.lines() {
        // What spans lines between backticks may not lose its spaces, nor what looks like a comment there.
        ensure!(
            line.matches('`').count().is_multiple_of(2),
            "the script has a text that goes on after `{line}`, which squeezing could change",
        );
    }
    Ok(text)
}

/// Styles without their comments and their indentation.
pub(crate) fn styles(text: &str) -> Result<String> {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        let Some((_, after)) = comment.split_once("*/") else {
            anyhow::bail!("the styles have a comment that does not end");
        };
        rest = after;
    }
    kept.push_str(rest);
    Ok(lines(kept.lines()))
}

fn lines<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let mut text = String::new();
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{script, styles};

    #[test]
    fn a_script_keeps_its_lines() -> anyhow::Result<()> {
        let text = "// why\nlet a = 'http://b'\n\n    // how\n    let c = `${a}`;\n";
        assert_eq!(script(text)?, "let a = 'http://b'\nlet c = `${a}`;\n");
        assert!(script("let a = `b\n  c`;").is_err());
        Ok(())
    }

    #[test]
    fn styles_keep_their_rules() -> anyhow::Result<()> {
        let text = "/* why\n   it is so */\na {\n  color: red; /* how */\n}\n";
        assert_eq!(styles(text)?, "a {\ncolor: red;\n}\n");
        assert!(styles("a {} /* b").is_err());
        Ok(())
    }
}
