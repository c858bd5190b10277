/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fill-private.h"

HallEdit *
hall_edit_new (const char *field_id, const char *value, gboolean confirmed)
{
  HallEdit *self = g_new0 (HallEdit, 1);

  self->field = g_strdup (field_id);
  self->value = g_strdup (value);
  self->confirmed = confirmed;
  return self;
}

void
hall_edit_free (HallEdit *self)
{
  g_free (self->field);
  g_free (self->value);
  g_free (self);
}

GPtrArray *
hall_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hall_edit_free);
}

HallFill *
hall_fill_new (HallCatalog *catalog, const char *mobile)
{
  HallFill *self = g_new0 (HallFill, 1);

  self->catalog = hall_catalog_ref (catalog);
  self->mobile = g_strdup (mobile);
  self->edits =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) hall_edit_free);
  self->parked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->copies = g_hash_table_new (NULL, NULL);
  self->fresh = g_hash_table_new (g_str_hash, g_str_equal);
  self->changes = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
hall_fill_free (HallFill *self)
{
  g_free (self->mobile);
  g_clear_pointer (&self->base, hall_application_free);
  g_clear_pointer (&self->working, hall_application_free);
  g_hash_table_unref (self->edits);
  g_free (self->edited_type);
  g_hash_table_unref (self->parked);
  g_hash_table_unref (self->copies);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->by_field, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_hash_table_unref (self->fresh);
  g_hash_table_unref (self->changes);
  hall_catalog_unref (self->catalog);
  g_free (self);
}

static gboolean
is_as_in (const HallApplication *application, const HallEdit *edit)
{
  return g_strcmp0 (hall_application_get (application, edit->field), edit->value) == 0
         && hall_application_is_confirmed (application, edit->field) == edit->confirmed;
}

/* Edits that @application has are none any more. One that empties a field stays: it says that no
 * default is wanted. */
static gboolean
is_settled (gpointer id, gpointer value, gpointer application)
{
  const HallEdit *edit = value;

  return *edit->value != '\0' && is_as_in (application, edit);
}

/* Once paid, what was typed into a field that is locked cannot go anywhere any more; nor, once
 * the type is settled, what was typed for another type. */
static gboolean
is_pointless (gpointer id, gpointer value, gpointer data)
{
  const HallFill *self = data;
  const HallField *field = hall_catalog_find_field (self->catalog, id);

  switch (self->order->state)
    {
    case HALL_STATE_DRAFT:
      return FALSE;
    case HALL_STATE_AWAITING_DOCUMENTS:
    case HALL_STATE_AWAITING_HANDLER_AUTH:
    case HALL_STATE_AWAITING_PAYMENT:
      return !hall_fill_has_field (self, field, self->base);
    default:
      return !g_hash_table_contains (self->open, id);
    }
}

void
hall_fill_set_order (HallFill *self, const HallOrder *order, const GDate *today)
{
  gboolean first = self->base == NULL;
  const HallCertificateType *usual = g_ptr_array_index (self->catalog->types, 0);

  self->order = order;
  self->today = *today;
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->base, hall_application_free);
  if (order->application != NULL)
    self->base = hall_application_copy (order->application);
  else
    self->base = hall_application_new (self->catalog->id, usual->id);
  g_hash_table_foreach_remove (self->edits, is_settled, self->base);
  if (g_strcmp0 (self->edited_type, self->base->certificate_type) == 0)
    g_clear_pointer (&self->edited_type, g_free);
  hall_fill_refresh (self);
  g_hash_table_foreach_remove (self->edits, is_pointless, self);
  if (first)
    hall_fill_find_copies (self);
}

void
hall_fill_put_edit (HallFill *self, const HallField *field, const char *value, gboolean confirmed)
{
  HallEdit *edit = hall_edit_new (field->id, value, confirmed && *value != '\0');

  g_hash_table_add (self->fresh, field->id);
  if (is_settled (NULL, edit, self->base))
    {
      g_hash_table_remove (self->edits, field->id);
      hall_edit_free (edit);
    }
  else
    g_hash_table_replace (self->edits, field->id, edit);
}

gboolean
hall_fill_set_value (HallFill *self, const char *field_id, const char *typed)
{
  const HallField *field = hall_catalog_find_field (self->catalog, field_id);
  g_autofree char *tidy = NULL;
  g_autofree char *old = NULL;

  if (field == NULL || !g_hash_table_contains (self->open, field->id))
    return FALSE;
  tidy = hall_fill_tidy (self, field, typed);
  old = g_strdup (hall_application_get (self->working, field_id));
  if (g_strcmp0 (tidy, old) == 0)
    return FALSE;
  hall_fill_leave_copies (self, field->id);
  hall_fill_put_edit (self, field, tidy, FALSE);
  hall_fill_follow (self, field, old, tidy, 0);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  hall_fill_refresh (self);
  return TRUE;
}

gboolean
hall_fill_set_confirmed (HallFill *self, const char *field_id, gboolean confirmed)
{
  const HallField *field = hall_catalog_find_field (self->catalog, field_id);
  const char *value = hall_application_get (self->working, field_id);

  if (field == NULL || !g_hash_table_contains (self->open, field->id) || *value == '\0'
      || hall_application_is_confirmed (self->working, field_id) == confirmed)
    return FALSE;
  hall_fill_put_edit (self, field, value, confirmed);
  hall_fill_refresh (self);
  return TRUE;
}

