/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-text.h"

#include <math.h>
#include <string.h>

/* A little beyond the page is no harm; further out is nonsense. */
#define MAX_FRACTION 4.0f

static gboolean
is_sound (const HallPageBox *box)
{
  const float values[] = { box->x, box->y, box->width, box->height };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (!isfinite (values[i]) || fabsf (values[i]) > MAX_FRACTION)
      return FALSE;
  return TRUE;
}

HallPageText *
hall_page_text_new (char *text, GArray *boxes)
{
  g_autoptr (HallPageText) self = g_new0 (HallPageText, 1);
  glong length;

  self->text = text;
  self->boxes = boxes;
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (guint i = 0; i < boxes->len; i++)
    if (!is_sound (&g_array_index (boxes, HallPageBox, i)))
      return NULL;
  length = g_utf8_strlen (text, -1);
  length = MIN (length, (glong) MIN (boxes->len, HALL_PAGE_MAX_CHARACTERS));
  *g_utf8_offset_to_pointer (text, length) = '\0';
  g_array_set_size (boxes, (guint) length);
  return g_steal_pointer (&self);
}

HallPageText *
hall_page_text_new_empty (void)
{
  return hall_page_text_new (g_strdup (""), g_array_new (FALSE, FALSE, sizeof (HallPageBox)));
}

void
hall_page_text_free (HallPageText *self)
{
  g_free (self->text);
  g_array_unref (self->boxes);
  g_free (self);
}

guint
hall_page_text_get_length (const HallPageText *self)
{
  return self->boxes->len;
}
