//! Runs the real command: answers, complaints, exit statuses, terminals, closed pipes.

mod explain;
mod list;
mod search;
mod streams;
mod support;
mod usage;
