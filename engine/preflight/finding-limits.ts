// Limits that more than one place of preflight needs: the check that holds to it, and the table of
// rules, which tells it to the desk and to the report.

/** Type in more than one ink misses itself below this (GWG 2022 R0017). */
export const SEVERAL_INKS_LEAST_PT = 10;

/** Type left white in a ground fills in below this (GWG 2022 R0016). */
export const REVERSED_LEAST_PT = 10;

/** Tinted type: the dots of the screen eat its strokes (newsroom.md 2.12). */
export const TINT_LEAST_PT = 8;

/** Solid type below this fills in (newsroom.md 2.12). */
export const SOLID_LEAST_PT = 6;

/** All inks of black type together, percent (GWG 2022 R0015). */
export const RICH_BLACK_MOST_PERCENT = 220;

/** All inks of a place, percent: what newsprint dries (GWG 2022 R0026, newsroom.md 2.12). */
export const INK_MOST_PERCENT = 240;

/** A finer line is not held by the plate (GWG 2022 R0018 and R0019, rule H-HAIRLINE). */
export const LINE_LEAST_PT = 0.25;

/** A finer line of several inks shows a seam (what newspaper printers ask, newsroom.md 2.12). */
export const INKED_LINE_LEAST_PT = 1.5;

/** Difference of darkness between type and its ground, percent; our own trial on the sample. */
export const CONTRAST_LEAST_PERCENT = 45;

/** An empty place that holds this many characters is a hole in the page (开天窗); our own trial. */
export const HOLE_CHARACTERS = 120;

/** Columns that end this close to one another were meant to end level (齐底); our own trial. */
export const UNEVEN_MOST_LINES = 2;
