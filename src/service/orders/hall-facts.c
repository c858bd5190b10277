/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-facts.h"

#include "hall-audit-store.h"
#include "hall-content.h"
#include "hall-duplicate-store.h"
#include "hall-limits.h"
#include "hall-lock.h"
#include "hall-queue-search.h"
#include "hall-settings.h"

#define IDENTITY_LIFE_S (30 * 24 * 3600)
#define DAY_S           (24 * 3600)

typedef struct
{
  HallCase *self;
  gint64 since_s;
} TriesRun;

static void
count_tries (const HallAuditEntry *entry, gpointer data)
{
  TriesRun *run = data;

  if (g_strcmp0 (entry->event, hall_event_get_name (HALL_EVENT_RESUBMIT_ACCOUNT)) != 0)
    return;
  run->self->account_tries++;
  run->self->account_tries_today += entry->at_s > run->since_s;
}

void
hall_case_check_fields (HallCase *self, const HallContext *context)
{
  HallCheckContext check;

  hall_context_get_check (context, &check);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = hall_application_check (self->record->application, self->catalog, &check);
}

HallCase *
hall_case_open (HallContext *context, HallRecord *record, GError **error)
{
  g_autoptr (HallCase) self = g_new0 (HallCase, 1);
  TriesRun run = { self, context->now_s - DAY_S };

  self->record = record;
  if (!hall_context_find_type (context, record, &self->catalog, &self->type, error))
    return NULL;
  self->documents = hall_document_store_list (context->db, record->number, error);
  self->returns = hall_return_store_list (context->db, context->setup->vault, record->number,
                                          record->return_round, error);
  if (self->documents == NULL || self->returns == NULL
      || !hall_audit_each (context->db, record->number, count_tries, &run, error))
    return NULL;
  hall_case_check_fields (self, context);
  return g_steal_pointer (&self);
}

HallCase *
hall_case_load (HallContext *context, const char *number, GError **error)
{
  HallRecord *record = hall_context_load_order (context, number, error);

  return record != NULL ? hall_case_open (context, record, error) : NULL;
}

void
hall_case_free (HallCase *self)
{
  g_clear_pointer (&self->record, hall_record_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->returns, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/* Until the order is accepted an approval holds for exactly what was shown. */
static gboolean
is_approval_valid (const HallCase *self)
{
  const HallRecord *record = self->record;
  HallState state = record->state;
  g_autofree char *shown = hall_case_hash_shown (self);

  if (g_strcmp0 (record->reviewed_hash, record->content_hash) != 0)
    return FALSE;
  return (state != HALL_STATE_UNDER_REVIEW && state != HALL_STATE_PAYMENT_VERIFYING
          && state != HALL_STATE_REJECTED)
         || g_strcmp0 (record->reviewed_shown, shown) == 0;
}

/* The documents are read again: the caller may have changed one of them. */
static void
note_content (HallCase *self, const HallContext *context)
{
  HallRecord *record = self->record;
  const HallCaller *caller = &context->caller;
  GPtrArray *documents = hall_document_store_list (context->db, record->number, NULL);
  g_autofree char *hash = NULL;

  if (documents != NULL)
    {
      g_ptr_array_unref (self->documents);
      self->documents = documents;
    }
  hash = hall_case_hash_content (self);
  if (g_strcmp0 (hash, record->content_hash) != 0
      && (caller->staff != NULL || caller->account != NULL))
    hall_record_set (record, edited_by, caller->staff != NULL ? caller->staff : caller->account);
  hall_record_set (record, content_hash, hash);
  if (record->reviewed_by == NULL || is_approval_valid (self))
    return;
  hall_record_set (record, reviewed_by, NULL);
  hall_record_set (record, reviewed_hash, NULL);
  hall_record_set (record, reviewed_shown, NULL);
}

void
hall_case_derive (HallCase *self, const HallContext *context)
{
  const HallApplication *application = self->record->application;

  hall_queue_search_set_keys (self->record, context->setup->vault,
                              hall_application_get_role (application, self->catalog,
                                                         HALL_FIELD_ROLE_HANDLER_MOBILE),
                              hall_application_get_role (application, self->catalog,
                                                         HALL_FIELD_ROLE_ORGANISATION_CODE));
  hall_duplicate_set_key (self->record, context->setup->vault,
                          hall_application_get_role (application, self->catalog,
                                                     HALL_FIELD_ROLE_ACCOUNT_NUMBER));
  note_content (self, context);
}

const HallStoredDocument *
hall_case_find_document (const HallCase *self, const char *slot)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const HallStoredDocument *stored = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (stored->document->slot, slot) == 0)
        return stored;
    }
  return NULL;
}

char *
hall_case_identity_key (const HallCase *self, const HallContext *context)
{
  const HallApplication *application = self->record->application;
  g_autofree char *text = g_strdup_printf ("identity\n%s\n%s",
                                           hall_application_get_role (application, self->catalog,
                                                                      HALL_FIELD_ROLE_HANDLER_NAME),
                                           hall_application_get_role (application, self->catalog,
                                                                      HALL_FIELD_ROLE_HANDLER_ID));

  return hall_vault_lookup_key (context->setup->vault, text);
}

