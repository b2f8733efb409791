//! Runs the real command: answers, complaints, exit statuses, terminals, closed pipes.

#![cfg(unix)]

mod explain;
mod list;
mod new;
mod received;
mod registries;
mod search;
mod streams;
mod support;
mod usage;
mod vectors;
