//! Limits that the process that reads a PDF sets itself.

#[cfg(any(not(unix), target_vendor = "apple"))]
pub use counted::share_memory;
#[cfg(unix)]
pub use unix::allow_a_page;
#[cfg(all(unix, not(target_vendor = "apple")))]
pub use unix::share_memory;

/// Limits memory and time; no file can be written, nothing is dumped.
pub fn confine() {
    share_memory(1);
    #[cfg(unix)]
    unix::write_nothing();
    allow_a_page();
}

/// Allows one more page: time is limited from outside.
#[cfg(not(unix))]
pub fn allow_a_page() {}

#[cfg(unix)]
mod unix {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    use super::super::limits::{FILE_PROCESSOR_TIME, PAGE_PROCESSOR_TIME};

    /// Lets no file be written, nor the memory of a process that dies.
    pub fn write_nothing() {
        limit(Resource::Fsize, 0, 0);
        limit(Resource::Core, 0, 0);
    }

    /// Lowers the limit of memory to the share of one of so many processes.
    #[cfg(not(target_vendor = "apple"))]
    pub fn share_memory(shares: u32) {
        use super::super::limits::MEMORY;
        limit(Resource::As, MEMORY / u64::from(shares.max(1)), MEMORY);
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

/// Where no system limits the memory of a process (macOS takes the limit and does not keep it), what asks for memory
/// counts it.
#[cfg(any(not(unix), target_vendor = "apple"))]
mod counted {
    use std::alloc::System;

    use cap::Cap;

    use super::super::limits::MEMORY;

    #[global_allocator]
    static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

    /// Lowers the limit of memory to the share of one of so many processes.
    pub fn share_memory(shares: u32) {
        // Where more is in use already the limit stays.
        let _ = ALLOCATOR.set_limit((MEMORY / u64::from(shares.max(1))) as usize);
    }
}
