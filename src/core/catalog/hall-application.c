/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-application.h"

#include <string.h>

#include "hall-json.h"
#include "hall-tidy.h"

HallApplication *
hall_application_new (const char *project, const char *certificate_type)
{
  HallApplication *self = g_new0 (HallApplication, 1);

  self->project = g_strdup (project);
  self->certificate_type = g_strdup (certificate_type);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->confirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

HallApplication *
hall_application_copy (const HallApplication *self)
{
  HallApplication *copy = hall_application_new (self->project, self->certificate_type);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->values, g_strdup (key), g_strdup (value));
  g_hash_table_iter_init (&iter, self->confirmed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->confirmed, g_strdup (key));
  return copy;
}

void
hall_application_free (HallApplication *self)
{
  g_free (self->project);
  g_free (self->certificate_type);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->confirmed);
  g_free (self);
}

gboolean
hall_application_equal (const HallApplication *a, const HallApplication *b)
{
  GHashTableIter iter;
  gpointer key, value;

  if (g_strcmp0 (a->project, b->project) != 0
      || g_strcmp0 (a->certificate_type, b->certificate_type) != 0
      || g_hash_table_size (a->values) != g_hash_table_size (b->values)
      || g_hash_table_size (a->confirmed) != g_hash_table_size (b->confirmed))
    return FALSE;
  g_hash_table_iter_init (&iter, a->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (strcmp (hall_application_get (b, key), value) != 0)
      return FALSE;
  g_hash_table_iter_init (&iter, a->confirmed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b->confirmed, key))
      return FALSE;
  return TRUE;
}

const char *
hall_application_get (const HallApplication *self, const char *field_id)
{
  const char *value = field_id != NULL ? g_hash_table_lookup (self->values, field_id) : NULL;

  return value != NULL ? value : "";
}

const char *
hall_application_get_role (const HallApplication *self,
                           const HallCatalog *catalog,
                           HallFieldRole role)
{
  const HallField *field = catalog->roles[role];

  return field != NULL ? hall_application_get (self, field->id) : "";
}

void
hall_application_set (HallApplication *self, const char *field_id, const char *value)
{
  if (strcmp (hall_application_get (self, field_id), value != NULL ? value : "") == 0)
    return;
  g_hash_table_remove (self->confirmed, field_id);
  if (value == NULL || *value == '\0')
    g_hash_table_remove (self->values, field_id);
  else
    g_hash_table_insert (self->values, g_strdup (field_id), g_strdup (value));
}

void
hall_application_set_confirmed (HallApplication *self, const char *field_id, gboolean confirmed)
{
  if (confirmed)
    g_hash_table_add (self->confirmed, g_strdup (field_id));
  else
    g_hash_table_remove (self->confirmed, field_id);
}

gboolean
hall_application_is_confirmed (const HallApplication *self, const char *field_id)
{
  return g_hash_table_contains (self->confirmed, field_id);
}

typedef void (*FieldFunc) (const HallField *field, gpointer data);

/* Every field of the application's certificate type, in the catalogue's order. */
static void
for_each_field (const HallApplication *self,
                const HallCatalog *catalog,
                FieldFunc func,
                gpointer data)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, self->certificate_type);

  for (guint i = 0; type != NULL && i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      if (!hall_section_is_in_type (section, type))
        continue;
      for (guint j = 0; j < section->fields->len; j++)
        func (g_ptr_array_index (section->fields, j), data);
    }
}

static void
fill_default (const HallField *field, gpointer data)
{
  HallApplication *self = data;
  const char *value = hall_application_get (self, field->id);

  if (field->equals != NULL)
    {
      const char *other = hall_application_get (self, field->equals);

      if (*other != '\0' && !hall_text_equal_folded (value, other))
        hall_application_set (self, field->id, other);
    }
  else if (*value == '\0' && field->default_from != NULL)
    hall_application_set (self, field->id, hall_application_get (self, field->default_from));
  else if (*value == '\0' && field->default_value != NULL)
    hall_application_set (self, field->id, field->default_value);
}

void
hall_application_fill_defaults (HallApplication *self, const HallCatalog *catalog)
{
  for_each_field (self, catalog, fill_default, self);
}

