/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What there is to look at in an order.
 */
#include "hall-evidence.h"

#include <glib/gi18n.h>

#include "hall-client-document.h"

/* The pictures a phone takes, in the order in which they are looked at. */
static const struct
{
  const char *name;
  const char *label;
} captures[] = {
  { "id-portrait", N_ ("Handler's ID card, portrait side") },
  { "id-emblem", N_ ("Handler's ID card, emblem side") },
  { "action-1", N_ ("Handler, first movement") },
  { "action-2", N_ ("Handler, second movement") },
  { "action-3", N_ ("Handler, third movement") },
};

static HallEvidence *
new_evidence (HallEvidenceKind kind, const char *id, const char *label)
{
  HallEvidence *self = g_new0 (HallEvidence, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->version = g_strdup ("");
  self->present = TRUE;
  return self;
}

HallEvidence *
hall_evidence_copy (const HallEvidence *self)
{
  HallEvidence *copy = new_evidence (self->kind, self->id, self->label);

  g_free (copy->version);
  copy->version = g_strdup (self->version);
  copy->present = self->present;
  return copy;
}

void
hall_evidence_free (HallEvidence *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->version);
  g_free (self);
}

gboolean
hall_evidence_equal (const HallEvidence *a, const HallEvidence *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && g_str_equal (a->id, b->id) && g_str_equal (a->version, b->version);
}

/* A voucher belongs to who pays by transfer. */
static gboolean
is_wanted (const HallRequirement *requirement, const HallOrder *order)
{
  return !requirement->at_payment || order->channel == HALL_PAY_TRANSFER
         || hall_order_find_document (order, requirement->slot) != NULL;
}

static void
add_documents (GPtrArray *list, const HallOrder *order, const HallCatalog *catalog, HallLang lang)
{
  const HallCertificateType *type = hall_catalog_find_type (catalog, order->certificate_type);

  for (guint i = 0; type != NULL && i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);
      const HallDocument *document = hall_order_find_document (order, requirement->slot);
      HallEvidence *evidence;

      if (!hall_requirement_is_in_type (requirement, type) || !is_wanted (requirement, order))
        continue;
      evidence = new_evidence (HALL_EVIDENCE_DOCUMENT, requirement->slot,
                               hall_label_get (&requirement->label, lang));
      evidence->present = document != NULL;
      if (document != NULL)
        {
          g_free (evidence->version);
          evidence->version = g_strdup (document->sha256);
        }
      g_ptr_array_add (list, evidence);
    }
}

/* Another authentication has other pictures of the same names. */
static void
add_captures (GPtrArray *list, const HallOrder *order)
{
  gint64 at_s = 0;

  for (guint i = 0; i < order->timeline->len; i++)
    {
      const HallTimelineStep *step = g_ptr_array_index (order->timeline, i);

      if (step->event == HALL_EVENT_AUTH_PASSED)
        at_s = step->at_s;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (captures); i++)
    if (order->captures != NULL
        && g_strv_contains ((const char *const *) order->captures, captures[i].name))
      {
        HallEvidence *evidence =
            new_evidence (HALL_EVIDENCE_CAPTURE, captures[i].name, _ (captures[i].label));

        g_free (evidence->version);
        evidence->version = g_strdup_printf ("%" G_GINT64_FORMAT, at_s);
        g_ptr_array_add (list, evidence);
      }
}

static HallEvidence *
new_form (void)
{
  return new_evidence (HALL_EVIDENCE_FORM, "form", _ ("Form as printed by the hall"));
}

HallEvidence *
hall_evidence_new_form (const HallOrder *order)
{
  HallEvidence *evidence;

  if (order->revision == 0)
    return NULL;
  evidence = new_form ();
  g_free (evidence->version);
  evidence->version = g_strdup_printf ("%u", order->revision);
  return evidence;
}

static void
add_form (GPtrArray *list, const HallOrder *order)
{
  HallEvidence *evidence = hall_evidence_new_form (order);

  if (evidence != NULL)
    g_ptr_array_add (list, evidence);
}

GPtrArray *
hall_evidence_list (const HallOrder *order, const HallCatalog *catalog, HallLang lang)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_evidence_free);

  add_documents (list, order, catalog, lang);
  add_captures (list, order);
  add_form (list, order);
  return list;
}

