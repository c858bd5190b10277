/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-document.h"

#include <string.h>

#include "hall-error.h"
#include "hall-wire-finding.h"

#define MAX_NUMBER 1000000
#define MIB        (1024.0 * 1024.0)
#define KIB        1024.0

typedef struct
{
  const char *name;
  HallStaticLabel label;
} Step;

#define FIT_STEP(id, step_name, en, zh) \
  [HALL_FIT_STEP_##id] = { .name = step_name, .label = HALL_TEXTS (en, zh) },
static const Step table[HALL_N_FIT_STEPS] = {
#include "hall-fit-step-list.h"
};
#undef FIT_STEP

HallFitDocument *
hall_fit_document_new (void)
{
  return g_new0 (HallFitDocument, 1);
}

void
hall_fit_document_free (HallFitDocument *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

gboolean
hall_fit_document_has_step (const HallFitDocument *self, HallFitStep step)
{
  return (self->steps & 1u << step) != 0;
}

const char *
hall_fit_step_get_name (HallFitStep step)
{
  g_return_val_if_fail (step < HALL_N_FIT_STEPS, "");
  return table[step].name;
}

const char *
hall_fit_step_get_label (HallFitStep step, HallLang lang)
{
  g_return_val_if_fail (step < HALL_N_FIT_STEPS, "");
  return table[step].label.text[lang];
}

static char *
describe_size (gsize size)
{
  return size >= MIB ? g_strdup_printf ("%.2f MiB", (double) size / MIB)
                     : g_strdup_printf ("%.0f KiB", (double) size / KIB);
}

char *
hall_fit_document_describe (const HallFitDocument *self, HallLang lang)
{
  gboolean zh = lang == HALL_LANG_ZH_CN;
  g_autofree char *size = describe_size (g_bytes_get_size (self->bytes));
  const char *media = hall_media_type_get_label (self->media_type);
  GString *line = g_string_new (NULL);
  gboolean first = TRUE;

  if (zh)
    g_string_append_printf (line, "%s，%u 页，%s，%u dpi", media, self->pages, size, self->dpi);
  else
    g_string_append_printf (line, "%s, %u %s, %s, %u dpi", media, self->pages,
                            self->pages == 1 ? "page" : "pages", size, self->dpi);
  if (self->quality > 0)
    g_string_append_printf (line, zh ? "，质量 %u" : ", quality %u", self->quality);
  for (guint step = 0; step < HALL_N_FIT_STEPS; step++)
    if (hall_fit_document_has_step (self, step))
      {
        g_string_append (line, first ? (zh ? "：" : ": ") : (zh ? "、" : ", "));
        g_string_append (line, hall_fit_step_get_label (step, lang));
        first = FALSE;
      }
  return g_string_free (line, FALSE);
}

JsonNode *
hall_fit_document_to_json (const HallFitDocument *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "media_type", hall_media_type_get_name (self->media_type));
  hall_wire_add_int (builder, "bytes", (gint64) g_bytes_get_size (self->bytes));
  hall_wire_add_int (builder, "pages", self->pages);
  hall_wire_add_int (builder, "width", self->width);
  hall_wire_add_int (builder, "height", self->height);
  hall_wire_add_int (builder, "dpi", self->dpi);
  hall_wire_add_int (builder, "quality", self->quality);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint step = 0; step < HALL_N_FIT_STEPS; step++)
    if (hall_fit_document_has_step (self, step))
      json_builder_add_string_value (builder, table[step].name);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

GBytes *
hall_fit_document_write (const HallFitDocument *self)
{
  g_autoptr (JsonNode) node = hall_fit_document_to_json (self);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (bytes, (const guint8 *) "\n", 1);
  g_byte_array_append (bytes, g_bytes_get_data (self->bytes, NULL),
                       (guint) g_bytes_get_size (self->bytes));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static HallMediaType
media_type_from_name (const char *name)
{
  for (guint type = HALL_MEDIA_UNKNOWN + 1; type < HALL_N_MEDIA; type++)
    if (g_strcmp0 (hall_media_type_get_name (type), name) == 0)
      return type;
  return HALL_MEDIA_UNKNOWN;
}

static void
read_steps (HallFitDocument *self, HallJson *json)
{
  g_auto (GStrv) names = hall_json_optional_strings (json, "steps");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    for (guint step = 0; step < HALL_N_FIT_STEPS; step++)
      if (g_str_equal (names[i], table[step].name))
        self->steps |= 1u << step;
}

static HallFitDocument *
from_json (JsonNode *root, GBytes *bytes, GError **error)
{
  static const char *const members[] = { "media_type", "bytes",   "pages", "width", "height",
                                         "dpi",        "quality", "steps", NULL };
  g_autoptr (HallJson) json = hall_json_new ("document", root);
  g_autoptr (HallFitDocument) self = hall_fit_document_new ();
  gint64 size = (gint64) g_bytes_get_size (bytes);

  hall_json_expect (json, members);
  self->bytes = g_bytes_ref (bytes);
  self->media_type = media_type_from_name (hall_json_string (json, "media_type"));
  hall_json_int (json, "bytes", size, size);
  self->pages = (guint) hall_json_int (json, "pages", 1, MAX_NUMBER);
  self->width = (guint) hall_json_int (json, "width", 0, MAX_NUMBER);
  self->height = (guint) hall_json_int (json, "height", 0, MAX_NUMBER);
  self->dpi = (guint) hall_json_int (json, "dpi", 0, MAX_NUMBER);
  self->quality = (guint) hall_json_int (json, "quality", 0, 100);
  read_steps (self, json);
  if (!hall_json_failed (json)
      && hall_media_type_guess (g_bytes_get_data (bytes, NULL), (gsize) size) != self->media_type)
    hall_json_fail (json, "media_type", "it is something else");
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

HallFitDocument *
hall_fit_document_read (GBytes *bytes, GError **error)
{
  gsize size = 0, skip;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = memchr (data, '\n', size);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) rest = NULL;

  if (end == NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, "the answer is cut off");
      return NULL;
    }
  skip = (gsize) (end + 1 - data);
  rest = g_bytes_new_from_bytes (bytes, skip, size - skip);
  root = hall_json_parse ("document", data, end - data, error);
  return root != NULL ? from_json (root, rest, error) : NULL;
}
