/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hall-ui.h"

#define MAX_SERIES  2
#define ROW_HEIGHT  30
#define BAR_HEIGHT  18
#define GAP         12
#define LEGEND      30
#define TOP         24
#define FOOT        24
#define MIN_HEIGHT  260
#define LINES       4 /* of the grid */
#define LABEL_SHARE 0.35
#define INK_SHARE   0.35
#define SAID_MAX    40 /* bars that are spoken one by one */

typedef struct
{
  char *label;
  double values[MAX_SERIES];
} Bar;

struct _HallChart
{
  GtkDrawingArea parent_instance;

  HallChartKind kind;
  GPtrArray *bars; /* (element-type Bar) */
  char *title;
  char **series;
  HallChartFormat format;
};

G_DEFINE_FINAL_TYPE (HallChart, hall_chart, GTK_TYPE_DRAWING_AREA)

/* Where one drawing goes. */
typedef struct
{
  HallChart *chart;
  cairo_t *cr;
  GdkRGBA ink;
  GdkRGBA colours[MAX_SERIES];
  double width, height, max;
} Sheet;

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_free (bar->label);
  g_free (bar);
}

static char *
format_value (HallChart *self, double value)
{
  return self->format != NULL ? self->format (value) : g_strdup_printf ("%.0f", value);
}

static guint
count_series (HallChart *self)
{
  return self->series != NULL ? g_strv_length (self->series) : 0;
}

/* A round number that the largest value is not above, and that the grid divides well. */
static double
find_top (HallChart *self)
{
  static const double round[] = { 1, 2, 3, 4, 5, 6, 8, 10 };
  double largest = 0;
  double step;

  for (guint i = 0; i < self->bars->len; i++)
    for (guint s = 0; s < count_series (self); s++)
      largest = MAX (largest, ((Bar *) g_ptr_array_index (self->bars, i))->values[s]);
  if (largest <= LINES)
    return LINES;
  step = pow (10, floor (log10 (largest / LINES)));
  for (gsize i = 0; i < G_N_ELEMENTS (round); i++)
    if (step * round[i] * LINES >= largest)
      return step * round[i] * LINES;
  return largest;
}

/* Draws a text with its @align share left of @x, its middle at @y. Returns its width. */
static double
draw_text (Sheet *sheet, const char *text, double x, double y, double align, double max_width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (sheet->chart), text);
  int width, height;

  if (max_width > 0)
    {
      pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  gdk_cairo_set_source_rgba (sheet->cr, &sheet->ink);
  cairo_move_to (sheet->cr, floor (x - width * align), floor (y - height / 2.0));
  pango_cairo_show_layout (sheet->cr, layout);
  return width;
}

/* The second series is hatched as well, so that it is told from the first without colour. */
static void
fill_bar (Sheet *sheet, guint series, const GdkRectangle *box)
{
  cairo_t *cr = sheet->cr;

  if (box->width <= 0 || box->height <= 0)
    return;
  cairo_save (cr);
  gdk_cairo_rectangle (cr, box);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &sheet->colours[series]);
  cairo_paint_with_alpha (cr, series == 0 ? 1.0 : 0.25);
  if (series > 0)
    {
      cairo_set_line_width (cr, 2);
      for (int x = box->x - box->height; x < box->x + box->width; x += 6)
        {
          cairo_move_to (cr, x, box->y + box->height);
          cairo_line_to (cr, x + box->height, box->y);
        }
      cairo_stroke (cr);
      gdk_cairo_rectangle (cr, box);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_legend (Sheet *sheet)
{
  double x = GAP;

  for (guint s = 0; s < count_series (sheet->chart); s++)
    {
      GdkRectangle box = { (int) x, LEGEND / 2 - 6, 12, 12 };

      fill_bar (sheet, s, &box);
      x += 18 + draw_text (sheet, sheet->chart->series[s], x + 18, LEGEND / 2.0, 0, 0) + 2 * GAP;
    }
}

/* As wide as the widest label, but no wider than its share of the sheet. */
static double
measure_labels (Sheet *sheet)
{
  GPtrArray *bars = sheet->chart->bars;
  int widest = 0;

  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (bars, i);
      g_autoptr (PangoLayout) layout =
          gtk_widget_create_pango_layout (GTK_WIDGET (sheet->chart), bar->label);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return MIN (widest + 3 * GAP, floor (sheet->width * LABEL_SHARE));
}

static void
draw_lying (Sheet *sheet)
{
  HallChart *self = sheet->chart;
  double left = measure_labels (sheet);
  double room = sheet->width - left - 84;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);
      double middle = LEGEND + i * ROW_HEIGHT + ROW_HEIGHT / 2.0;
      GdkRectangle box = { (int) left, (int) middle - BAR_HEIGHT / 2,
                           (int) ceil (bar->values[0] / sheet->max * room), BAR_HEIGHT };
      g_autofree char *value = format_value (self, bar->values[0]);

      draw_text (sheet, bar->label, GAP, middle, 0, left - 2 * GAP);
      fill_bar (sheet, 0, &box);
      draw_text (sheet, value, left + box.width + 6, middle, 0, 0);
    }
}

static void
draw_grid (Sheet *sheet, double left, double floor_y, double room)
{
  for (guint line = 0; line <= LINES; line++)
    {
      double y = floor (floor_y - room * line / LINES) + 0.5;
      g_autofree char *value = format_value (sheet->chart, sheet->max * line / LINES);

      gdk_cairo_set_source_rgba (sheet->cr, &sheet->ink);
      cairo_set_line_width (sheet->cr, 1);
      cairo_move_to (sheet->cr, left, y);
      cairo_line_to (sheet->cr, sheet->width - GAP, y);
      cairo_save (sheet->cr);
      cairo_set_source_rgba (sheet->cr, sheet->ink.red, sheet->ink.green, sheet->ink.blue,
                             line == 0 ? 0.6 : 0.18);
      cairo_stroke (sheet->cr);
      cairo_restore (sheet->cr);
      draw_text (sheet, value, left - 6, y, 1, 0);
    }
}

