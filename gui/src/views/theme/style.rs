//! From colours to egui's style.

use eframe::egui::style::{Selection, WidgetVisuals};
use eframe::egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Theme, Vec2, Visuals, vec2,
};

use super::Palette;

/// Distances, in points.
pub mod space {
    /// Between things that belong together.
    pub const CLOSE: f32 = 6.0;
    /// Between things.
    pub const APART: f32 = 12.0;
    /// Between groups of things.
    pub const FAR: f32 = 20.0;
}

/// Gives egui both themes.
pub fn apply(context: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        context.style_mut_of(theme, |style| set(theme, style));
    }
}

fn set(theme: Theme, style: &mut Style) {
    let palette = Palette::of_theme(theme);
    let sizes = [
        (TextStyle::Small, 12.0),
        (TextStyle::Body, 15.0),
        (TextStyle::Button, 15.0),
        (TextStyle::Heading, 24.0),
    ];
    for (text_style, size) in sizes {
        style.text_styles.insert(text_style, FontId::new(size, FontFamily::Proportional));
    }
    style.text_styles.insert(TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace));
    style.spacing.item_spacing = Vec2::splat(8.0);
    style.spacing.button_padding = vec2(14.0, 7.0);
    style.spacing.interact_size = vec2(40.0, 32.0);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.menu_margin = Margin::same(12);
    style.spacing.text_edit_width = 280.0;
    style.spacing.combo_width = 180.0;
    style.spacing.icon_width = 18.0;
    style.url_in_tooltip = true;
    style.visuals = visuals(theme, palette);
}

fn visuals(theme: Theme, palette: Palette) -> Visuals {
    let mut visuals = match theme {
        Theme::Dark => Visuals::dark(),
        Theme::Light => Visuals::light(),
    };
    visuals.panel_fill = palette.background;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.border);
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.background);
    visuals.faint_bg_color = palette.control;
    visuals.code_bg_color = palette.control;
    visuals.weak_text_color = Some(palette.weak);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.doubtful;
    visuals.error_fg_color = palette.bad;
    visuals.selection = Selection {
        bg_fill: palette.behind(palette.accent),
        stroke: Stroke::new(1.5, palette.accent),
    };
    visuals.window_shadow = shadow(8, 24);
    visuals.popup_shadow = shadow(4, 12);
    set_widgets(&mut visuals, palette);
    visuals
}

fn shadow(down: i8, blur: u8) -> Shadow {
    Shadow { offset: [0, down], blur, spread: 0, color: Color32::from_black_alpha(48) }
}

fn set_widgets(visuals: &mut Visuals, palette: Palette) {
    let widget = |fill: Color32, line: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(8),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = widget(palette.surface, palette.border, palette.text);
    widgets.inactive = widget(palette.control, palette.border, palette.text);
    widgets.hovered = widget(palette.hovered, palette.weak, palette.text);
    widgets.active = widget(palette.hovered, palette.accent, palette.text);
    widgets.active.bg_stroke.width = 2.0;
    widgets.open = widget(palette.control, palette.accent, palette.text);
}
