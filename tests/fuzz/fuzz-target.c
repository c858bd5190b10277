/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include <string.h>

#include "hall-form-code.h"
#include "hall-jpeg.h"
#include "hall-look.h"
#include "hall-media-type.h"
#include "hall-page-text.h"
#include "hall-sheet-plan.h"

#define HEX "hex:"

/* The rule of each parser beside taking everything: what it took it also gives back. */
static void
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
}

static void
take_jpeg (const guint8 *data, gsize size)
{
  HallJpegInfo info = { 0, 0 };
  HallJpegState state = hall_jpeg_probe (data, size, &info);

  g_assert_true (state != HALL_JPEG_WHOLE || (info.width > 0 && info.height > 0));
}

static void
take_look (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLook) look = hall_look_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((look == NULL) == (error != NULL));
}

static void
take_sheet_plan (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallSheetPlan) plan =
      hall_sheet_plan_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
}

static void
take_media_type (const guint8 *data, gsize size)
{
  g_autofree char *name = g_strndup ((const char *) data, size);
  HallMediaType type = hall_media_type_guess (data, size);

  g_assert_cmpint (type, <, HALL_N_MEDIA);
  hall_media_type_fits_name (type, name);
}

/* The first byte says how many boxes follow; then comes the text. */
static void
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
}

#define JPEG_START "ffd8ffe000104a46494600010101004800480000"
#define JPEG_END   "ffc0000b080384038401011100ffda0008010100003f000000ffd9"

const FuzzTarget fuzz_targets[] = {
  { "form-code",
    take_form_code,
    { "CH1.F.20261122000017.2.026D4129318D", "CH1.S.20261122000017.1.000000000000", "CH1." } },
  { "jpeg",
    take_jpeg,
    { HEX JPEG_START JPEG_END,
      HEX JPEG_START "ffe1001c4578696600004d4d002a000000080001011200030000000100060000" JPEG_END,
      HEX "ffd8ffe1001c45786966000049492a00080000000100120103000100000008000000" JPEG_END } },
  { "look",
    take_look,
    { "{\"pages\":1,\"width\":210,\"height\":297,\"looked\":true,\"strangers\":false,\"findings\":[],"
      "\"codes\":[\"CH1.F.20261122000017.2.026D4129318D\"]}",
      "{\"pages\":0,\"width\":0,\"height\":0,\"looked\":false,\"strangers\":true,\"findings\":["
      "{\"code\":\"file-damaged\",\"args\":[\"1\",\"2\"]}],\"codes\":[]}",
      "[[[[{}]]]]" } },
  { "sheet-plan",
    take_sheet_plan,
    { "{\"pages\":[]}", "{\"pages\":[{\"code\":{\"x\":1}}]}", "{}" } },
  { "media-type",
    take_media_type,
    { "%PDF-1.7", HEX "ffd8ffe0", HEX "89504e470d0a1a0a", "a.tar.GZ", "\xe5\x9b\xbe.JPG" } },
  { "page-text",
    take_page_text,
    { HEX "00e5ad97", HEX "010000003f0000003f0000003e0000003e61",
      HEX "010000c07f0000003f0000003e0000003e61" } },
};

const gsize fuzz_n_targets = G_N_ELEMENTS (fuzz_targets);

GBytes *
fuzz_target_read_seed (const char *seed)
{
  GByteArray *bytes;

  if (!g_str_has_prefix (seed, HEX))
    return g_bytes_new (seed, strlen (seed));
  bytes = g_byte_array_new ();
  for (seed += strlen (HEX); seed[0] != '\0' && seed[1] != '\0'; seed += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (seed[0]) * 16 + g_ascii_xdigit_value (seed[1]));

      g_byte_array_append (bytes, &byte, 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}