static void
tidy_value (HallApplication *self, const HallField *field)
{
  gboolean confirmed = hall_application_is_confirmed (self, field->id);
  g_autofree char *tidy =
      hall_application_get_kind (self, field)->tidy (hall_application_get (self, field->id));

  hall_application_set (self, field->id, tidy);
  if (confirmed && *tidy != '\0')
    hall_application_set_confirmed (self, field->id, TRUE);
}

void
hall_application_tidy (HallApplication *self, const HallCatalog *catalog)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (self->values);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const HallField *field = hall_catalog_find_field (catalog, l->data);

      if (field != NULL)
        g_ptr_array_add (fields, (gpointer) field);
    }
  /* first what others depend on: their kind follows from it */
  for (guint depends = 0; depends < 2; depends++)
    for (guint i = 0; i < fields->len; i++)
      {
        const HallField *field = g_ptr_array_index (fields, i);

        if ((field->depends_on != NULL) == depends)
          tidy_value (self, field);
      }
}

const HallKind *
hall_application_get_kind (const HallApplication *self, const HallField *field)
{
  const HallKind *kind = NULL;

  if (field->kind_when != NULL)
    kind = g_hash_table_lookup (field->kind_when, hall_application_get (self, field->depends_on));
  return kind != NULL ? kind : field->kind;
}

gboolean
hall_application_is_required (const HallApplication *self, const HallField *field)
{
  if (field->required_when != NULL)
    return g_strv_contains ((const char *const *) field->required_when,
                            hall_application_get (self, field->depends_on));
  return field->required;
}

/* The day and what the caller allows, with the bounds that the catalogue has for @field. */
static void
context_for_field (HallCheckContext *to, const HallCheckContext *from, const HallField *field)
{
  *to = *from;
  to->min_chars = field->min_chars;
  to->max_chars = field->max_chars;
  to->min_age = field->min_age;
  to->max_age = field->max_age;
  to->not_past = field->not_past;
  to->choices = (const char *const *) field->choice_ids;
}

/* What @field must equal has no value but must have one: that is said there, and once. */
static gboolean
is_other_missing (const HallApplication *self, const HallField *other)
{
  return *hall_application_get (self, other->id) == '\0'
         && hall_application_is_required (self, other);
}

HallVerdict
hall_application_check_field (const HallApplication *self,
                              const HallCatalog *catalog,
                              const HallField *field,
                              const HallCheckContext *context,
                              HallIssue *issue)
{
  const HallKind *kind = hall_application_get_kind (self, field);
  const HallField *other = hall_catalog_find_field (catalog, field->equals);
  g_autofree char *value = NULL;
  HallCheckContext own;
  HallVerdict verdict;

  context_for_field (&own, context, field);
  verdict = hall_kind_check (kind, hall_application_get (self, field->id), &own, &value, issue);
  if (*value == '\0')
    return hall_application_is_required (self, field)
               ? hall_issue_set (issue, HALL_ISSUE_REQUIRED, NULL, NULL)
               : HALL_GOOD;
  if (verdict == HALL_WRONG || other == NULL || is_other_missing (self, other)
      || hall_text_equal_folded (value, hall_application_get (self, other->id)))
    return verdict;
  return hall_issue_set_label (issue, HALL_ISSUE_NOT_EQUAL, &other->label, NULL);
}

typedef struct
{
  const HallApplication *application;
  const HallCatalog *catalog;
  const HallCheckContext *context;
  GPtrArray *findings;
} CheckRun;

static void
check_one (const HallField *field, gpointer data)
{
  CheckRun *run = data;
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallFinding *finding;

  if (hall_application_check_field (run->application, run->catalog, field, run->context, &issue)
      < HALL_DOUBTFUL)
    return;
  finding = hall_finding_new (field->id, &issue);
  finding->confirmed = finding->severity == HALL_DOUBTFUL
                       && hall_application_is_confirmed (run->application, field->id);
  g_ptr_array_add (run->findings, finding);
}

static void
add_finding (GPtrArray *findings, const char *where, HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (findings, hall_finding_new (where, &issue));
}

/* Values that no field of this certificate type asks for, in the order of their ids. */
static void
check_strangers (CheckRun *run, const HallCertificateType *type)
{
  g_autoptr (GList) ids =
      g_list_sort (g_hash_table_get_keys (run->application->values), (GCompareFunc) strcmp);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const HallField *field = hall_catalog_find_field (run->catalog, l->data);

      if (field == NULL)
        add_finding (run->findings, l->data, HALL_ISSUE_UNKNOWN_FIELD, l->data);
      else if (!hall_section_is_in_type (field->section, type))
        add_finding (run->findings, l->data, HALL_ISSUE_NOT_IN_THIS_TYPE, NULL);
    }
}

