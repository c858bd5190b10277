/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-journal.h"

#include <gio/gio.h>

#include "hall-json.h"
#include "hall-wire-finding.h"

#define FOLDER      "certhall"
#define SUBFOLDER   "journal"
#define KEY_CHARS   16
#define FOLDER_MODE 0700

struct _HallJournal
{
  char *folder;
  GFile *file;
};

HallJournal *
hall_journal_new (const char *hall_key, const char *order_number)
{
  HallJournal *self = g_new0 (HallJournal, 1);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, hall_key, -1);
  g_autofree char *name = g_strconcat (order_number, ".jsonl", NULL);
  g_autofree char *path = NULL;

  hash[KEY_CHARS] = '\0';
  self->folder = g_build_filename (g_get_user_data_dir (), FOLDER, SUBFOLDER, hash, NULL);
  path = g_build_filename (self->folder, name, NULL);
  self->file = g_file_new_for_path (path);
  return self;
}

void
hall_journal_free (HallJournal *self)
{
  g_free (self->folder);
  g_object_unref (self->file);
  g_free (self);
}

/* One line; NULL if it is none. */
static HallEdit *
parse_line (const char *line)
{
  g_autoptr (JsonNode) root = hall_json_parse ("journal", line, -1, NULL);
  g_autoptr (HallJson) json = NULL;
  const char *field;
  const char *value;
  gboolean confirmed;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("journal", root);
  field = hall_json_optional_string (json, "field");
  value = hall_json_optional_string (json, "value");
  confirmed = hall_json_optional_bool (json, "confirmed", FALSE);
  if (hall_json_failed (json) || value == NULL)
    return NULL;
  return hall_edit_new (field, value, confirmed);
}

static void
replace_edit (GPtrArray *edits, HallEdit *edit)
{
  for (guint i = 0; i < edits->len; i++)
    if (g_strcmp0 (((HallEdit *) g_ptr_array_index (edits, i))->field, edit->field) == 0)
      {
        g_ptr_array_remove_index (edits, i);
        break;
      }
  g_ptr_array_add (edits, edit);
}

GPtrArray *
hall_journal_read (HallJournal *self)
{
  GPtrArray *edits = hall_edits_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  /* no file is the usual case; what cannot be read cannot be told from it */
  if (!g_file_load_contents (self->file, NULL, &text, NULL, NULL, NULL))
    return edits;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      HallEdit *edit = *lines[i] != '\0' ? parse_line (lines[i]) : NULL;

      if (edit != NULL)
        replace_edit (edits, edit);
    }
  return edits;
}

static void
add_line (GString *text, const HallEdit *edit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "field", edit->field);
  hall_wire_add_text (builder, "value", edit->value);
  if (edit->confirmed)
    hall_wire_add_bool (builder, "confirmed", TRUE);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = hall_wire_to_text (root);
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

static gboolean
write_text (GFileOutputStream *stream, const char *text, GError **error)
{
  gboolean written =
      g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL, NULL, error);

  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, written ? error : NULL) && written;
}

gboolean
hall_journal_add (HallJournal *self, GPtrArray *edits, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_mkdir_with_parents (self->folder, FOLDER_MODE); /* if it fails, so does the next step */
  stream = g_file_append_to (self->file, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL)
    return FALSE;
  g_string_append_c (text, '\n'); /* the line before may have been cut short */
  for (guint i = 0; i < edits->len; i++)
    add_line (text, g_ptr_array_index (edits, i));
  return write_text (stream, text->str, error);
}

static gboolean
remove_file (HallJournal *self, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  if (g_file_delete (self->file, NULL, &own_error)
      || g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

gboolean
hall_journal_rewrite (HallJournal *self, GPtrArray *edits, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (edits->len == 0)
    return remove_file (self, error);
  g_mkdir_with_parents (self->folder, FOLDER_MODE);
  for (guint i = 0; i < edits->len; i++)
    add_line (text, g_ptr_array_index (edits, i));
  stream = g_file_replace (self->file, NULL, FALSE,
                           G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  return stream != NULL && write_text (stream, text->str, error);
}
