//! Runs the target `file`.
#![cfg_attr(feature = "libfuzzer", no_main)]

#[cfg(feature = "libfuzzer")]
libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::file(input));

#[cfg(not(feature = "libfuzzer"))]
fn main() -> std::io::Result<std::process::ExitCode> {
    fuzz::replay(fuzz::file)
}
