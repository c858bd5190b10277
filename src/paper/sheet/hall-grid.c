/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-grid.h"

#include <string.h>

#define BAND_MM        5.8
#define NUMBER_MM      8.0 /* from a section's number to its title */
#define STAR_MM        3.0 /* room for the star, whether it is there or not */
#define MAX_HALF_LINES 2

const HallTextStyle hall_grid_label_style = { .size_pt = 9.5, .grey = 0.25 };
const HallTextStyle hall_grid_value_style = { .size_pt = 10.5, .line_factor = 0.9 };
const HallTextStyle hall_grid_note_style = { .size_pt = 8, .grey = 0.25 };

static const HallTextStyle band_style = { .size_pt = 10.5, .bold = TRUE };
static const HallTextStyle star_style = { .size_pt = 9.5, .align = PANGO_ALIGN_CENTER };

HallStrip *
hall_grid_band (HallPaper *paper, const char *number, const char *title, const char *note)
{
  HallStrip *strip = hall_strip_new (BAND_MM);
  double left = HALL_PAPER_MARGIN_MM + HALL_GRID_INSET_MM;
  double inner = HALL_PAPER_INNER_MM - 2 * HALL_GRID_INSET_MM;
  PangoLayout *layout = NULL;

  hall_strip_add (strip, HALL_CELL_BAND, NULL, HALL_PAPER_MARGIN_MM, HALL_PAPER_INNER_MM);
  if (number != NULL)
    {
      layout = hall_paper_layout (paper, &band_style, number, NUMBER_MM);
      hall_strip_add (strip, HALL_CELL_PLAIN, layout, left, NUMBER_MM);
      left += NUMBER_MM;
      inner -= NUMBER_MM;
    }
  layout = hall_paper_layout (paper, &band_style, title, inner);
  hall_strip_add (strip, HALL_CELL_PLAIN, layout, left, inner);
  if (note != NULL)
    {
      HallTextStyle right = hall_grid_note_style;

      right.align = PANGO_ALIGN_RIGHT;
      layout = hall_paper_layout (paper, &right, note, inner);
      hall_strip_add (strip, HALL_CELL_PLAIN, layout, left, inner);
    }
  return strip;
}

/* A label that is too long for its cell breaks before its bracket, not inside a word. */
static PangoLayout *
lay_out_label (HallPaper *paper, const char *label, double width)
{
  PangoLayout *layout = hall_paper_layout (paper, &hall_grid_label_style, label, width);
  const char *bracket = strstr (label, "（");

  if (pango_layout_get_line_count (layout) > 1 && bracket != NULL && bracket != label)
    {
      g_autofree char *broken =
          g_strdup_printf ("%.*s\n%s", (int) (bracket - label), label, bracket);

      g_object_unref (layout);
      layout = hall_paper_layout (paper, &hall_grid_label_style, broken, width);
    }
  return layout;
}

static void
add_item (HallStrip *strip, HallPaper *paper, const HallGridItem *item, double x, double width)
{
  const char *value = *item->value != '\0' ? item->value : "—";
  double label_mm = HALL_GRID_LABEL_MM - STAR_MM - HALL_GRID_INSET_MM / 2;
  double value_mm = width - HALL_GRID_LABEL_MM - 2 * HALL_GRID_INSET_MM;

  hall_strip_add (strip, HALL_CELL_FRAMED, NULL, x, HALL_GRID_LABEL_MM);
  if (item->required)
    hall_strip_add (strip, HALL_CELL_PLAIN, hall_paper_layout (paper, &star_style, "*", STAR_MM), x,
                    STAR_MM);
  hall_strip_add (strip, HALL_CELL_PLAIN, lay_out_label (paper, item->label, label_mm), x + STAR_MM,
                  label_mm);
  hall_strip_add (strip, HALL_CELL_FRAMED,
                  hall_paper_layout (paper, &hall_grid_value_style, value, value_mm),
                  x + HALL_GRID_LABEL_MM, width - HALL_GRID_LABEL_MM);
  if (item->field != NULL)
    hall_strip_record (strip, HALL_REGION_FIELD, item->field);
}

HallStrip *
hall_grid_wide (HallPaper *paper, const HallGridItem *item)
{
  HallStrip *strip = hall_strip_new (HALL_GRID_ROW_MM);

  add_item (strip, paper, item, HALL_PAPER_MARGIN_MM, HALL_PAPER_INNER_MM);
  return strip;
}

HallStrip *
hall_grid_pair (HallPaper *paper, const HallGridItem *left, const HallGridItem *right)
{
  HallStrip *strip = hall_strip_new (HALL_GRID_ROW_MM);

  add_item (strip, paper, left, HALL_PAPER_MARGIN_MM, HALL_GRID_HALF_MM);
  add_item (strip, paper, right, HALL_PAPER_MARGIN_MM + HALL_GRID_HALF_MM, HALL_GRID_HALF_MM);
  return strip;
}

/* So many characters fit on one line whatever they are: none is wider than its height. */
static gboolean
is_short (const char *value)
{
  double room_pt = HALL_MM_TO_PT (HALL_GRID_VALUE_MM - 2 * HALL_GRID_INSET_MM);

  return (double) g_utf8_strlen (value, -1) * hall_grid_value_style.size_pt <= room_pt;
}

static gboolean
fits_laid_out (HallPaper *paper, const HallGridItem *item)
{
  g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &hall_grid_value_style, item->value,
                                                      HALL_GRID_VALUE_MM - 2 * HALL_GRID_INSET_MM);
  int width = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD); /* what would break inside a word does not fit */
  pango_layout_get_size (layout, &width, NULL);
  return width <= pango_layout_get_width (layout)
         && pango_layout_get_line_count (layout) <= MAX_HALF_LINES;
}

/* Most values are short, and laying out is most of what a form costs. */
gboolean
hall_grid_fits_half (HallPaper *paper, const HallGridItem *item)
{
  return is_short (item->value) || fits_laid_out (paper, item);
}
