//! What a comparison found.

/// So many differences are shown,
const SHOWN: usize = 12;

/// and of each so many characters.
const SHOWN_CHARACTERS: usize = 600;

/// The differences found in one comparison.
pub(super) struct Differences {
    about: &'static str,
    list: Vec<String>,
}

impl Differences {
    /// `about` names the comparison.
    pub(super) const fn new(about: &'static str) -> Self {
        Self { about, list: Vec::new() }
    }

    /// The name of the comparison.
    pub(super) const fn about(&self) -> &'static str {
        self.about
    }

    /// Notes a difference; the text says in which case, and what either side says.
    pub(super) fn add(&mut self, difference: impl Into<String>) {
        self.list.push(difference.into());
    }

    /// Whether there are any.
    pub(super) const fn found(&self) -> bool {
        !self.list.is_empty()
    }

    #[cfg(test)]
    pub(super) fn list(&self) -> &[String] {
        &self.list
    }

    /// Prints how many there are, and the first of them.
    pub(super) fn print(&self) {
        println!("{}: {} differences", self.about, self.list.len());
        for difference in self.list.iter().take(SHOWN) {
            println!("  {}", difference.chars().take(SHOWN_CHARACTERS).collect::<String>());
        }
        if self.list.len() > SHOWN {
            println!("  and {} more", self.list.len() - SHOWN);
        }
    }
}
