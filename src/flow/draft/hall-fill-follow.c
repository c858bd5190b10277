/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields that go with others: equal to them, taken from them, or ticked as the same.
 */
#include "hall-fill-private.h"

#define MAX_FOLLOWING 8 /* a field that follows one that follows one … */

char *
hall_fill_tidy (HallFill *self, const HallField *field, const char *text)
{
  return hall_application_get_kind (self->working, field)->tidy (text);
}

static void
put_followed (
    HallFill *self, const HallField *field, const char *text, const char *old, guint depth)
{
  g_autofree char *tidy = NULL;
  g_autofree char *before = g_strdup (old);

  if (depth >= MAX_FOLLOWING || field == NULL || !g_hash_table_contains (self->open, field->id)
      || !hall_fill_has_field (self, field, self->working))
    return;
  tidy = hall_fill_tidy (self, field, text);
  if (g_strcmp0 (tidy, before) == 0)
    return;
  hall_fill_put_edit (self, field, tidy, FALSE);
  hall_fill_follow (self, field, before, tidy, depth + 1);
}

static void
follow_copies (HallFill *self, const HallField *source, const char *new, guint depth)
{
  GHashTableIter copies, fields;
  gpointer copy, target, from;

  g_hash_table_iter_init (&copies, self->copies);
  while (g_hash_table_iter_next (&copies, &copy, NULL))
    {
      g_hash_table_iter_init (&fields, ((const HallCopy *) copy)->fields);
      while (g_hash_table_iter_next (&fields, &target, &from))
        if (g_strcmp0 (from, source->id) == 0)
          put_followed (self, hall_catalog_find_field (self->catalog, target), new,
                        hall_application_get (self->working, target), depth);
    }
}

void
hall_fill_follow (
    HallFill *self, const HallField *source, const char *old, const char *new, guint depth)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const HallField *field = value;
      const char *now = hall_application_get (self->working, id);
      gboolean had_it = *now == '\0' || g_strcmp0 (now, old) == 0;

      if (g_strcmp0 (field->equals, source->id) == 0
          || (g_strcmp0 (field->default_from, source->id) == 0 && had_it))
        put_followed (self, field, new, now, depth);
    }
  follow_copies (self, source, new, depth);
}

static gboolean
copy_matches (HallFill *self, const HallCopy *copy)
{
  GHashTableIter iter;
  gpointer target, source;

  g_hash_table_iter_init (&iter, copy->fields);
  while (g_hash_table_iter_next (&iter, &target, &source))
    {
      const char *value = hall_application_get (self->working, source);

      if (*value == '\0' || g_strcmp0 (value, hall_application_get (self->working, target)) != 0)
        return FALSE;
    }
  return TRUE;
}

void
hall_fill_find_copies (HallFill *self)
{
  for (guint i = 0; i < self->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (self->catalog->sections, i);

      for (guint j = 0; j < section->copies->len; j++)
        if (copy_matches (self, g_ptr_array_index (section->copies, j)))
          g_hash_table_add (self->copies, g_ptr_array_index (section->copies, j));
    }
}

/* Typing into a field that is "the same as" another ends that. */
static gboolean
is_left_by (gpointer copy, gpointer value, gpointer field_id)
{
  return g_hash_table_contains (((const HallCopy *) copy)->fields, field_id);
}

void
hall_fill_leave_copies (HallFill *self, const char *field_id)
{
  g_hash_table_foreach_remove (self->copies, is_left_by, (gpointer) field_id);
}

gboolean
hall_fill_set_copy (HallFill *self, const HallCopy *copy, gboolean active)
{
  GHashTableIter iter;
  gpointer target, source;

  if (g_hash_table_contains (self->copies, copy) == active)
    return FALSE;
  if (!active)
    return g_hash_table_remove (self->copies, copy);
  g_hash_table_iter_init (&iter, copy->fields);
  while (g_hash_table_iter_next (&iter, &target, NULL))
    hall_fill_leave_copies (self, target);
  g_hash_table_add (self->copies, (gpointer) copy);
  g_hash_table_iter_init (&iter, copy->fields);
  while (g_hash_table_iter_next (&iter, &target, &source))
    if (*hall_application_get (self->working, source) != '\0')
      put_followed (self, hall_catalog_find_field (self->catalog, target),
                    hall_application_get (self->working, source),
                    hall_application_get (self->working, target), 0);
  hall_fill_refresh (self);
  return TRUE;
}

gboolean
hall_fill_is_copy_active (HallFill *self, const HallCopy *copy)
{
  return g_hash_table_contains (self->copies, copy);
}
