/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence.h"

#include "hall-error.h"
#include "hall-json.h"
#include "hall-ocr.h"
#include "hall-render-ask.h"
#include "hall-wire-finding.h"

#define MAX_SECONDS      30 /* of a busy machine; a second or two are usual */
#define MAX_ANSWER_BYTES (16 * 1024)
#define MAX_CHARS        200

/* As in the JSON of findings; and percent. */
#define PLACE_UNIT      10000
#define CONFIDENCE_UNIT 100

#define LICENCE_ITEM(id, kind, name, role) { HALL_DOCUMENT_##kind, name, role },
static const struct
{
  HallDocumentKind kind;
  const char *name;
  int role;
} rows[HALL_N_LICENCE_ITEMS] = {
#include "hall-licence-list.h"
};
#undef LICENCE_ITEM

HallLicence *
hall_licence_new (void)
{
  return g_new0 (HallLicence, 1);
}

void
hall_licence_free (HallLicence *self)
{
  for (guint i = 0; i < HALL_N_LICENCE_ITEMS; i++)
    g_free (self->items[i].text);
  g_free (self);
}

gboolean
hall_licence_is_empty (const HallLicence *self)
{
  for (guint i = 0; i < HALL_N_LICENCE_ITEMS; i++)
    if (self->items[i].text != NULL)
      return FALSE;
  return TRUE;
}

HallDocumentKind
hall_licence_item_get_kind (HallLicenceItemId id)
{
  g_return_val_if_fail (id < HALL_N_LICENCE_ITEMS, HALL_N_DOCUMENTS);
  return rows[id].kind;
}

const char *
hall_licence_item_get_name (HallLicenceItemId id)
{
  g_return_val_if_fail (id < HALL_N_LICENCE_ITEMS, NULL);
  return rows[id].name;
}

int
hall_licence_item_get_role (HallLicenceItemId id)
{
  g_return_val_if_fail (id < HALL_N_LICENCE_ITEMS, -1);
  return rows[id].role;
}

gboolean
hall_licence_is_available (void)
{
  return hall_ocr_is_available ();
}

gboolean
hall_licence_can_read (HallDocumentKind kind)
{
  gboolean has_items = FALSE;

  for (guint i = 0; i < HALL_N_LICENCE_ITEMS; i++)
    has_items |= rows[i].kind == kind;
  return has_items && hall_licence_is_available ();
}

HallLicence *
hall_licence_read (GBytes *bytes,
                   HallMediaType media_type,
                   HallDocumentKind kind,
                   GCancellable *cancellable,
                   GError **error)
{
  const char *arguments[] = { "read", hall_document_kind_get_name (kind),
                              hall_media_type_get_name (media_type), NULL };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  HallRenderQuestion question = { arguments, parts, MAX_SECONDS, MAX_ANSWER_BYTES };
  g_autoptr (GBytes) answer = NULL;

  if (!hall_licence_can_read (kind))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                           "such documents cannot be read on this machine");
      return NULL;
    }
  g_ptr_array_add (parts, bytes);
  answer = hall_render_ask (&question, cancellable, error);
  if (answer == NULL)
    return NULL;
  return hall_licence_parse (g_bytes_get_data (answer, NULL), (gssize) g_bytes_get_size (answer),
                             error);
}

GHashTable *
hall_licence_propose (const HallLicence *self, const HallCatalog *catalog)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < HALL_N_LICENCE_ITEMS; i++)
    {
      const HallField *field = rows[i].role >= 0 ? catalog->roles[rows[i].role] : NULL;

      if (field != NULL && self->items[i].text != NULL)
        g_hash_table_insert (values, g_strdup (field->id), g_strdup (self->items[i].text));
    }
  return values;
}

static void
add_share (JsonBuilder *builder, const char *member, double share, int unit)
{
  hall_wire_add_int (builder, member, (gint64) (CLAMP (share, 0, 1) * unit + 0.5));
}

static void
add_item (JsonBuilder *builder, const HallLicenceItem *item)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "text", item->text);
  add_share (builder, "confidence", item->confidence, CONFIDENCE_UNIT);
  json_builder_set_member_name (builder, "place");
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "page", item->place.page);
  add_share (builder, "x", item->place.x, PLACE_UNIT);
  add_share (builder, "y", item->place.y, PLACE_UNIT);
  add_share (builder, "width", item->place.width, PLACE_UNIT);
  add_share (builder, "height", item->place.height, PLACE_UNIT);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

JsonNode *
hall_licence_to_json (const HallLicence *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (guint i = 0; i < HALL_N_LICENCE_ITEMS; i++)
    if (self->items[i].text != NULL)
      {
        json_builder_set_member_name (builder, rows[i].name);
        add_item (builder, &self->items[i]);
      }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static double
read_share (HallJson *json, const char *member, int unit)
{
  return (double) hall_json_int (json, member, 0, unit) / unit;
}

static void
read_place (HallJson *json, HallPlace *place)
{
  static const char *const members[] = { "page", "x", "y", "width", "height", NULL };

  if (!hall_json_enter (json, "place"))
    return;
  hall_json_expect (json, members);
  place->page = (guint) hall_json_int (json, "page", 1, 1);
  place->x = read_share (json, "x", PLACE_UNIT);
  place->y = read_share (json, "y", PLACE_UNIT);
  place->width = read_share (json, "width", PLACE_UNIT);
  place->height = read_share (json, "height", PLACE_UNIT);
  hall_json_leave (json);
}

static void
read_item (HallJson *json, const char *name, HallLicenceItem *item)
{
  static const char *const members[] = { "text", "confidence", "place", NULL };
  const char *text;

  if (!hall_json_enter (json, name))
    return;
  hall_json_expect (json, members);
  text = hall_json_string (json, "text");
  if (text != NULL && g_utf8_strlen (text, -1) > MAX_CHARS)
    hall_json_fail (json, "text", "no document has so long a line");
  item->text = g_strdup (text);
  item->confidence = read_share (json, "confidence", CONFIDENCE_UNIT);
  read_place (json, &item->place);
  hall_json_leave (json);
}

HallLicence *
hall_licence_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("licence", text, length, error);
  g_autoptr (HallLicence) self = hall_licence_new ();
  g_autoptr (HallJson) json = NULL;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("licence", root);
  for (guint i = 0; i < HALL_N_LICENCE_ITEMS; i++)
    if (hall_json_has (json, rows[i].name))
      read_item (json, rows[i].name, &self->items[i]);
  return hall_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}