GPtrArray *
hall_evidence_list_possible (const HallCatalog *catalog, HallLang lang)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_evidence_free);

  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      g_ptr_array_add (list, new_evidence (HALL_EVIDENCE_DOCUMENT, requirement->slot,
                                           hall_label_get (&requirement->label, lang)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (captures); i++)
    g_ptr_array_add (list,
                     new_evidence (HALL_EVIDENCE_CAPTURE, captures[i].name, _ (captures[i].label)));
  g_ptr_array_add (list, new_form ());
  return list;
}

const HallEvidence *
hall_evidence_find (GPtrArray *list, HallEvidenceKind kind, const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const HallEvidence *evidence = g_ptr_array_index (list, i);

      if (evidence->kind == kind && g_strcmp0 (evidence->id, id) == 0)
        return evidence;
    }
  return NULL;
}

const HallEvidence *
hall_evidence_find_capture (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (((const HallEvidence *) g_ptr_array_index (list, i))->kind == HALL_EVIDENCE_CAPTURE)
      return g_ptr_array_index (list, i);
  return NULL;
}

const HallEvidence *
hall_evidence_find_proof (GPtrArray *list, const HallCatalog *catalog, const HallField *field)
{
  const HallRequirement *form =
      hall_catalog_find_document (catalog, HALL_DOCUMENT_APPLICATION_FORM);
  const HallEvidence *proof = NULL;
  const HallEvidence *scan = NULL;

  if (g_strcmp0 (field->evidence, HALL_PROOF_HANDLER_AUTH) == 0)
    proof = hall_evidence_find_capture (list);
  else if (field->evidence != NULL)
    proof = hall_evidence_find (list, HALL_EVIDENCE_DOCUMENT, field->evidence);
  if (proof != NULL && proof->present)
    return proof;
  if (form != NULL && field->print != HALL_PRINT_NOT)
    scan = hall_evidence_find (list, HALL_EVIDENCE_DOCUMENT, form->slot);
  return scan != NULL && scan->present ? scan : proof;
}

const HallEvidence *
hall_evidence_choose_first (GPtrArray *list, const HallOrder *order, const HallCatalog *catalog)
{
  const HallRequirement *voucher = hall_catalog_find_document (catalog, HALL_DOCUMENT_VOUCHER);
  const HallEvidence *first = NULL;

  if (voucher != NULL && hall_order_can (order, HALL_ACTION_CONFIRM_FUNDS)
      && !hall_order_can (order, HALL_ACTION_APPROVE))
    first = hall_evidence_find (list, HALL_EVIDENCE_DOCUMENT, voucher->slot);
  if (first == NULL && list->len > 0)
    first = g_ptr_array_index (list, 0);
  return first;
}

typedef GBytes *(*BytesFinish) (HallClient *, GAsyncResult *, GError **);

static void
take_bytes (GObject *source, GAsyncResult *result, gpointer user_data, BytesFinish finish)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = finish (HALL_CLIENT (source), result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_document_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_bytes (source, result, user_data, hall_client_get_document_finish);
}

static void
on_capture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_bytes (source, result, user_data, hall_client_get_capture_finish);
}

static void
on_form_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_bytes (source, result, user_data, hall_client_get_form_finish);
}

void
hall_evidence_load_async (const HallEvidence *self,
                          HallSession *session,
                          const char *number,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  HallClient *client = hall_session_get_client (session);
  GTask *task = g_task_new (session, cancellable, callback, user_data);

  g_task_set_source_tag (task, hall_evidence_load_async);
  switch (self->kind)
    {
    case HALL_EVIDENCE_DOCUMENT:
      hall_client_get_document_async (client, number, self->id, cancellable, on_document_cb, task);
      break;
    case HALL_EVIDENCE_CAPTURE:
      hall_client_get_capture_async (client, number, self->id, cancellable, on_capture_cb, task);
      break;
    case HALL_EVIDENCE_FORM:
    default:
      hall_client_get_form_async (client, number, cancellable, on_form_cb, task);
      break;
    }
}

GBytes *
hall_evidence_load_finish (HallSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hall_evidence_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