/* GBK takes one byte for ASCII and two for the rest that names and addresses use. */
static guint
count_gbk_bytes (const char *text)
{
  guint bytes = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    bytes += g_utf8_get_char (p) < 128 ? 1 : 2;
  return bytes;
}

static void
check_limits (CheckRun *run)
{
  for (guint i = 0; i < run->catalog->limits->len; i++)
    {
      const HallLimit *limit = g_ptr_array_index (run->catalog->limits, i);
      const HallField *other = hall_catalog_find_field (run->catalog, limit->fields[1]);
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      g_autofree char *max = g_strdup_printf ("%u", limit->max_gbk_bytes);
      guint bytes = 0;

      for (guint j = 0; limit->fields[j] != NULL; j++)
        bytes += count_gbk_bytes (hall_application_get (run->application, limit->fields[j]));
      if (bytes <= limit->max_gbk_bytes)
        continue;
      hall_issue_set_label (&issue, HALL_ISSUE_GROUP_TOO_LONG, &other->label, max);
      g_ptr_array_add (run->findings, hall_finding_new (limit->fields[0], &issue));
    }
}

GPtrArray *
hall_application_check (const HallApplication *self,
                        const HallCatalog *catalog,
                        const HallCheckContext *context)
{
  CheckRun run = { self, catalog, context, hall_findings_new () };
  const HallCertificateType *type = hall_catalog_find_type (catalog, self->certificate_type);

  if (g_strcmp0 (self->project, catalog->id) != 0)
    add_finding (run.findings, "project", HALL_ISSUE_UNKNOWN_PROJECT, self->project);
  if (type == NULL)
    {
      add_finding (run.findings, "certificate_type", HALL_ISSUE_UNKNOWN_TYPE,
                   self->certificate_type);
      return run.findings;
    }
  for_each_field (self, catalog, check_one, &run);
  check_strangers (&run, type);
  check_limits (&run);
  return run.findings;
}

HallVerdict
hall_findings_get_verdict (GPtrArray *findings)
{
  HallVerdict worst = HALL_GOOD;

  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (!finding->confirmed)
        worst = MAX (worst, finding->severity);
    }
  return worst;
}

static void
add_printed (const HallField *field, gpointer data)
{
  gpointer *parts = data;
  const HallApplication *self = parts[0];
  JsonObject *fields = parts[1];

  if (field->print != HALL_PRINT_NOT)
    json_object_set_string_member (fields, field->id, hall_application_get (self, field->id));
}

static char *
hash_object (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (root, object);
  text = hall_json_canonical (root);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

char *
hall_application_hash_printed (const HallApplication *self, const HallCatalog *catalog)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, self->certificate_type);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *fields = json_object_new ();
  gpointer parts[2] = { (gpointer) self, fields };

  json_object_set_string_member (object, "project", self->project);
  json_object_set_string_member (object, "certificate_type", self->certificate_type);
  json_object_set_int_member (object, "amount_fen", type != NULL ? type->amount_fen : 0);
  for_each_field (self, catalog, add_printed, parts);
  json_object_set_object_member (object, "fields", fields);
  return hash_object (object);
}

char *
hall_application_hash_all (const HallApplication *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *fields = json_object_new ();
  GHashTableIter iter;
  gpointer id, value;

  json_object_set_string_member (object, "project", self->project);
  json_object_set_string_member (object, "certificate_type", self->certificate_type);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    json_object_set_string_member (fields, id, value);
  json_object_set_object_member (object, "fields", fields);
  return hash_object (object);
}

HallFinding *
hall_finding_new (const char *where, const HallIssue *issue)
{
  HallFinding *self = g_new0 (HallFinding, 1);

  self->where = g_strdup (where);
  self->severity = hall_issue_code_get_severity (issue->code);
  hall_issue_copy (&self->issue, issue);
  return self;
}

void
hall_finding_free (HallFinding *self)
{
  g_free (self->where);
  hall_issue_clear (&self->issue);
  g_free (self);
}

GPtrArray *
hall_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hall_finding_free);
}
