/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-paper.h"

#include <cairo-pdf.h>
#include <math.h>

#include "hall-error.h"
#include "hall-across.h"
#include "hall-font.h"
#include "hall-typeset.h"

/* Held while a paper lives. Cairo 1.16 can come to a standstill when two threads draw text: one
 * makes room in the store of glyphs that all fonts share and waits for a font, the other holds
 * that font and waits for the store. */
static GRecMutex drawing;

struct _HallPaper
{
  PangoContext *context; /* owned: of the thread that draws */
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cairo;
  double width_mm, height_mm; /* of a page */
  guint pages;
  char *across;  /* (nullable) */
  GArray *clear; /* (element-type HallBox): of this page, where nothing goes across */
};

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (HallPaper *self, const char *title, const char *author, gint64 created_s)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (created_s);
  g_autofree char *text = NULL;

  if (created_s != 0 && created != NULL)
    text = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "CertHall");
  if (author != NULL && *author != '\0')
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  /* Cairo writes the present time unless told otherwise; no time at all is written for "". */
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  text != NULL ? text : "");
}

HallPaper *
hall_paper_new (const char *title, const char *author, gint64 created_s, GError **error)
{
  PangoContext *context;
  HallPaper *self;

  g_rec_mutex_lock (&drawing);
  context = hall_font_get_context (error);
  if (context == NULL)
    {
      g_rec_mutex_unlock (&drawing);
      return NULL;
    }
  self = g_new0 (HallPaper, 1);
  self->context = g_object_ref (context);
  self->bytes = g_byte_array_new ();
  self->clear = g_array_new (FALSE, FALSE, sizeof (HallBox));
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes,
                                                       HALL_MM_TO_PT (HALL_PAPER_WIDTH_MM),
                                                       HALL_MM_TO_PT (HALL_PAPER_HEIGHT_MM));
  self->width_mm = HALL_PAPER_WIDTH_MM;
  self->height_mm = HALL_PAPER_HEIGHT_MM;
  describe (self, title, author, created_s);
  self->cairo = cairo_create (self->surface);
  return self;
}

void
hall_paper_free (HallPaper *self)
{
  cairo_destroy (self->cairo);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_object_unref (self->context);
  g_free (self->across);
  g_array_unref (self->clear);
  g_free (self);
  g_rec_mutex_unlock (&drawing);
}

void
hall_paper_set_size (HallPaper *self, double width_mm, double height_mm)
{
  self->width_mm = width_mm;
  self->height_mm = height_mm;
  cairo_pdf_surface_set_size (self->surface, HALL_MM_TO_PT (width_mm), HALL_MM_TO_PT (height_mm));
}

double
hall_paper_get_width_mm (const HallPaper *self)
{
  return self->width_mm;
}

double
hall_paper_get_height_mm (const HallPaper *self)
{
  return self->height_mm;
}

guint
hall_paper_get_page (const HallPaper *self)
{
  return self->pages;
}

cairo_t *
hall_paper_get_cairo (HallPaper *self)
{
  return self->cairo;
}

static void
set_attributes (PangoLayout *layout, double grey)
{
  PangoAttrList *old = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrList) list =
      old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  guint16 level = (guint16) (grey * G_MAXUINT16);

  if (grey > 0)
    pango_attr_list_insert_before (list, pango_attr_foreground_new (level, level, level));
  hall_typeset_add (list, pango_layout_get_text (layout));
  pango_layout_set_attributes (layout, list);
}

PangoLayout *
hall_paper_layout (HallPaper *self, const HallTextStyle *style, const char *text, double width_mm)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, HALL_FONT_FAMILIES);
  pango_font_description_set_size (font, (int) round (style->size_pt * PANGO_SCALE));
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_indent (layout, (int) (style->indent_em * style->size_pt * PANGO_SCALE));
  if (style->line_factor > 0)
    pango_layout_set_line_spacing (layout, (float) style->line_factor);
  if (width_mm >= 0)
    pango_layout_set_width (layout, (int) (HALL_MM_TO_PT (width_mm) * PANGO_SCALE));
  if (style->is_markup)
    pango_layout_set_markup (layout, text, -1);
  else
    pango_layout_set_text (layout, text, -1);
  set_attributes (layout, style->grey);
  return layout;
}

