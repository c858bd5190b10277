/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include "hall-form-code.h"
#include "hall-jpeg.h"
#include "hall-look.h"
#include "hall-media-type.h"
#include "hall-page-text.h"
#include "hall-sheet-plan.h"

/* The rule of each parser beside taking everything: what it took it also gives back. */
static gboolean
take_form_code (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (HallFormCode) code = hall_form_code_parse (text);

  if (code != NULL)
    {
      g_autofree char *again = hall_form_code_to_text (code);
      g_autoptr (HallFormCode) other = hall_form_code_parse (again);

      g_assert_nonnull (other);
      g_assert_cmpstr (other->order, ==, code->order);
    }
  return code != NULL;
}

static gboolean
take_jpeg (const guint8 *data, gsize size)
{
  HallJpegInfo info = { 0, 0 };
  HallJpegState state = hall_jpeg_probe (data, size, &info);

  g_assert_true (state != HALL_JPEG_WHOLE || (info.width > 0 && info.height > 0));
  return state == HALL_JPEG_WHOLE;
}

static gboolean
take_look (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLook) look = hall_look_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((look == NULL) == (error != NULL));
  return look != NULL;
}

static gboolean
take_sheet_plan (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallSheetPlan) plan =
      hall_sheet_plan_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
  return plan != NULL;
}

static gboolean
take_media_type (const guint8 *data, gsize size)
{
  g_autofree char *name = g_strndup ((const char *) data, size);
  HallMediaType type = hall_media_type_guess (data, size);

  g_assert_cmpint (type, <, HALL_N_MEDIA);
  hall_media_type_fits_name (type, name);
  return type != HALL_MEDIA_UNKNOWN;
}

/* The first byte says how many boxes follow; then comes the text. */
static gboolean
take_page_text (const guint8 *data, gsize size)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (HallPageBox));
  gsize n_boxes = size > 0 ? MIN (data[0], (size - 1) / sizeof (HallPageBox)) : 0;
  gsize at = size > 0 ? 1 + n_boxes * sizeof (HallPageBox) : 0;
  g_autoptr (HallPageText) text = NULL;

  if (n_boxes > 0)
    g_array_append_vals (boxes, data + 1, (guint) n_boxes);
  text = hall_page_text_new (g_strndup ((const char *) data + at, size - at), boxes);
  if (text != NULL)
    g_assert_cmpint (g_utf8_strlen (text->text, -1), ==, hall_page_text_get_length (text));
  return text != NULL;
}

const FuzzTarget fuzz_targets[] = {
  { "form-code", take_form_code },
  { "jpeg", take_jpeg },
  { "look", take_look },
  { "sheet-plan", take_sheet_plan },
  { "media-type", take_media_type },
  { "page-text", take_page_text },
};

const gsize fuzz_n_targets = G_N_ELEMENTS (fuzz_targets);
