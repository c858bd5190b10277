/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-check-list.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-field-words.h"
#include "hall-workday.h"

#define KIND(id) (1u << HALL_DOCUMENT_##id)
#define PAPERS   (KIND (APPLICATION_FORM) | KIND (BUSINESS_LICENCE) | KIND (SEAL_SHEET))

/* (transfer full) (nullable): what was seen on a document, as it should be */
typedef char *(*SaySight) (const HallSight *sight);

static char *
say_form_code (const HallSight *sight)
{
  if (sight->form_revision == 0)
    return NULL;
  /* Translators: %u is which revision of the data a printout shows */
  return g_strdup_printf (_ ("revision %u"), sight->form_revision);
}

static char *
say_seal (const HallSight *sight)
{
  if (sight->seal_mm == 0)
    return NULL;
  /* Translators: the diameter of a seal's impression */
  return g_strdup_printf (_ ("%u mm across"), sight->seal_mm);
}

/* What was looked for on documents: findings whose codes begin alike. */
static const struct
{
  const char *title;
  const char *prefix;
  guint kinds;  /* of the documents it is looked for on */
  SaySight say; /* (nullable) */
} on_documents[] = {
  { N_ ("Form code and printout"), "form-code-", KIND (APPLICATION_FORM) | KIND (SEAL_SHEET),
    say_form_code },
  { N_ ("Printed text unaltered"), "sheet-", KIND (APPLICATION_FORM), NULL },
  { N_ ("Signature"), "signature-", KIND (APPLICATION_FORM), NULL },
  { N_ ("Seal"), "seal-", PAPERS, say_seal },
  { N_ ("Sharp and complete"), "scan-", PAPERS | KIND (SUBJECT_ID) | KIND (VOUCHER), NULL },
  { N_ ("Business licence as filled in, still valid"), "licence-", KIND (BUSINESS_LICENCE), NULL },
};

/* What was checked of single fields. */
static const struct
{
  const char *title;
  HallFieldRole role;
} on_fields[] = {
  { N_ ("Credit code, check digit"), HALL_FIELD_ROLE_ORGANISATION_CODE },
  { N_ ("Branch number, check digit"), HALL_FIELD_ROLE_ACCOUNT_CNAPS },
  { N_ ("Account number"), HALL_FIELD_ROLE_ACCOUNT_NUMBER },
};

void
hall_check_line_free (HallCheckLine *self)
{
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->where);
  g_free (self->other);
  g_free (self);
}

typedef struct
{
  const HallOrder *order;
  HallCatalog *catalog;
  const HallCertificateType *type;
  GPtrArray *lines;
} Maker;

static HallCheckLine *
add (Maker *maker, const char *title, HallVerdict verdict, const char *where)
{
  HallCheckLine *line = g_new0 (HallCheckLine, 1);

  line->title = g_strdup (title);
  line->verdict = verdict;
  line->where = g_strdup (where);
  g_ptr_array_add (maker->lines, line);
  return line;
}

static void
take_finding (HallCheckLine *line, const HallFinding *finding, const char *where)
{
  g_free (line->sentence);
  line->sentence = hall_issue_format (&finding->issue, hall_app_lang ());
  g_free (line->where);
  line->where = g_strdup (where);
  line->verdict = finding->severity;
  line->place = finding->place;
}

/* The worst that was found; the first document of the kind if there is nothing. */
static void
look_at_document (HallCheckLine *line, const HallDocument *document, const char *prefix)
{
  for (guint i = 0; i < document->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (document->findings, i);

      if (g_str_has_prefix (hall_issue_code_get_name (finding->issue.code), prefix)
          && (line->sentence == NULL || finding->severity > line->verdict))
        take_finding (line, finding, document->slot);
    }
}

