/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-json.h"

#include <string.h>

#include "hall-error.h"
#include "hall-json-scan.h"
#include "hall-json-words.h"

struct _HallJson
{
  char *file;
  HallLang lang;
  GPtrArray *nodes; /* (element-type JsonNode): borrowed, the last is where the reader is */
  GPtrArray *steps; /* (element-type utf8): ".sections", "[2]" */
  GError *error;
};

HallJson *
hall_json_new (const char *file, JsonNode *root)
{
  HallJson *self = g_new0 (HallJson, 1);

  self->file = g_strdup (file);
  self->lang = HALL_LANG_EN;
  self->nodes = g_ptr_array_new ();
  self->steps = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->nodes, root);
  return self;
}

void
hall_json_set_lang (HallJson *self, HallLang lang)
{
  self->lang = lang;
}

void
hall_json_free (HallJson *self)
{
  g_free (self->file);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->steps);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
hall_json_finish (HallJson *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
hall_json_failed (HallJson *self)
{
  return self->error != NULL;
}

void
hall_json_fail (HallJson *self, const char *member, const char *format, ...)
{
  g_autoptr (GString) path = g_string_new ("$");
  g_autofree char *reason = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  for (guint i = 0; i < self->steps->len; i++)
    g_string_append (path, g_ptr_array_index (self->steps, i));
  if (member != NULL)
    g_string_append_printf (path, ".%s", member);
  va_start (args, format);
  reason = g_strdup_vprintf (hall_json_words (format, self->lang), args);
  va_end (args);
  self->error =
      g_error_new (HALL_ERROR, HALL_ERROR_INVALID, "%s: %s: %s", self->file, path->str, reason);
}

static JsonNode *
here (HallJson *self)
{
  return g_ptr_array_index (self->nodes, self->nodes->len - 1);
}

static JsonObject *
here_object (HallJson *self)
{
  if (self->error != NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (here (self)))
    {
      hall_json_fail (self, NULL, "an object is needed here");
      return NULL;
    }
  return json_node_get_object (here (self));
}

static JsonArray *
here_array (HallJson *self)
{
  if (self->error != NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (here (self)))
    {
      hall_json_fail (self, NULL, "a list is needed here");
      return NULL;
    }
  return json_node_get_array (here (self));
}

gboolean
hall_json_has (HallJson *self, const char *member)
{
  JsonObject *object = here_object (self);

  return object != NULL && json_object_has_member (object, member);
}

void
hall_json_expect (HallJson *self, const char *const *members)
{
  JsonObject *object = here_object (self);
  JsonObjectIter iter;
  const char *name;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (members, name))
      {
        g_autofree char *known = g_strjoinv (", ", (char **) members);

        hall_json_fail (self, name, "unknown key; known here: %s", known);
        return;
      }
}

static gboolean
descend (HallJson *self, JsonNode *node, char *step)
{
  g_ptr_array_add (self->nodes, node);
  g_ptr_array_add (self->steps, step);
  if (self->nodes->len > HALL_JSON_MAX_DEPTH)
    hall_json_fail (self, NULL, "nested too deeply");
  return TRUE;
}

gboolean
hall_json_enter (HallJson *self, const char *member)
{
  JsonObject *object = here_object (self);

  if (object == NULL)
    return FALSE;
  if (!json_object_has_member (object, member))
    {
      hall_json_fail (self, member, "missing");
      return FALSE;
    }
  return descend (self, json_object_get_member (object, member), g_strconcat (".", member, NULL));
}

gboolean
hall_json_enter_element (HallJson *self, guint index)
{
  JsonArray *array = here_array (self);

  if (array == NULL || index >= json_array_get_length (array))
    return FALSE;
  return descend (self, json_array_get_element (array, index), g_strdup_printf ("[%u]", index));
}

void
hall_json_leave (HallJson *self)
{
  g_return_if_fail (self->nodes->len > 1);
  g_ptr_array_set_size (self->nodes, (int) self->nodes->len - 1);
  g_ptr_array_set_size (self->steps, (int) self->steps->len - 1);
}

guint
hall_json_count (HallJson *self)
{
  JsonArray *array = here_array (self);

  return array != NULL ? json_array_get_length (array) : 0;
}

