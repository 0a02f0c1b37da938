//! Where the cells of a code are in a picture.

use crate::picture::{PictureSize, Rectangle};

/// Cells in a row.
pub(super) const COLUMNS: usize = 34;
/// Rows of cells.
pub(super) const ROWS: usize = 4;

/// The area of cell `index` in a picture of this size.
pub(super) fn cell(index: usize, size: PictureSize) -> Rectangle {
    let (column, row) = (index % COLUMNS, index / COLUMNS);
    let x = |column: usize| (column + 3) * size.width() / 40;
    let y = |row: usize| row * 2 * size.height() / 45;
    let (left, top) = (x(column), y(row));
    Rectangle { left, top, width: x(column + 1) - left, height: y(row + 1) - top }
}

/// The middle of a cell, which its neighbours' compression noise does not reach.
pub(super) fn middle(cell: Rectangle) -> Rectangle {
    let (across, down) = (cell.width / 4, cell.height / 4);
    Rectangle {
        left: cell.left + across,
        top: cell.top + down,
        width: cell.width - 2 * across,
        height: cell.height - 2 * down,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_macroblocks_at_640x360() {
        let size = PictureSize::new(640, 360).expect("valid");
        for index in 0..COLUMNS * ROWS {
            let cell = cell(index, size);
            assert_eq!((cell.width, cell.height), (16, 16));
            assert_eq!((cell.left % 16, cell.top % 16), (0, 0));
        }
    }

    #[test]
    fn cells_lie_within_every_picture() {
        for (width, height) in [(2, 2), (160, 96), (176, 144), (1_280, 720), (720, 1_280)] {
            let size = PictureSize::new(width, height).expect("valid");
            let last = cell(COLUMNS * ROWS - 1, size);
            assert!(last.left + last.width <= width && last.top + last.height <= height);
        }
    }
}