char *
hall_case_key_at (const HallCase *self, const HallContext *context, const char *place)
{
  const HallStoredDocument *stored = hall_case_find_document (self, place);
  const HallApplication *application = self->record->application;
  g_autofree char *text = NULL;

  if (hall_catalog_find_field (self->catalog, place) != NULL)
    text = g_strdup_printf ("field\n%s\n%s\n%d", place, hall_application_get (application, place),
                            hall_application_is_confirmed (application, place));
  else if (stored != NULL)
    text = g_strdup_printf ("slot\n%s\n%s\n%" G_GINT64_FORMAT, place, stored->document->sha256,
                            stored->document->uploaded_s);
  else if (g_strcmp0 (place, HALL_PLACE_HANDLER_AUTH) == 0)
    text = g_strdup_printf ("auth\n%" G_GINT64_FORMAT, self->record->identity_s);
  else
    text = g_strdup_printf ("place\n%s", place);
  return hall_vault_lookup_key (context->setup->vault, text);
}

static const char *
find_sha256 (const char *slot, gpointer data)
{
  const HallStoredDocument *stored = hall_case_find_document (data, slot);

  return stored != NULL ? stored->document->sha256 : NULL;
}

static char *
hash_part (const HallCase *self, HallContentPart part)
{
  return hall_content_hash (self->record->application, self->catalog, part, find_sha256,
                            (gpointer) self);
}

char *
hall_case_hash_shown (const HallCase *self)
{
  return hash_part (self, HALL_CONTENT_SHOWN);
}

static gboolean
is_paid_online (const HallRecord *record)
{
  return record->channel != NULL
         && hall_pay_channel_from_name (record->channel) != HALL_PAY_TRANSFER;
}

char *
hall_case_hash_content (const HallCase *self)
{
  return hash_part (self,
                    is_paid_online (self->record) ? HALL_CONTENT_ONLINE : HALL_CONTENT_TRANSFER);
}

static gboolean
is_identity_verified (const HallCase *self, const HallContext *context)
{
  g_autofree char *key = hall_case_identity_key (self, context);

  return self->record->sub[HALL_SUBSTATE_AUTH] == HALL_AUTH_PASSED
         && g_strcmp0 (key, self->record->identity_key) == 0
         && context->now_s - self->record->identity_s < IDENTITY_LIFE_S;
}

static gboolean
is_settled (const HallRecord *record)
{
  HallSubstate payment = record->sub[HALL_SUBSTATE_PAYMENT];

  return payment == HALL_PAYMENT_PAID || payment == HALL_PAYMENT_VERIFIED;
}

/* Whether what was returned at @stored's place is different now. Whole orders cannot be. */
static gboolean
is_changed (const HallCase *self, const HallContext *context, const HallStoredReturn *stored)
{
  g_autofree char *key = hall_case_key_at (self, context, stored->item->place);

  return g_strcmp0 (stored->item->place, HALL_PLACE_ORDER) == 0
         || g_strcmp0 (key, stored->before_key) != 0;
}

static void
add_missing (GPtrArray *missing, const char *place, HallIssueCode code)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, NULL, NULL);
  g_ptr_array_add (missing, hall_finding_new (place, &issue));
}

gboolean
hall_case_is_print_outdated (const HallCase *self)
{
  g_autofree char *now = hall_application_hash_printed (self->record->application, self->catalog);

  return g_strcmp0 (now, self->record->printed_hash) != 0;
}

/* A form printed before the last change of what it says, confirmed or not. */
static gboolean
is_outdated (const HallCase *self, const HallRequirement *requirement, const HallDocument *document)
{
  return !document->current
         || (requirement->kind == HALL_DOCUMENT_APPLICATION_FORM
             && hall_case_is_print_outdated (self));
}

static void
list_missing_documents (const HallCase *self, GPtrArray *missing)
{
  for (guint i = 0; i < self->catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->catalog->requirements, i);
      const HallStoredDocument *stored = hall_case_find_document (self, requirement->slot);

      if (requirement->at_payment || !hall_requirement_is_in_type (requirement, self->type))
        continue;
      if (stored == NULL)
        add_missing (missing, requirement->slot, HALL_ISSUE_DOCUMENT_MISSING);
      else if (is_outdated (self, requirement, stored->document))
        add_missing (missing, requirement->slot, HALL_ISSUE_DOCUMENT_OUTDATED);
    }
}

GPtrArray *
hall_case_list_missing (const HallCase *self, const HallContext *context)
{
  GPtrArray *missing = hall_findings_new ();

  list_missing_documents (self, missing);
  for (guint i = 0; i < self->returns->len; i++)
    {
      const HallStoredReturn *stored = g_ptr_array_index (self->returns, i);

      if (!is_changed (self, context, stored))
        add_missing (missing, stored->item->place, HALL_ISSUE_NOT_CHANGED);
    }
  return missing;
}

static gboolean
are_returns_changed (const HallCase *self, const HallContext *context)
{
  for (guint i = 0; i < self->returns->len; i++)
    if (!is_changed (self, context, g_ptr_array_index (self->returns, i)))
      return FALSE;
  return TRUE;
}

