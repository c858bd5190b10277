/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-compare.h"

#include <string.h>

#include "hall-mask.h"
#include "hall-tidy.h"

/* Of so many characters one may have been misread. Measured: of twenty licences two in three
 * names are right, the others have one wrong character, seldom two. */
#define CHARACTERS_PER_MISREAD 8

/* What is said of each kind of document; without name and number it counts as unread. */
typedef struct
{
  HallDocumentKind kind;
  HallIssueCode differs, unread;
  HallLicenceItemId name, number;
} Words;

static const Words words[] = {
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_ISSUE_LICENCE_DIFFERS, HALL_ISSUE_LICENCE_UNREAD,
    HALL_LICENCE_NAME, HALL_LICENCE_USCC },
  { HALL_DOCUMENT_SUBJECT_ID, HALL_ISSUE_ID_CARD_DIFFERS, HALL_ISSUE_ID_CARD_UNREAD,
    HALL_LICENCE_PERSON_NAME, HALL_LICENCE_ID_NUMBER },
};

/* What the findings are made for. Nothing is owned. */
typedef struct
{
  const Words *words;
  const HallLicence *licence;
  const HallApplication *application;
  const HallCatalog *catalog;
  const GDate *today;
  const char *slot;
  GPtrArray *findings;
} Comparison;

/* How brackets and letters are written does not matter. (transfer full) (array) */
static gunichar *
fold (const char *text, glong *length)
{
  g_autofree char *tidy = hall_tidy_name (text);
  g_autofree char *narrow = g_utf8_normalize (tidy, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (narrow != NULL ? narrow : tidy, -1);

  return g_utf8_to_ucs4_fast (folded, -1, length);
}

/* Characters to be changed, put in or left out to make one of the other. */
static guint
get_distance (const gunichar *a, glong a_length, const gunichar *b, glong b_length)
{
  g_autofree guint *row = g_new (guint, (gsize) b_length + 1);

  for (glong j = 0; j <= b_length; j++)
    row[j] = (guint) j;
  for (glong i = 0; i < a_length; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i + 1;
      for (glong j = 1; j <= b_length; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[b_length];
}

static gboolean
is_same_name (const char *read, const char *typed)
{
  glong read_length = 0, typed_length = 0;
  g_autofree gunichar *a = fold (read, &read_length);
  g_autofree gunichar *b = fold (typed, &typed_length);
  glong tolerated = (typed_length + CHARACTERS_PER_MISREAD - 1) / CHARACTERS_PER_MISREAD;

  return get_distance (a, read_length, b, typed_length) <= (guint) tolerated;
}

static gboolean
is_same (HallLicenceItemId id, const char *read, const char *typed)
{
  if (id == HALL_LICENCE_NAME || id == HALL_LICENCE_LEGAL_REP || id == HALL_LICENCE_PERSON_NAME)
    return is_same_name (read, typed);
  return g_str_equal (read, typed);
}

static void
add (Comparison *self, HallIssue *issue, const HallPlace *place)
{
  HallFinding *finding = hall_finding_new (self->slot, issue);

  if (place != NULL)
    finding->place = *place;
  g_ptr_array_add (self->findings, finding);
}

/* (transfer full): findings are kept and listed: an identity number is not said in full */
static char *
quote (HallLicenceItemId id, const char *read)
{
  return id == HALL_LICENCE_ID_NUMBER ? hall_mask_id (read) : g_strdup (read);
}

static void
compare_item (Comparison *self, HallLicenceItemId id)
{
  const HallLicenceItem *item = &self->licence->items[id];
  int role = hall_licence_item_get_role (id);
  const HallField *field = role >= 0 ? self->catalog->roles[role] : NULL;
  const char *typed = field != NULL ? hall_application_get (self->application, field->id) : "";
  g_autofree char *read = NULL;
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  if (item->text == NULL || *typed == '\0' || is_same (id, item->text, typed))
    return;
  read = quote (id, item->text);
  hall_issue_set_label (&issue, self->words->differs, &field->label, read);
  add (self, &issue, &item->place);
}

/* Dates are written so that they sort. */
static void
compare_end (Comparison *self)
{
  const HallLicenceItem *end = &self->licence->items[HALL_LICENCE_VALID_UNTIL];
  char today[16] = "";
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  g_date_strftime (today, sizeof today, "%Y-%m-%d", self->today);
  if (end->text == NULL || !g_ascii_isdigit (*end->text) || strcmp (end->text, today) >= 0)
    return;
  hall_issue_set (&issue, HALL_ISSUE_LICENCE_EXPIRED, end->text, NULL);
  add (self, &issue, &end->place);
}

static const Words *
find_words (HallDocumentKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return &words[i];
  return NULL;
}

void
hall_licence_compare (const HallLicence *self,
                      const HallRequirement *requirement,
                      const HallApplication *application,
                      const HallCatalog *catalog,
                      const GDate *today,
                      GPtrArray *findings)
{
  const Words *said = find_words (requirement->kind);
  Comparison comparison = { said, self, application, catalog, today, requirement->slot, findings };

  g_return_if_fail (said != NULL);

  if (self->items[said->name].text == NULL && self->items[said->number].text == NULL)
    {
      HallIssue issue = { .code = said->unread };

      add (&comparison, &issue, NULL);
      return;
    }
  for (guint id = 0; id < HALL_N_LICENCE_ITEMS; id++)
    if (hall_licence_item_get_kind (id) == requirement->kind)
      compare_item (&comparison, id);
  if (requirement->kind == HALL_DOCUMENT_BUSINESS_LICENCE)
    compare_end (&comparison);
}

void
hall_licence_inspect (GBytes *bytes,
                      const HallRequirement *requirement,
                      const HallApplication *application,
                      const HallCatalog *catalog,
                      const GDate *today,
                      GPtrArray *findings)
{
  g_autoptr (HallLicence) licence = NULL;
  const guint8 *data;
  gsize size = 0;

  if (!hall_licence_can_read (requirement->kind)
      || hall_findings_get_verdict (findings) >= HALL_WRONG)
    return;
  data = g_bytes_get_data (bytes, &size);
  licence =
      hall_licence_read (bytes, hall_media_type_guess (data, size), requirement->kind, NULL, NULL);
  if (licence == NULL)
    licence = hall_licence_new ();
  hall_licence_compare (licence, requirement, application, catalog, today, findings);
}
