//! Runs the target `rule`.
#![cfg_attr(feature = "libfuzzer", no_main)]

#[cfg(feature = "libfuzzer")]
libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::rule(input));

#[cfg(not(feature = "libfuzzer"))]
fn main() -> std::io::Result<std::process::ExitCode> {
    fuzz::replay(fuzz::rule)
}
