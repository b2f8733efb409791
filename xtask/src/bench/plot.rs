//! The figures of an area as a picture: one row for each figure, on a logarithmic scale, because the peers lie powers of
//! ten apart. Readable on light and on dark ground.

use std::fmt::Write as _;

use super::group::{Figure, Group, Row};

/// How wide the scale is; the names stand left of it, the figures right.
const SCALE: f64 = 330.0;
const FIGURES: f64 = 200.0;
/// Where the name of a row begins, and how wide a letter is at the most, on average.
const INDENT: f64 = 20.0;
const LETTER: f64 = 7.0;
const ROW: f64 = 22.0;
const HEADING: f64 = 56.0;
const TOP: f64 = 48.0;

const STYLE: &str = "\
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.group { font-weight: 600 }
.unit, .peer, .power { fill: #59636e; font-weight: 400 }
.power { font-size: 11px; text-anchor: middle }
.ours { fill: #0a7d5a; font-weight: 600 }
.dot { fill: #818b98 }
.dot.ours { fill: #0a7d5a }
line { stroke: #d1d9e0 }
.span { stroke: #818b98; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc }
  .unit, .peer, .power { fill: #9198a1 }
  .ours, .dot.ours { fill: #3fb98f }
  line { stroke: #3d444d }
  .dot { fill: #9198a1 }
  .span { stroke: #656c76 }
}
";

/// Draws all groups below each other, as SVG.
pub(super) fn draw(title: &str, groups: &[Group]) -> String {
    let mut body = String::new();
    let mut top = TOP;
    let left = left_of_scales(groups);
    for group in groups {
        top = add_group(&mut body, group, left, top);
    }
    let (width, height) = (left + SCALE + FIGURES, top + 12.0);
    let title = escaped(title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n<text class=\"title\" x=\"8\" y=\"24\">{title}</text>\n\
         <text class=\"unit\" x=\"8\" y=\"44\">Logarithmic; in brackets ours / theirs.</text>\n{body}</svg>\n"
    )
}

/// Where the scales begin: right of the longest name.
fn left_of_scales(groups: &[Group]) -> f64 {
    let letters = |row: &&Row| u16::try_from(row.name.chars().count()).unwrap_or(u16::MAX);
    let longest = groups.iter().flat_map(Group::rows).map(|row| letters(&row)).max().unwrap_or_default();
    INDENT + f64::from(longest) * LETTER + 16.0
}

/// Adds a group and answers where the next one begins.
fn add_group(svg: &mut String, group: &Group, left: f64, top: f64) -> f64 {
    let rows = group.rows();
    let scale = Scale::over(&rows, left);
    let bottom = top + HEADING + rows.iter().map(|_| ROW).sum::<f64>();
    let (name, unit, base) = (escaped(&group.name), group.unit.symbol(), top + 28.0);
    let better = if group.unit.more_is_better() { ", more is better" } else { "" };
    let unit = format!("<tspan class=\"unit\">&#160;{unit}{better}</tspan>");
    _ = writeln!(svg, "<text class=\"group\" x=\"8\" y=\"{base:.1}\">{name}{unit}</text>");
    for power in scale.powers() {
        let x = scale.place(power);
        let (from, to, power) = (top + HEADING - 4.0, bottom - 4.0, Figure(power));
        let base = from - 5.0;
        _ = writeln!(svg, "<text class=\"power\" x=\"{x:.1}\" y=\"{base:.1}\">{power}</text>");
        _ = writeln!(svg, "<line x1=\"{x:.1}\" y1=\"{from:.1}\" x2=\"{x:.1}\" y2=\"{to:.1}\"/>");
    }
    let mut y = top + HEADING + 7.0;
    for row in rows {
        add_row(svg, group, row, &scale, y);
        y += ROW;
    }
    bottom
}

fn add_row(svg: &mut String, group: &Group, row: &Row, scale: &Scale, y: f64) {
    let (class, base) = (if row.is_ours() { "ours" } else { "peer" }, y + 4.5);
    let x = scale.place(row.figure);
    _ = writeln!(svg, "<text class=\"{class}\" x=\"{INDENT}\" y=\"{base:.1}\">{}</text>", escaped(&row.name));
    if let Some(ours) = group.ours() {
        let from = scale.place(ours);
        _ = writeln!(svg, "<line class=\"span\" x1=\"{from:.1}\" y1=\"{y:.1}\" x2=\"{x:.1}\" y2=\"{y:.1}\"/>");
    }
    _ = writeln!(svg, "<circle class=\"dot {class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>");
    let figure = format!("{} {}", Figure(row.figure), group.unit.symbol());
    let ratio = group.ratio(row).filter(|_| !row.is_ours());
    let ratio = ratio.map(|ratio| format!(" ({ratio:.2}x)")).unwrap_or_default();
    let right = scale.left + SCALE + 14.0;
    _ = writeln!(svg, "<text class=\"{class}\" x=\"{right:.1}\" y=\"{base:.1}\">{figure}{ratio}</text>");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A logarithmic scale over whole powers of ten.
struct Scale {
    /// Where it begins.
    left: f64,
    lowest: f64,
    highest: f64,
}

impl Scale {
    fn over(rows: &[&Row], left: f64) -> Self {
        let exponents = || rows.iter().map(|row| exponent(row.figure));
        let lowest = exponents().fold(f64::INFINITY, f64::min).floor();
        let highest = exponents().fold(f64::NEG_INFINITY, f64::max).ceil();
        Self { left, lowest, highest: highest.max(lowest + 1.0) }
    }

    fn place(&self, figure: f64) -> f64 {
        let share = (exponent(figure) - self.lowest) / (self.highest - self.lowest);
        self.left + share * SCALE
    }

    fn powers(&self) -> impl Iterator<Item = f64> {
        let (lowest, highest) = (self.lowest, self.highest);
        std::iter::successors(Some(lowest), |exponent| Some(exponent + 1.0))
            .take_while(move |exponent| *exponent <= highest)
            .map(|exponent| 10_f64.powf(exponent))
    }
}

/// The power of ten that a figure is; what is below a hundredth counts as one.
fn exponent(figure: f64) -> f64 {
    figure.max(0.01).log10()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_has_its_place_between_powers_of_ten() {
        let groups = Group::read("a<b\tkuzzle-errors\t1\na<b\tother\t10\n").unwrap();
        let svg = draw("C & Rust", &groups);
        assert!(svg.contains("<title>C &amp; Rust</title>") && svg.contains(">a&lt;b<tspan"));
        // The longest name has 13 letters.
        assert!(svg.contains("viewBox=\"0 0 657 "), "{svg}");
        assert!(svg.contains("<circle class=\"dot ours\" cx=\"127.0\""), "{svg}");
        assert!(svg.contains("<circle class=\"dot peer\" cx=\"457.0\""), "{svg}");
        assert!(svg.contains("10 ns (0.10x)"), "{svg}");
    }
}
