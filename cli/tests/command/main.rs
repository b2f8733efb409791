//! Runs the real command: answers, complaints, exit statuses, terminals, closed pipes.

#![cfg(unix)]

mod check;
mod codegen;
mod diff;
mod explain;
mod list;
mod new;
mod received;
mod registries;
mod releases;
mod scan;
mod scan_live;
mod search;
mod shell;
mod streams;
mod support;
mod usage;
mod vectors;