/* Values that the type to come has no field for wait until a type comes that has. */
static void
park_values (HallFill *self, const HallCertificateType *type)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->working->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const HallField *field = hall_catalog_find_field (self->catalog, id);

      if (field != NULL && !hall_section_is_in_type (field->section, type))
        g_hash_table_replace (self->parked, g_strdup (id), g_strdup (value));
    }
}

static void
fetch_parked (HallFill *self, const HallCertificateType *type)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->parked);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const HallField *field = hall_catalog_find_field (self->catalog, id);

      if (!hall_section_is_in_type (field->section, type))
        continue;
      hall_fill_put_edit (self, field, value, FALSE);
      g_hash_table_iter_remove (&iter);
    }
}

gboolean
hall_fill_set_type (HallFill *self, const char *type_id)
{
  const HallCertificateType *type = hall_catalog_find_type (self->catalog, type_id);

  if (type == NULL || self->order->state != HALL_STATE_DRAFT
      || g_strcmp0 (self->working->certificate_type, type_id) == 0)
    return FALSE;
  park_values (self, type);
  g_clear_pointer (&self->edited_type, g_free);
  if (g_strcmp0 (self->base->certificate_type, type_id) != 0)
    self->edited_type = g_strdup (type_id);
  self->fresh_type = TRUE;
  fetch_parked (self, type);
  hall_fill_refresh (self);
  return TRUE;
}

gboolean
hall_fill_restore (HallFill *self, GPtrArray *edits)
{
  guint before = g_hash_table_size (self->edits);
  gboolean other_type = FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      const HallEdit *edit = g_ptr_array_index (edits, i);
      const HallField *field = hall_catalog_find_field (self->catalog, edit->field);

      if (field != NULL)
        hall_fill_put_edit (self, field, edit->value, edit->confirmed);
      else if (edit->field == NULL)
        other_type |= hall_fill_set_type (self, edit->value);
    }
  hall_fill_refresh (self);
  g_hash_table_foreach_remove (self->edits, is_pointless, self);
  g_hash_table_remove_all (self->fresh);
  self->fresh_type = FALSE;
  return other_type || g_hash_table_size (self->edits) > before;
}

GPtrArray *
hall_fill_take_edits (HallFill *self)
{
  GPtrArray *edits = hall_edits_new ();
  GHashTableIter iter;
  gpointer id;

  if (self->fresh_type)
    g_ptr_array_add (edits, hall_edit_new (NULL, self->working->certificate_type, FALSE));
  self->fresh_type = FALSE;
  g_hash_table_iter_init (&iter, self->fresh);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const HallEdit *edit = g_hash_table_lookup (self->edits, id);

      if (edit != NULL)
        g_ptr_array_add (edits, hall_edit_new (id, edit->value, edit->confirmed));
      else
        g_ptr_array_add (edits, hall_edit_new (id, hall_application_get (self->base, id),
                                               hall_application_is_confirmed (self->base, id)));
    }
  g_hash_table_remove_all (self->fresh);
  return edits;
}

GPtrArray *
hall_fill_get_edits (HallFill *self)
{
  GPtrArray *edits = hall_edits_new ();
  GHashTableIter iter;
  gpointer value;

  if (self->edited_type != NULL)
    g_ptr_array_add (edits, hall_edit_new (NULL, self->edited_type, FALSE));
  g_hash_table_iter_init (&iter, self->edits);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HallEdit *edit = value;

      if (!is_as_in (self->base, edit))
        g_ptr_array_add (edits, hall_edit_new (edit->field, edit->value, edit->confirmed));
    }
  return edits;
}

void
hall_fill_discard (HallFill *self)
{
  g_hash_table_remove_all (self->edits);
  g_clear_pointer (&self->edited_type, g_free);
  g_hash_table_remove_all (self->parked);
  hall_fill_refresh (self);
}

void
hall_fill_note_saved (HallFill *self, const HallApplication *snapshot)
{
  g_hash_table_foreach_remove (self->edits, is_settled, (gpointer) snapshot);
  if (g_strcmp0 (self->edited_type, snapshot->certificate_type) == 0)
    g_clear_pointer (&self->edited_type, g_free);
}

void
hall_fill_note_refused (HallFill *self, GPtrArray *findings)
{
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  self->refused = findings != NULL ? g_ptr_array_ref (findings) : NULL;
  hall_fill_refresh (self);
}

const HallApplication *
hall_fill_get_application (HallFill *self)
{
  return self->working;
}

gboolean
hall_fill_is_dirty (HallFill *self)
{
  HallState state = self->order->state;

  return (state == HALL_STATE_DRAFT || state == HALL_STATE_REJECTED || state == HALL_STATE_ACCEPTED)
         && !hall_application_equal (self->working, self->base);
}

gboolean
hall_fill_is_open (HallFill *self, const char *field_id)
{
  return g_hash_table_contains (self->open, field_id);
}

const HallFinding *
hall_fill_get_finding (HallFill *self, const char *field_id)
{
  return g_hash_table_lookup (self->by_field, field_id);
}

GPtrArray *
hall_fill_get_findings (HallFill *self)
{
  return self->findings;
}

GPtrArray *
hall_fill_take_changes (HallFill *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_hash_table_remove_all (self->changes);
  return ids;
}