double
hall_layout_get_height_mm (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  return HALL_PT_TO_MM ((double) height / PANGO_SCALE);
}

double
hall_layout_get_width_mm (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return HALL_PT_TO_MM ((double) width / PANGO_SCALE);
}

void
hall_paper_draw_layout (HallPaper *self, PangoLayout *layout, double x, double y)
{
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
  cairo_move_to (self->cairo, HALL_MM_TO_PT (x), HALL_MM_TO_PT (y));
  pango_cairo_show_layout (self->cairo, layout);
}

double
hall_paper_draw_text (HallPaper *self,
                      const HallTextStyle *style,
                      const char *text,
                      const HallBox *box)
{
  g_autoptr (PangoLayout) layout = hall_paper_layout (self, style, text, box->width);

  hall_paper_draw_layout (self, layout, box->x, box->y);
  return hall_layout_get_height_mm (layout);
}

static void
stroke (HallPaper *self, const HallPen *pen)
{
  static const double dash_pt[] = { 4.0, 3.0 };

  cairo_set_line_width (self->cairo, HALL_MM_TO_PT (pen->width_mm));
  cairo_set_source_rgb (self->cairo, pen->red, pen->green, pen->blue);
  cairo_set_dash (self->cairo, dash_pt, pen->dashed ? G_N_ELEMENTS (dash_pt) : 0, 0);
  cairo_stroke (self->cairo);
}

static void
add_box (HallPaper *self, const HallBox *box)
{
  cairo_rectangle (self->cairo, HALL_MM_TO_PT (box->x), HALL_MM_TO_PT (box->y),
                   HALL_MM_TO_PT (box->width), HALL_MM_TO_PT (box->height));
}

void
hall_paper_draw_line (HallPaper *self, const HallPen *pen, const HallBox *from_to)
{
  cairo_move_to (self->cairo, HALL_MM_TO_PT (from_to->x), HALL_MM_TO_PT (from_to->y));
  cairo_rel_line_to (self->cairo, HALL_MM_TO_PT (from_to->width), HALL_MM_TO_PT (from_to->height));
  stroke (self, pen);
}

void
hall_paper_draw_box (HallPaper *self, const HallPen *pen, const HallBox *box)
{
  add_box (self, box);
  stroke (self, pen);
}

void
hall_paper_fill_box (HallPaper *self, double grey, const HallBox *box)
{
  add_box (self, box);
  cairo_set_source_rgb (self->cairo, grey, grey, grey);
  cairo_fill (self->cairo);
}

static void
add_circle (HallPaper *self, const HallBox *box)
{
  cairo_new_path (self->cairo);
  cairo_arc (self->cairo, HALL_MM_TO_PT (box->x + box->width / 2),
             HALL_MM_TO_PT (box->y + box->height / 2),
             HALL_MM_TO_PT (MIN (box->width, box->height) / 2), 0, 2 * G_PI);
}

void
hall_paper_draw_circle (HallPaper *self, const HallPen *pen, const HallBox *box)
{
  add_circle (self, box);
  stroke (self, pen);
}

void
hall_paper_fill_circle (HallPaper *self, double grey, const HallBox *box)
{
  add_circle (self, box);
  cairo_set_source_rgb (self->cairo, grey, grey, grey);
  cairo_fill (self->cairo);
}

static void
end_page (HallPaper *self)
{
  if (self->across != NULL)
    hall_across_draw (self, self->across, self->clear);
  g_array_set_size (self->clear, 0);
  cairo_show_page (self->cairo);
}

void
hall_paper_begin_page (HallPaper *self)
{
  if (self->pages++ > 0)
    end_page (self);
}

void
hall_paper_set_across (HallPaper *self, const char *text)
{
  g_free (self->across);
  self->across = g_strdup (text);
}

void
hall_paper_keep_clear (HallPaper *self, const HallBox *box)
{
  g_array_append_val (self->clear, *box);
}

GBytes *
hall_paper_finish (HallPaper *self, GError **error)
{
  cairo_status_t status;

  end_page (self);
  status = cairo_status (self->cairo);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL, "the page could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