GList *
hall_json_members (HallJson *self)
{
  JsonObject *object = here_object (self);

  return object != NULL ? json_object_get_members (object) : NULL;
}

/* The member if it holds a value of @type; else NULL, with an error if it must be there. */
static JsonNode *
value_member (HallJson *self, const char *member, GType type, const char *what, gboolean required)
{
  JsonObject *object = here_object (self);
  JsonNode *node;

  if (object == NULL)
    return NULL;
  node = json_object_get_member (object, member);
  if (node == NULL)
    {
      if (required)
        hall_json_fail (self, member, "missing");
      return NULL;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    {
      hall_json_fail (self, member, "%s is needed here", hall_json_words (what, self->lang));
      return NULL;
    }
  return node;
}

static const char *
read_string (HallJson *self, const char *member, gboolean required)
{
  JsonNode *node = value_member (self, member, G_TYPE_STRING, "a text", required);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  if (text != NULL && *text == '\0' && required)
    {
      hall_json_fail (self, member, "must not be empty");
      return NULL;
    }
  return text;
}

const char *
hall_json_string (HallJson *self, const char *member)
{
  return read_string (self, member, TRUE);
}

const char *
hall_json_optional_string (HallJson *self, const char *member)
{
  return read_string (self, member, FALSE);
}

static gint64
read_int (
    HallJson *self, const char *member, gint64 min, gint64 max, gboolean required, gint64 missing)
{
  JsonNode *node = value_member (self, member, G_TYPE_INT64, "a whole number", required);
  gint64 number;

  if (node == NULL)
    return missing;
  number = json_node_get_int (node);
  if (number < min || number > max)
    {
      hall_json_fail (self, member, "must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min,
                      max);
      return missing;
    }
  return number;
}

gint64
hall_json_int (HallJson *self, const char *member, gint64 min, gint64 max)
{
  return read_int (self, member, min, max, TRUE, 0);
}

gint64
hall_json_optional_int (HallJson *self, const char *member, gint64 min, gint64 max, gint64 missing)
{
  return read_int (self, member, min, max, FALSE, missing);
}

gboolean
hall_json_bool (HallJson *self, const char *member)
{
  JsonNode *node = value_member (self, member, G_TYPE_BOOLEAN, "true or false", TRUE);

  return node != NULL && json_node_get_boolean (node);
}

gboolean
hall_json_optional_bool (HallJson *self, const char *member, gboolean missing)
{
  JsonNode *node = value_member (self, member, G_TYPE_BOOLEAN, "true or false", FALSE);

  return node != NULL ? json_node_get_boolean (node) : missing;
}

const char *
hall_json_element_string (HallJson *self, guint index)
{
  JsonArray *array = here_array (self);
  JsonNode *node;

  if (array == NULL || index >= json_array_get_length (array))
    return NULL;
  node = json_array_get_element (array, index);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  hall_json_fail (self, NULL, "element %u: a text is needed here", index);
  return NULL;
}

char **
hall_json_optional_strings (HallJson *self, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (hall_json_has (self, member) && hall_json_enter (self, member))
    {
      for (guint i = 0, n = hall_json_count (self); i < n; i++)
        {
          const char *text = hall_json_element_string (self, i);

          if (text != NULL)
            g_strv_builder_add (builder, text);
        }
      hall_json_leave (self);
    }
  return g_strv_builder_end (builder);
}

JsonNode *
hall_json_parse_in (
    const char *file, const char *text, gssize length, HallLang lang, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  g_autofree char *reason = NULL;
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  guint line;

  if (!g_utf8_validate_len (text, bytes, NULL))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s: $: %s", file,
                   hall_json_words ("the text is not UTF-8", lang));
      return NULL;
    }
  reason = hall_json_scan (text, bytes, &line);
  if (reason != NULL)
    {
      g_autofree char *where = g_strdup_printf (hall_json_words ("line %u: %s", lang), line,
                                                hall_json_words (reason, lang));

      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s: %s", file, where);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) bytes, &parse_error))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s: $: %s", file, parse_error->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

JsonNode *
hall_json_parse (const char *file, const char *text, gssize length, GError **error)
{
  return hall_json_parse_in (file, text, length, HALL_LANG_EN, error);
}