static gboolean
are_slots_complete (const HallCase *self)
{
  g_autoptr (GPtrArray) missing = hall_findings_new ();

  list_missing_documents (self, missing);
  return missing->len == 0;
}

static gboolean
has_voucher (const HallCase *self)
{
  const HallRequirement *voucher =
      hall_catalog_find_document (self->catalog, HALL_DOCUMENT_VOUCHER);

  return voucher != NULL && hall_case_find_document (self, voucher->slot) != NULL;
}

static gboolean
is_other_person (const HallCase *self, const HallContext *context)
{
  return !hall_settings_is_two_person_rule (context)
         || g_strcmp0 (context->caller.staff, self->record->reviewed_by) != 0;
}

guint
hall_case_get_tries_left (const HallCase *self)
{
  gint64 left = MIN (HALL_ACCOUNT_MAX_TOTAL - self->account_tries,
                     HALL_ACCOUNT_MAX_PER_DAY - self->account_tries_today);

  return (guint) MAX (left, 0);
}

static gboolean
is_review_passed (const HallCase *self)
{
  g_autofree char *hash = hall_case_hash_content (self);

  return self->record->reviewed_by != NULL && g_strcmp0 (self->record->reviewed_hash, hash) == 0;
}

guint
hall_case_get_facts (const HallCase *self, const HallContext *context)
{
  const HallRecord *record = self->record;
  const struct
  {
    guint fact;
    gboolean holds;
  } facts[] = {
    { HALL_FACT_FIELDS_VALID, hall_findings_get_verdict (self->findings) < HALL_DOUBTFUL },
    { HALL_FACT_SLOTS_COMPLETE, are_slots_complete (self) },
    { HALL_FACT_IDENTITY_VERIFIED, is_identity_verified (self, context) },
    { HALL_FACT_VOUCHER_PRESENT, has_voucher (self) },
    { HALL_FACT_PAID_ONLINE, is_paid_online (record) },
    { HALL_FACT_FUNDS_SETTLED, is_settled (record) },
    { HALL_FACT_REVIEW_PASSED, is_review_passed (self) },
    { HALL_FACT_FLAGGED_CHANGED, are_returns_changed (self, context) },
    { HALL_FACT_ACCOUNT_TRIES_LEFT, hall_case_get_tries_left (self) > 0 },
    { HALL_FACT_OTHER_PERSON, is_other_person (self, context) },
    { HALL_FACT_ALTERNATIVE_ASKED, record->sub[HALL_SUBSTATE_AUTH] == HALL_AUTH_ALTERNATIVE },
    { HALL_FACT_CODE_WANTED, self->catalog->fin_auth_mode == HALL_FIN_AUTH_REMARK_IS_CODE },
    { HALL_FACT_FIN_AUTH_DONE, record->sub[HALL_SUBSTATE_FIN_AUTH] == HALL_FIN_AUTH_SUCCEEDED },
  };
  guint bits = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].holds)
      bits |= facts[i].fact;
  return bits;
}

gboolean
hall_case_is_field_open (const HallCase *self, const HallField *field)
{
  g_autoptr (GPtrArray) returns = g_ptr_array_new ();

  for (guint i = 0; i < self->returns->len; i++)
    g_ptr_array_add (returns,
                     ((const HallStoredReturn *) g_ptr_array_index (self->returns, i))->item);
  return hall_lock_is_field_open (self->record->state, returns, self->catalog, field);
}

static gboolean
is_slot_returned (const HallCase *self, const char *slot)
{
  for (guint i = 0; i < self->returns->len; i++)
    {
      const char *place =
          ((const HallStoredReturn *) g_ptr_array_index (self->returns, i))->item->place;

      if (g_strcmp0 (place, slot) == 0 || g_strcmp0 (place, HALL_PLACE_ORDER) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
hall_case_is_slot_open (const HallCase *self, const HallRequirement *requirement)
{
  const HallStoredDocument *stored = hall_case_find_document (self, requirement->slot);
  gboolean needed = stored == NULL || is_outdated (self, requirement, stored->document);

  if (!hall_requirement_is_in_type (requirement, self->type))
    return FALSE;
  switch (self->record->state)
    {
    case HALL_STATE_AWAITING_DOCUMENTS:
    case HALL_STATE_AWAITING_HANDLER_AUTH:
      return !requirement->at_payment;
    case HALL_STATE_AWAITING_PAYMENT:
      return TRUE;
    case HALL_STATE_REJECTED:
      if (requirement->at_payment)
        return !is_settled (self->record);
      return needed || is_slot_returned (self, requirement->slot);
    default:
      return FALSE;
    }
}

gboolean
hall_case_is_slot_removable (const HallCase *self, const HallRequirement *requirement)
{
  HallState state = self->record->state;

  if (!hall_case_is_slot_open (self, requirement))
    return FALSE;
  return requirement->at_payment || state == HALL_STATE_AWAITING_DOCUMENTS
         || state == HALL_STATE_REJECTED;
}
