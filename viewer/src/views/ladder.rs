//! The ladder: a line for each host, and the packets between them.

use std::collections::BTreeMap;

use eframe::egui::{
    Align2, Color32, FontId, Painter, Pos2, Rect, Response, Stroke, Ui, WidgetInfo,
};
use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::{Axis, Palette};
use crate::details::{fate_sentence, seconds};
use crate::ladder::{Crossing, Fate};
use crate::viewer::{Action, Selection, Viewer};

/// Packets that are drawn at most, and of lost ones as many again; of more, one of so many is.
pub const MOST_DRAWN: usize = 3_000;
/// Packets with a label at most.
const MOST_LABELS: usize = 120;
/// Points from a click to the packet that it selects, at most.
const NEAR: f32 = 8.0;

/// Where the line of each place is.
fn rows(viewer: &Viewer, rect: Rect) -> BTreeMap<Place, f32> {
    let columns = &viewer.timeline().columns;
    let apart = rect.height() / columns.len().max(1) as f32;
    let row = |index: usize| rect.top() + apart * (index as f32 + 0.5);
    columns.iter().enumerate().map(|(index, column)| (column.place, row(index))).collect()
}

/// The ends of a packet on the screen. One that is lost ends half-way; one of which nothing is known
/// is a short stroke.
fn ends(crossing: &Crossing, axis: &Axis, rows: &BTreeMap<Place, f32>) -> Option<[Pos2; 2]> {
    let begin = *rows.get(&crossing.from)?;
    let target = crossing.to.and_then(|to| rows.get(&to)).copied().unwrap_or(begin - 30.0);
    let (end, share) = match crossing.fate {
        Fate::Arrived(time) => (time, 1.0),
        Fate::Lost(loss) => (loss.time, 0.5),
        Fate::Unknown => (crossing.sent, 0.2),
    };
    let y = begin + (target - begin) * share;
    Some([Pos2::new(axis.x(crossing.sent), begin), Pos2::new(axis.x(end), y)])
}

/// Draws what is visible, and takes what is done there.
pub(super) fn ladder(
    ui: &Ui,
    viewer: &Viewer,
    (axis, rect): (&Axis, Rect),
    response: &Response,
    actions: &mut Vec<Action>,
) {
    let palette = Palette::of(ui.visuals());
    let (painter, rows) = (ui.painter_at(rect), rows(viewer, rect));
    lines(viewer, &painter, &rows, (axis, rect), palette);
    let inner = painter.with_clip_rect(Rect::from_x_y_ranges(axis.x, rect.y_range()));
    let visible = visible(viewer, axis);
    let (every, every_lost) = thinned(&visible);
    let has_labels = visible.len() <= MOST_LABELS;
    // By sender, up to where its last label goes.
    let mut labelled: BTreeMap<Place, f32> = BTreeMap::new();
    for (place, (index, crossing)) in visible.iter().enumerate() {
        let one_of = if crossing.is_lost() { every_lost } else { every };
        let is_selected = is_selected(viewer, *index);
        let Some(ends) = ends(crossing, axis, &rows) else { continue };
        if is_selected || place % one_of == 0 {
            draw(&inner, crossing, ends, palette, is_selected);
        }
        if has_labels || is_selected {
            label(&inner, crossing, ends, palette, (&mut labelled, is_selected));
        }
    }
    tell(response, &visible, every, axis);
    interact(ui, viewer, (axis, &rows), response, &visible, actions);
}

/// Of how many packets one is drawn, and of how many lost ones.
fn thinned(visible: &[(usize, &Crossing)]) -> (usize, usize) {
    let lost = visible.iter().filter(|(_, crossing)| crossing.is_lost()).count();
    let every = |count: usize| count.div_ceil(MOST_DRAWN).max(1);
    (every(visible.len()), every(lost))
}

/// The line of each place, and its name.
fn lines(
    viewer: &Viewer,
    painter: &Painter,
    rows: &BTreeMap<Place, f32>,
    (axis, rect): (&Axis, Rect),
    palette: Palette,
) {
    let font = FontId::proportional(13.0);
    for column in &viewer.timeline().columns {
        let Some(y) = rows.get(&column.place).copied() else { continue };
        painter.hline(axis.x, y, Stroke::new(1.0, palette.text));
        let place = Pos2::new(rect.left() + 6.0, y);
        painter.text(place, Align2::LEFT_CENTER, &column.name, font.clone(), palette.text);
    }
}

/// The packets that are under way in what is visible.
fn visible<'v>(viewer: &'v Viewer, axis: &Axis) -> Vec<(usize, &'v Crossing)> {
    let ladder = &viewer.timeline().ladder;
    let range = ladder.under_way(axis.from, axis.until());
    let found = range.filter_map(|index| ladder.get(index).map(|crossing| (index, crossing)));
    found.filter(|(_, crossing)| crossing.last() >= axis.from).collect()
}

fn is_selected(viewer: &Viewer, index: usize) -> bool {
    match viewer.selection() {
        Some(Selection::Packet(own)) => own == index,
        Some(Selection::Loss(loss)) => {
            viewer.timeline().losses.get(loss).is_some_and(|loss| loss.crossing == Some(index))
        }
        _ => false,
    }
}