/* Where nothing is wrong; of several documents in one line one after the other. */
static void
say_sight (HallCheckLine *line, const HallDocument *document, const char *label, SaySight say)
{
  g_autofree char *seen = say != NULL ? say (&document->sight) : NULL;
  g_autofree char *before = NULL;

  if (seen == NULL || line->verdict != HALL_GOOD)
    return;
  before = g_steal_pointer (&line->sentence);
  if (say == say_seal)
    {
      line->sentence = g_steal_pointer (&seen);
      line->place = document->sight.seal_place;
    }
  else if (before == NULL)
    /* Translators: a document, and what was seen on it */
    line->sentence = g_strdup_printf (_ ("%1$s: %2$s"), label, seen);
  else
    line->sentence = g_strdup_printf (_ ("%1$s; %2$s: %3$s"), before, label, seen);
}

/* Seals are one thing on each document; the rest is one thing in all of them. */
static HallCheckLine *
get_line (Maker *maker, HallCheckLine *line, gsize row, const char *slot, const char *label)
{
  g_autofree char *title = NULL;

  if (on_documents[row].say == say_seal)
    title = g_strdup_printf (_ ("%1$s: %2$s"), _ (on_documents[row].title), label);
  else if (line == NULL)
    title = g_strdup (_ (on_documents[row].title));
  return title != NULL ? add (maker, title, HALL_GOOD, slot) : line;
}

static void
add_documents (Maker *maker)
{
  for (gsize row = 0; row < G_N_ELEMENTS (on_documents); row++)
    {
      HallCheckLine *line = NULL;

      for (guint i = 0; i < maker->catalog->requirements->len; i++)
        {
          const HallRequirement *requirement = g_ptr_array_index (maker->catalog->requirements, i);
          const HallDocument *document = hall_order_find_document (maker->order, requirement->slot);
          const char *label = hall_label_get (&requirement->label, hall_app_lang ());

          if (document == NULL || (on_documents[row].kinds & (1u << requirement->kind)) == 0)
            continue;
          line = get_line (maker, line, row, document->slot, label);
          look_at_document (line, document, on_documents[row].prefix);
          say_sight (line, document, label, on_documents[row].say);
        }
    }
}

static void
add_fields (Maker *maker)
{
  for (gsize row = 0; row < G_N_ELEMENTS (on_fields); row++)
    {
      const HallField *field = maker->catalog->roles[on_fields[row].role];
      const HallFinding *finding;
      HallCheckLine *line;

      if (field == NULL || !hall_section_is_in_type (field->section, maker->type)
          || *hall_application_get (maker->order->application, field->id) == '\0')
        continue;
      finding = hall_field_words_find (maker->order, field->id);
      line = add (maker, _ (on_fields[row].title), HALL_GOOD, field->id);
      if (finding != NULL)
        take_finding (line, finding, field->id);
    }
}

/* Every field that has to be the same as another; the first that is not, else the first. */
static void
look_at_equal (Maker *maker, HallCheckLine *line, const HallField *field)
{
  const HallApplication *application = maker->order->application;
  const char *value = hall_application_get (application, field->id);

  if (line->where == NULL)
    line->where = g_strdup (field->id);
  if (line->sentence != NULL
      || g_strcmp0 (value, hall_application_get (application, field->equals)) == 0)
    return;
  line->verdict = HALL_WRONG;
  g_free (line->where);
  line->where = g_strdup (field->id);
  line->sentence = g_strdup_printf (_ ("“%1$s” is “%2$s”."),
                                    hall_label_get (&field->label, hall_app_lang ()), value);
}

static void
add_equal_names (Maker *maker)
{
  HallCheckLine *line = add (maker, _ ("Names agree"), HALL_GOOD, NULL);

  for (guint i = 0; i < maker->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (maker->catalog->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          if (field->equals != NULL && hall_section_is_in_type (section, maker->type))
            look_at_equal (maker, line, field);
        }
    }
}

