//! Limits that the process that reads a PDF sets itself.

#[cfg(unix)]
mod unix {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    use super::super::limits::{FILE_PROCESSOR_TIME, MEMORY, PAGE_PROCESSOR_TIME};

    /// Limits memory; no file can be written, nothing is dumped.
    pub fn confine() {
        limit(Resource::As, MEMORY, MEMORY);
        limit(Resource::Fsize, 0, 0);
        limit(Resource::Core, 0, 0);
        allow_a_page();
    }

    /// Allows the processor time of one more page from now on.
    pub fn allow_a_page() {
        let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
        limit(Resource::Cpu, (used + PAGE_PROCESSOR_TIME).min(FILE_PROCESSOR_TIME), FILE_PROCESSOR_TIME);
    }

    /// Where the system refuses, it has a lower limit already, or none at all.
    fn limit(resource: Resource, current: u64, maximum: u64) {
        let maximum = getrlimit(resource).maximum.map_or(maximum, |least| least.min(maximum));
        let _ = setrlimit(resource, Rlimit { current: Some(current.min(maximum)), maximum: Some(maximum) });
    }
}

#[cfg(unix)]
pub use unix::{allow_a_page, confine};

/// Nothing is limited here but from outside.
#[cfg(not(unix))]
pub fn confine() {}

/// Nothing is limited here but from outside.
#[cfg(not(unix))]
pub fn allow_a_page() {}
