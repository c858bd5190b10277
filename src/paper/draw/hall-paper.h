/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A4 pages being drawn into a PDF. Lengths are millimetres from the page's top left
 * corner, type sizes are points. Knows nothing of forms: text, lines, circles.
 *
 * One HallPaper belongs to one thread. Any number of threads may want to draw: they take turns.
 */
#pragma once

#include <pango/pangocairo.h>

#define HALL_PAPER_WIDTH_MM  210.0
#define HALL_PAPER_HEIGHT_MM 297.0
#define HALL_PAPER_MARGIN_MM 15.0
#define HALL_PAPER_INNER_MM  (HALL_PAPER_WIDTH_MM - 2 * HALL_PAPER_MARGIN_MM)

#define HALL_MM_TO_PT(mm) ((mm) *72.0 / 25.4)
#define HALL_PT_TO_MM(pt) ((pt) *25.4 / 72.0)

typedef struct
{
  double x, y, width, height;
} HallBox;

typedef struct
{
  double size_pt;
  gboolean bold;
  PangoAlignment align;
  double line_factor; /* distance of lines as a factor of the font's own; 0: the font's own */
  double indent_em;   /* of the first line of each paragraph */
  double grey;        /* 0 is black */
  gboolean is_markup; /* the text is Pango markup, already escaped */
} HallTextStyle;

typedef struct
{
  double width_mm;
  double red, green, blue;
  gboolean dashed;
} HallPen;

typedef struct _HallPaper HallPaper;

/**
 * hall_paper_new:
 * @title: the document's title, seen in the viewer
 * @author: (nullable): who issues it
 * @created_s: seconds since 1970 UTC that the PDF says it was made at; 0: it does not say
 * @error: %HALL_ERROR_INTERNAL if the fonts are missing
 *
 * Nothing else that changes from call to call goes into the file: the same drawing gives
 * the same bytes.
 */
HallPaper *hall_paper_new (const char *title, const char *author, gint64 created_s, GError **error);
void hall_paper_free (HallPaper *self);

/* Pages of another size than A4, from the next one on; before the first page is begun. */
void hall_paper_set_size (HallPaper *self, double width_mm, double height_mm);
double hall_paper_get_width_mm (const HallPaper *self);
double hall_paper_get_height_mm (const HallPaper *self);

/* Begins a page, the first one too. */
void hall_paper_begin_page (HallPaper *self);

/* The page being drawn, from 1; 0 before the first. */
guint hall_paper_get_page (const HallPaper *self);

/* In points, from the top left corner. */
cairo_t *hall_paper_get_cairo (HallPaper *self);

/**
 * hall_paper_layout:
 * @width_mm: where lines break, between characters if need be; negative: no breaking
 *
 * Returns: (transfer full): the text laid out, to be measured and drawn
 */
PangoLayout *
hall_paper_layout (HallPaper *self, const HallTextStyle *style, const char *text, double width_mm);
double hall_layout_get_height_mm (PangoLayout *layout);
double hall_layout_get_width_mm (PangoLayout *layout);

/* @x, @y: the top left corner of the layout's own width. */
void hall_paper_draw_layout (HallPaper *self, PangoLayout *layout, double x, double y);

/* Lays out and draws in @box from its top. Returns: the height of the text in mm */
double hall_paper_draw_text (HallPaper *self,
                             const HallTextStyle *style,
                             const char *text,
                             const HallBox *box);

void hall_paper_draw_line (HallPaper *self, const HallPen *pen, const HallBox *from_to);
void hall_paper_draw_box (HallPaper *self, const HallPen *pen, const HallBox *box);
void hall_paper_fill_box (HallPaper *self, double grey, const HallBox *box);

/* The largest circle in @box. */
void hall_paper_draw_circle (HallPaper *self, const HallPen *pen, const HallBox *box);
void hall_paper_fill_circle (HallPaper *self, double grey, const HallBox *box);

/* @text in grey letters, slanting and again and again, over every page that ends from now on; what
 * is under it can be read. */
void hall_paper_set_across (HallPaper *self, const char *text);

/* That text keeps away from @box of this page: a seal or a signature will be looked for in it. */
void hall_paper_keep_clear (HallPaper *self, const HallBox *box);

/**
 * hall_paper_finish:
 * @error: %HALL_ERROR_INTERNAL if the PDF could not be written
 *
 * Returns: (transfer full): the PDF; nothing can be drawn any more
 */
GBytes *hall_paper_finish (HallPaper *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPaper, hall_paper_free)
