/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes of the hall's application and what was typed: values, locks, findings.
 */
#include "hall-fill-private.h"
#include "hall-lock.h"

gboolean
hall_fill_has_field (const HallFill *self,
                     const HallField *field,
                     const HallApplication *application)
{
  const HallCertificateType *type =
      hall_catalog_find_type (self->catalog, application->certificate_type);

  return type != NULL && hall_section_is_in_type (field->section, type);
}

/* What can be changed now; the account of a failed bank proof is handed in with an event. */
static gboolean
is_open_now (const HallFill *self, const HallField *field)
{
  if (self->order->state == HALL_STATE_FIN_AUTH_FAILED)
    return field->section->subject == HALL_SECTION_ACCOUNT;
  return hall_order_is_field_open (self->order, self->catalog, field);
}

static void
apply_edits (const HallFill *self, HallApplication *to)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->edits);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const HallEdit *edit = value;
      const HallField *field = hall_catalog_find_field (self->catalog, id);

      if (field == NULL || !g_hash_table_contains (self->open, id)
          || !hall_fill_has_field (self, field, to))
        continue;
      hall_application_set (to, id, edit->value);
      if (*edit->value != '\0')
        hall_application_set_confirmed (to, id, edit->confirmed);
    }
}

static void
drop_strangers (const HallFill *self, HallApplication *application)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (application->values);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const HallField *field = hall_catalog_find_field (self->catalog, l->data);

      if (field != NULL && !hall_fill_has_field (self, field, application))
        hall_application_set (application, l->data, NULL);
    }
}

static void
fill_defaults (const HallFill *self, HallApplication *application)
{
  const HallField *mobile = self->catalog->roles[HALL_FIELD_ROLE_HANDLER_MOBILE];

  if (self->mobile != NULL && mobile != NULL
      && *hall_application_get (application, mobile->id) == '\0')
    hall_application_set (application, mobile->id, self->mobile);
  hall_application_fill_defaults (application, self->catalog);
}

static HallApplication *
derive (const HallFill *self)
{
  HallApplication *working = hall_application_copy (self->base);

  if (self->edited_type != NULL && self->order->state == HALL_STATE_DRAFT)
    {
      g_free (working->certificate_type);
      working->certificate_type = g_strdup (self->edited_type);
    }
  drop_strangers (self, working);
  apply_edits (self, working);
  if (self->order->state != HALL_STATE_DRAFT)
    return working;
  fill_defaults (self, working);
  apply_edits (self, working); /* what was typed, also nothing at all, is no place for a default */
  return working;
}

static void
find_open (HallFill *self)
{
  GHashTableIter iter;
  gpointer id, field;

  self->open = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, self->catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, &field))
    if (is_open_now (self, field))
      g_hash_table_add (self->open, id);
}

static void
take_finding (HallFill *self, HallFinding *finding)
{
  g_ptr_array_add (self->findings, finding);
  if (!g_hash_table_contains (self->by_field, finding->where))
    g_hash_table_insert (self->by_field, finding->where, finding);
}

/* What is worth knowing about good values; the check of a whole application leaves it out. */
static void
add_hints (HallFill *self, const HallCheckContext *context)
{
  GHashTableIter iter;
  gpointer id, field;

  g_hash_table_iter_init (&iter, self->catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, &field))
    {
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;

      if (!g_hash_table_contains (self->by_field, id)
          && hall_fill_has_field (self, field, self->working)
          && hall_application_check_field (self->working, self->catalog, field, context, &issue)
                 == HALL_HINT)
        take_finding (self, hall_finding_new (id, &issue));
    }
}

/* What the hall has found, where the field is still as the hall has it. */
static void
add_findings_of_hall (HallFill *self, GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      HallFinding *copy;

      if (g_hash_table_contains (self->by_field, finding->where)
          || g_strcmp0 (hall_application_get (self->working, finding->where),
                        hall_application_get (self->base, finding->where))
                 != 0)
        continue;
      copy = hall_finding_new (finding->where, &finding->issue);
      copy->severity = finding->severity;
      copy->confirmed = finding->confirmed;
      take_finding (self, copy);
    }
}

static void
judge (HallFill *self)
{
  HallCheckContext context;
  g_autoptr (GPtrArray) found = NULL;

  hall_check_context_init (&context, &self->today);
  found = hall_application_check (self->working, self->catalog, &context);
  self->findings = hall_findings_new ();
  self->by_field = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    take_finding (self, g_ptr_array_index (found, i));
  add_findings_of_hall (self, self->refused);
  add_findings_of_hall (self, self->order->findings);
  add_hints (self, &context);
}

static gboolean
is_same_finding (const HallFinding *a, const HallFinding *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->issue.code != b->issue.code || a->confirmed != b->confirmed)
    return FALSE;
  for (guint i = 0; i < HALL_ISSUE_MAX_ARGS; i++)
    if (g_strcmp0 (a->issue.args[i], b->issue.args[i]) != 0)
      return FALSE;
  return TRUE;
}

void
hall_fill_refresh (HallFill *self)
{
  g_autoptr (HallApplication) working = g_steal_pointer (&self->working);
  g_autoptr (GHashTable) open = g_steal_pointer (&self->open);
  g_autoptr (GPtrArray) findings = g_steal_pointer (&self->findings);
  g_autoptr (GHashTable) by_field = g_steal_pointer (&self->by_field);
  GHashTableIter iter;
  gpointer id;

  find_open (self);
  self->working = derive (self);
  judge (self);
  g_hash_table_iter_init (&iter, self->catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (working == NULL
        || g_strcmp0 (hall_application_get (working, id), hall_application_get (self->working, id))
               != 0
        || hall_application_is_confirmed (working, id)
               != hall_application_is_confirmed (self->working, id)
        || g_hash_table_contains (open, id) != g_hash_table_contains (self->open, id)
        || !is_same_finding (g_hash_table_lookup (by_field, id),
                             g_hash_table_lookup (self->by_field, id)))
      g_hash_table_add (self->changes, id);
}