/* Labels stand only as close as they can be read. */
static void
draw_standing (Sheet *sheet)
{
  HallChart *self = sheet->chart;
  double left = 78, floor_y = sheet->height - FOOT, room = floor_y - LEGEND - TOP;
  double step = (sheet->width - left - GAP) / MAX (self->bars->len, 1);
  guint n = count_series (self);
  guint every = (guint) MAX (1, ceil (66 / step));

  draw_grid (sheet, left, floor_y, room);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);
      double width = MAX (1, MIN (step * 0.7, 48) / n);
      double x = left + (i + 0.5) * step - width * n / 2;

      for (guint s = 0; s < n; s++)
        {
          int high = (int) ceil (bar->values[s] / sheet->max * room);
          GdkRectangle box = { (int) (x + s * width), (int) floor_y - high, (int) MAX (width, 1),
                               high };

          fill_bar (sheet, s, &box);
        }
      if (i % every == 0)
        draw_text (sheet, bar->label, left + (i + 0.5) * step, sheet->height - FOOT / 2.0, 0.5, 0);
    }
}

/* A named colour of the theme with a part of that of its text, so that it stands out on light and
 * dark grounds. */
static void
find_colour (GtkStyleContext *style, const char *name, const GdkRGBA *ink, GdkRGBA *colour)
{
  GdkRGBA named = *ink;

  gtk_style_context_lookup_color (style, name, &named);
  colour->red = named.red + (ink->red - named.red) * INK_SHARE;
  colour->green = named.green + (ink->green - named.green) * INK_SHARE;
  colour->blue = named.blue + (ink->blue - named.blue) * INK_SHARE;
  colour->alpha = 1;
}

static gboolean
hall_chart_draw (GtkWidget *widget, cairo_t *cr)
{
  HallChart *self = HALL_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Sheet sheet = { .chart = self,
                  .cr = cr,
                  .width = gtk_widget_get_allocated_width (widget),
                  .height = gtk_widget_get_allocated_height (widget),
                  .max = find_top (self) };

  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &sheet.ink);
  find_colour (style, "theme_selected_bg_color", &sheet.ink, &sheet.colours[0]);
  find_colour (style, "warning_color", &sheet.ink, &sheet.colours[1]);
  if (self->bars->len == 0)
    {
      draw_text (&sheet, _ ("Nothing to count in these days."), sheet.width / 2, sheet.height / 2,
                 0.5, 0);
      return GDK_EVENT_PROPAGATE;
    }
  draw_legend (&sheet);
  if (self->kind == HALL_CHART_LYING)
    draw_lying (&sheet);
  else
    draw_standing (&sheet);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_chart_finalize (GObject *object)
{
  HallChart *self = HALL_CHART (object);

  g_ptr_array_unref (self->bars);
  g_free (self->title);
  g_strfreev (self->series);
  G_OBJECT_CLASS (hall_chart_parent_class)->finalize (object);
}

static void
hall_chart_class_init (HallChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_chart_finalize;
  GTK_WIDGET_CLASS (klass)->draw = hall_chart_draw;
}

static void
hall_chart_init (HallChart *self)
{
  self->bars = g_ptr_array_new_with_free_func (bar_free);
  atk_object_set_role (gtk_widget_get_accessible (GTK_WIDGET (self)), ATK_ROLE_CHART);
}

GtkWidget *
hall_chart_new (void)
{
  return g_object_new (HALL_TYPE_CHART, "visible", TRUE, NULL);
}

void
hall_chart_begin (HallChart *self,
                  HallChartKind kind,
                  const char *title,
                  const char *const *series,
                  HallChartFormat format)
{
  g_return_if_fail (HALL_IS_CHART (self));
  g_return_if_fail (g_strv_length ((char **) series) <= MAX_SERIES);

  self->kind = kind;
  self->format = format;
  g_free (self->title);
  self->title = g_strdup (title);
  g_strfreev (self->series);
  self->series = g_strdupv ((char **) series);
  g_ptr_array_set_size (self->bars, 0);
}

void
hall_chart_add (HallChart *self, const char *label, const double *values)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->label = g_strdup (label);
  for (guint s = 0; s < count_series (self); s++)
    bar->values[s] = values[s];
  g_ptr_array_add (self->bars, bar);
}

/* "审核中 12; 未通过 3 …": empty bars are not worth a word. */
static char *
describe (HallChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint said = 0;

  for (guint i = 0; i < self->bars->len && said < SAID_MAX; i++)
    for (guint s = 0; s < count_series (self); s++)
      {
        const Bar *bar = g_ptr_array_index (self->bars, i);
        g_autofree char *value = format_value (self, bar->values[s]);

        if (bar->values[s] <= 0)
          continue;
        g_string_append_printf (text, "%s%s%s%s %s", said > 0 ? "; " : "", bar->label,
                                count_series (self) > 1 ? " " : "",
                                count_series (self) > 1 ? self->series[s] : "", value);
        said++;
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
hall_chart_end (HallChart *self)
{
  g_autofree char *words = describe (self);
  int height = self->kind == HALL_CHART_LYING ? LEGEND + (int) self->bars->len * ROW_HEIGHT + GAP
                                              : MIN_HEIGHT;

  hall_ui_set_accessible_name (GTK_WIDGET (self), self->title);
  hall_ui_set_accessible_description (GTK_WIDGET (self), words);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, MAX (height, MIN_HEIGHT));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