static void
add_validity (Maker *maker, gint64 now_s)
{
  const HallField *field = maker->catalog->roles[HALL_FIELD_ROLE_LICENCE_VALID_UNTIL];
  HallCheckContext context;
  HallCheckLine *line;
  HallIssue issue = { 0 };
  GDate today;

  if (field == NULL || *hall_application_get (maker->order->application, field->id) == '\0')
    return;
  hall_date_in_china (now_s, &today);
  hall_check_context_init (&context, &today);
  line = add (maker, hall_label_get (&field->label, hall_app_lang ()), HALL_GOOD, field->id);
  line->verdict = hall_application_check_field (maker->order->application, maker->catalog, field,
                                                &context, &issue);
  if (line->verdict > HALL_GOOD)
    line->sentence = hall_issue_format (&issue, hall_app_lang ());
  hall_issue_clear (&issue);
}

static void
add_people (Maker *maker)
{
  HallSubstate state = maker->order->sub[HALL_SUBSTATE_AUTH];
  const HallField *mobile = maker->catalog->roles[HALL_FIELD_ROLE_HANDLER_MOBILE];
  HallCheckLine *line =
      add (maker, _ ("Handler's authentication"),
           state == HALL_AUTH_PASSED ? HALL_GOOD : HALL_DOUBTFUL, HALL_PLACE_HANDLER_AUTH);

  line->sentence = state == HALL_AUTH_PASSED
                       ? NULL
                       : g_strdup (hall_substate_get_label (state, hall_app_lang ()));
  line = add (maker, _ ("Mobile number's owner"), HALL_HINT, mobile != NULL ? mobile->id : NULL);
  line->sentence =
      g_strdup (_ ("This hall is connected to no carrier; compare the name by other means."));
}

/* (transfer full) */
static char *
say_seen (const HallSeen *seen)
{
  g_autofree char *number = hall_order_format_number (seen->number);

  switch (seen->kind)
    {
    case HALL_SEEN_IN_PROCESS:
      return g_strdup_printf (_ ("The same organisation has order %s under way."), number);
    case HALL_SEEN_FILE:
      return g_strdup_printf (_ ("The same file is in order %s."), number);
    default:
      return g_strdup_printf (_ ("The same bank account is in order %s, of another organisation."),
                              number);
    }
}

/* Several documents can be in the same other order: it is said once. */
static gboolean
is_said (const HallSecondLook *look, guint n)
{
  const HallSeen *seen = g_ptr_array_index (look->seen, n);

  for (guint i = 0; i < n; i++)
    {
      const HallSeen *other = g_ptr_array_index (look->seen, i);

      if (other->kind == seen->kind && g_str_equal (other->number, seen->number))
        return TRUE;
    }
  return FALSE;
}

static void
add_seen (Maker *maker, const HallSecondLook *look)
{
  if (look->seen->len == 0)
    add (maker, _ ("Not seen before"), HALL_GOOD, NULL);
  for (guint i = 0; i < look->seen->len; i++)
    {
      const HallSeen *seen = g_ptr_array_index (look->seen, i);
      g_autofree char *sentence = say_seen (seen);
      HallCheckLine *line;

      if (is_said (look, i))
        continue;
      line = add (maker, _ ("Seen before"), HALL_DOUBTFUL, seen->slot);
      line->sentence = g_strdup_printf ("%s\n%s · %s", sentence, seen->organisation,
                                        hall_state_get_label (seen->state, hall_app_lang ()));
      line->other = g_strdup (seen->number);
    }
}

GPtrArray *
hall_check_list_make (const HallOrder *order,
                      HallCatalog *catalog,
                      const HallSecondLook *look,
                      gint64 now_s)
{
  Maker maker = { order, catalog, hall_catalog_find_type (catalog, order->certificate_type),
                  g_ptr_array_new_with_free_func ((GDestroyNotify) hall_check_line_free) };

  if (maker.type == NULL)
    return maker.lines;
  add_documents (&maker);
  add_fields (&maker);
  add_equal_names (&maker);
  add_validity (&maker, now_s);
  add_people (&maker);
  if (look != NULL)
    add_seen (&maker, look);
  return maker.lines;
}