fn draw(
    painter: &Painter,
    crossing: &Crossing,
    [begin, end]: [Pos2; 2],
    palette: Palette,
    is_selected: bool,
) {
    let color = color(crossing, palette, is_selected);
    let width = if is_selected { 2.5 } else { 1.0 };
    painter.line_segment([begin, end], Stroke::new(width, color));
    if crossing.is_lost() {
        for (x, y) in [(4.0, 4.0), (4.0, -4.0)] {
            let (one, other) = (Pos2::new(end.x - x, end.y - y), Pos2::new(end.x + x, end.y + y));
            painter.line_segment([one, other], Stroke::new(2.0, palette.lost));
        }
    } else if crossing.arrived().is_some() {
        painter.circle_filled(end, 2.0, color);
    }
}

fn color(crossing: &Crossing, palette: Palette, is_selected: bool) -> Color32 {
    let is_again = crossing.reading.rtp().is_some_and(|rtp| rtp.is_retransmission);
    match (is_selected, crossing.is_lost()) {
        (true, _) => palette.selected,
        (_, true) => palette.lost,
        _ => palette.packet(crossing.class, is_again),
    }
}

/// Writes what a packet is where it is sent, unless the label before goes that far.
fn label(
    painter: &Painter,
    crossing: &Crossing,
    [begin, end]: [Pos2; 2],
    palette: Palette,
    (labelled, is_selected): (&mut BTreeMap<Place, f32>, bool),
) {
    let until = labelled.get(&crossing.from).copied().unwrap_or(f32::NEG_INFINITY);
    if begin.x < until && !is_selected {
        return;
    }
    // Outside of the lines, where there are no packets.
    let is_down = end.y > begin.y;
    let anchor = if is_down { Align2::LEFT_BOTTOM } else { Align2::LEFT_TOP };
    let raised = if is_selected { 14.0 } else { 2.0 };
    let place = Pos2::new(begin.x, begin.y + if is_down { -raised } else { raised });
    let color = color(crossing, palette, is_selected);
    let font = FontId::proportional(10.0);
    let drawn = painter.text(place, anchor, crossing.reading.label(), font, color);
    if !is_selected {
        labelled.insert(crossing.from, drawn.right() + 4.0);
    }
}

/// What a reader of the screen hears.
fn tell(response: &Response, visible: &[(usize, &Crossing)], every: usize, axis: &Axis) {
    let lost = visible.iter().filter(|(_, crossing)| crossing.is_lost()).count();
    let part = if every > 1 { format!(", one of {every} drawn") } else { String::new() };
    let (from, until) = (seconds(axis.from), seconds(axis.until()));
    let text =
        format!("Ladder from {from} to {until}: {} packets, {lost} lost{part}", visible.len());
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Figure, true, &text));
}

fn interact(
    ui: &Ui,
    viewer: &Viewer,
    (axis, rows): (&Axis, &BTreeMap<Place, f32>),
    response: &Response,
    visible: &[(usize, &Crossing)],
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = response.hover_pos() else { return };
    let near = nearest(visible, pointer, axis, rows);
    if response.clicked() {
        actions.push(match near {
            Some((index, _)) => Action::Select(Selection::Packet(index)),
            None => Action::Seek(axis.time(pointer.x)),
        });
    }
    let wheel = ui.input(|input| input.smooth_scroll_delta().y);
    if wheel != 0.0 {
        actions.push(zoomed(axis, pointer.x, wheel));
    }
    let hint = match near {
        Some((_, crossing)) => {
            let (number, label) = (crossing.number, crossing.reading.label());
            format!("#{number} {label}: {}", fate_sentence(viewer.timeline(), crossing))
        }
        None => seconds(axis.time(pointer.x)),
    };
    response.clone().on_hover_text_at_pointer(hint);
}

/// The packet whose line is nearest, if one is near.
fn nearest<'v>(
    visible: &[(usize, &'v Crossing)],
    pointer: Pos2,
    axis: &Axis,
    rows: &BTreeMap<Place, f32>,
) -> Option<(usize, &'v Crossing)> {
    let far = |crossing: &Crossing| {
        let [begin, end] = ends(crossing, axis, rows)?;
        let way = end - begin;
        let share = ((pointer - begin).dot(way) / way.length_sq().max(1.0)).clamp(0.0, 1.0);
        Some((begin + way * share).distance(pointer))
    };
    let all = visible.iter().filter_map(|(index, it)| far(it).map(|far| (far, *index, *it)));
    let nearest = all.filter(|(far, ..)| *far <= NEAR).min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map(|(_, index, crossing)| (index, crossing))
}

/// What is shown after the wheel was turned at `x`: the time there stays there.
fn zoomed(axis: &Axis, x: f32, wheel: f32) -> Action {
    let factor = f64::from(-wheel / 200.0).exp().clamp(0.2, 5.0);
    let (time, length) = (axis.time(x), axis.length.mul_f64(factor));
    let before: Time = time.back(time.since(axis.from).mul_f64(factor));
    Action::Show { from: before, length }
}
