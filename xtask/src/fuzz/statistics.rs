//! What libFuzzer says when it is done.

use std::fmt;

/// The figures of one run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Statistics {
    executions: u64,
    per_second: u64,
    /// Edges of the code that were reached, of all that there are.
    reached: u64,
    edges: u64,
    /// Inputs that reach them.
    inputs: u64,
}

impl Statistics {
    /// The head of a table of which each [`Statistics`] is a row.
    pub(super) const HEAD: &str = "target     executions  per second  edges reached     of all  inputs";

    /// Reads the output of a run.
    pub(super) fn read(said: &str) -> Option<Self> {
        let number =
            |text: &str| text.trim_start().split(|character: char| !character.is_ascii_digit()).next()?.parse().ok();
        let last = said.lines().rfind(|line| line.contains(" cov: "))?;
        let after = |line: &str, word: &str| number(line.split_once(word)?.1);
        let total = |word: &str| said.lines().find_map(|line| number(line.strip_prefix(word)?));
        Some(Self {
            executions: total("stat::number_of_executed_units:")?,
            per_second: total("stat::average_exec_per_sec:")?,
            reached: after(last, " cov: ")?,
            edges: said.lines().find_map(|line| after(line.strip_prefix("INFO: Loaded ")?, " PC tables ("))?,
            inputs: after(last, " corp: ")?,
        })
    }
}

impl fmt::Display for Statistics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { executions, per_second, reached, edges, inputs } = self;
        write!(formatter, "{executions:>13}{per_second:>12}{reached:>15}{edges:>11}{inputs:>8}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_found() {
        let said = "INFO: Loaded 1 PC tables (27471 PCs): 27471 [0x1,0x2), \n\
                    #2\tINITED cov: 99 ft: 100 corp: 1/1b exec/s: 0 rss: 40Mb\n\
                    #48053\tDONE   cov: 1867 ft: 4559 corp: 638/5741b lim: 21 exec/s: 6864 rss: 446Mb\n\
                    stat::number_of_executed_units: 48053\nstat::average_exec_per_sec:     6864\n";
        let expected = Statistics { executions: 48053, per_second: 6864, reached: 1867, edges: 27471, inputs: 638 };
        assert_eq!(Statistics::read(said), Some(expected));
        assert_eq!(Statistics::read(""), None);
    }
}
