/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The documents: a file of the folder for each slot. A practice hall takes its own printout, where
 * a real one needs paper that was signed and stamped; that is printed for the person.
 */
#include "hall-apply-private.h"
#include "hall-await.h"
#include "hall-client-document.h"
#include "hall-error.h"
#include "hall-money.h"
#include "hall-step.h"

/* (transfer full) (nullable): SLOT.jpg and so on, where there is one */
static char *
find_file (HallApply *self, const char *slot)
{
  static const char *const endings[] = { "pdf", "jpg", "jpeg" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", slot, endings[i]);
      g_autofree char *path = g_build_filename (self->options->documents, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &failure);

  if (file != NULL)
    return g_mapped_file_get_bytes (file);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, failure->message);
  return NULL;
}

/* The sheet to be signed and stamped, as the hall prints it. */
static GBytes *
print_sheet (HallApply *self, const HallRequirement *requirement, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  const char *number = hall_order_watch_get_number (self->watch);
  g_autoptr (GAsyncResult) printed = NULL;

  if (requirement->kind == HALL_DOCUMENT_SEAL_SHEET)
    {
      hall_client_get_seal_sheet_async (client, number, NULL, hall_await_cb, &printed);
      return hall_client_get_seal_sheet_finish (client, hall_await (&printed), error);
    }
  hall_client_get_form_async (client, number, NULL, hall_await_cb, &printed);
  return hall_client_get_form_finish (client, hall_await (&printed), error);
}

static HallApplyTurn
send_file (HallApply *self,
           const HallRequirement *requirement,
           GBytes *bytes,
           const char *file_name,
           GError **error)
{
  HallUpload *upload = hall_uploads_find (self->uploads, requirement->slot);
  g_autoptr (GAsyncResult) sent = NULL;

  hall_upload_put_bytes_async (upload, bytes, file_name, NULL, hall_await_cb, &sent);
  if (!hall_upload_put_finish (upload, hall_await (&sent), error))
    return HALL_APPLY_FAILED;
  g_hash_table_add (self->handed_in, requirement->slot);
  hall_apply_say (self, "document %s", requirement->slot);
  return HALL_APPLY_ON;
}

static HallApplyTurn
send_printed (HallApply *self, const HallRequirement *requirement, GError **error)
{
  g_autofree char *name = g_strconcat (requirement->slot, ".pdf", NULL);
  g_autoptr (GBytes) sheet = print_sheet (self, requirement, error);

  if (sheet == NULL)
    return HALL_APPLY_FAILED;
  hall_apply_remark (self, HALL_CLI_TEXT_PRINTED_TAKEN, requirement->slot, NULL);
  return send_file (self, requirement, sheet, name, error);
}

/* Whether the hall wants a document there. What was returned is wanted until a later one has come,
 * and the hall's clock counts whole seconds: what went there just now is later. */
static gboolean
is_wanted (HallApply *self, const HallRequirement *requirement)
{
  const HallOrder *order = hall_apply_get_order (self);
  const HallDocument *document = hall_order_find_document (order, requirement->slot);

  if (document != NULL && document->current
      && g_hash_table_contains (self->handed_in, requirement->slot))
    return FALSE;
  return hall_step_wants_document (order, requirement);
}

/* FALSE if the hall has this very file and wants no other. */
static gboolean
is_news (HallApply *self, const HallRequirement *requirement, GBytes *bytes)
{
  const HallOrder *order = hall_apply_get_order (self);
  const HallDocument *document = hall_order_find_document (order, requirement->slot);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return is_wanted (self, requirement) || g_strcmp0 (document->sha256, sha256) != 0;
}

static void
remark_missing (HallApply *self, const HallRequirement *requirement)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autoptr (HallFinding) finding = NULL;

  hall_issue_set (&issue, HALL_ISSUE_DOCUMENT_MISSING, NULL, NULL);
  finding = hall_finding_new (requirement->slot, &issue);
  hall_apply_remark_finding (self, finding);
}

/* Where the money of a transfer goes. */
static void
remark_payee (HallApply *self)
{
  const HallPayee *payee = &hall_session_get_info (self->session)->payee;
  g_autofree char *amount = hall_money_format (hall_apply_get_order (self)->amount_fen);
  g_autofree char *where =
      g_strjoin (", ", payee->account_name != NULL ? payee->account_name : "",
                 payee->bank != NULL ? payee->bank : "",
                 payee->account_number != NULL ? payee->account_number : "", NULL);

  hall_apply_remark (self, HALL_CLI_TEXT_TRANSFER_NEEDED, amount, where);
}

/* Writes the sheet beside the documents, under a name that is no slot's. */
static gboolean
leave_sheet (HallApply *self, const HallRequirement *requirement, GError **error)
{
  g_autofree char *name =
      g_strdup_printf ("%s-%s.pdf", hall_order_watch_get_number (self->watch), requirement->slot);
  g_autofree char *path = g_build_filename (self->options->documents, name, NULL);
  g_autoptr (GBytes) sheet = print_sheet (self, requirement, error);
  g_autoptr (GError) failure = NULL;

  if (sheet == NULL)
    return FALSE;
  if (!g_file_set_contents (path, g_bytes_get_data (sheet, NULL), (gssize) g_bytes_get_size (sheet),
                            &failure))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, failure->message);
      return FALSE;
    }
  hall_apply_remark (self, HALL_CLI_TEXT_SIGN_SHEET, path, requirement->slot);
  return TRUE;
}

/* The person is needed: for each document that is missing, what to do. */
static HallApplyTurn
stop_for (HallApply *self, GPtrArray *missing, GError **error)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (missing, i);

      remark_missing (self, requirement);
      if (requirement->form_code && !leave_sheet (self, requirement, error))
        return HALL_APPLY_FAILED;
      if (requirement->at_payment)
        remark_payee (self);
    }
  return HALL_APPLY_STOPPED;
}

/* One slot. @kept: (out): nothing has to be done; @missing: (out): nothing can be done */
static HallApplyTurn
fill_slot (HallApply *self,
           const HallRequirement *requirement,
           gboolean *kept,
           gboolean *missing,
           GError **error)
{
  g_autofree char *path = find_file (self, requirement->slot);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  *missing = FALSE;
  if (path == NULL)
    {
      *kept = !is_wanted (self, requirement);
      *missing = !*kept && !(hall_apply_is_practice (self) && requirement->form_code);
      return *kept || *missing ? HALL_APPLY_ON : send_printed (self, requirement, error);
    }
  *kept = FALSE;
  bytes = read_file (path, error);
  if (bytes == NULL)
    return HALL_APPLY_FAILED;
  *kept = !is_news (self, requirement, bytes);
  return *kept ? HALL_APPLY_ON : send_file (self, requirement, bytes, name, error);
}

HallApplyTurn
hall_apply_put_document (HallApply *self, gboolean at_payment, gboolean *complete, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  *complete = FALSE;
  for (guint i = 0; i < self->catalog->requirements->len; i++)
    {
      HallRequirement *requirement = g_ptr_array_index (self->catalog->requirements, i);
      gboolean kept, lacks;
      HallApplyTurn turn;

      if (requirement->at_payment != at_payment
          || !hall_requirement_is_in_type (requirement, hall_apply_get_type (self)))
        continue;
      turn = fill_slot (self, requirement, &kept, &lacks, error);
      if (lacks)
        g_ptr_array_add (missing, requirement);
      else if (!kept)
        return turn;
    }
  *complete = missing->len == 0;
  return *complete ? HALL_APPLY_ON : stop_for (self, missing, error);
}
