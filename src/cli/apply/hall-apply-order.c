/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of an application: the unfinished one for the same certificate, else a new one. Its
 * fields are sent in one piece, so an order has all of them or none.
 */
#include "hall-apply-private.h"
#include "hall-await.h"
#include "hall-client-list.h"
#include "hall-error.h"
#include "hall-inspect.h"
#include "hall-intake.h"

/* The certificate is told by these; the rest may have been corrected since. */
static const HallFieldRole identity[] = { HALL_FIELD_ROLE_ORGANISATION_CODE,
                                          HALL_FIELD_ROLE_SUBJECT_ID };

static gboolean
is_over (HallState state)
{
  return state == HALL_STATE_COMPLETED || state == HALL_STATE_CANCELLED
         || state == HALL_STATE_REFUND_PENDING || state == HALL_STATE_REFUNDED
         || state == HALL_STATE_EXPIRED;
}

/* By what a list says of an order. */
static gboolean
may_be_ours (HallApply *self, const HallOrder *order)
{
  return !is_over (order->state) && g_strcmp0 (order->project, self->application->project) == 0
         && g_strcmp0 (order->certificate_type, self->application->certificate_type) == 0;
}

/* The same certificate, or nothing typed in yet: begun by a run that ended there. */
static gboolean
is_ours (HallApply *self, const HallOrder *order)
{
  const HallApplication *theirs = order->application;

  if (!may_be_ours (self, order) || theirs == NULL)
    return FALSE;
  if (order->state == HALL_STATE_DRAFT && g_hash_table_size (theirs->values) == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (identity); i++)
    if (g_strcmp0 (hall_application_get_role (theirs, self->catalog, identity[i]),
                   hall_application_get_role (self->application, self->catalog, identity[i]))
        != 0)
      return FALSE;
  return TRUE;
}

static HallOrder *
load (HallApply *self, const char *number, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GAsyncResult) loaded = NULL;

  hall_client_get_order_async (client, number, NULL, hall_await_cb, &loaded);
  return hall_client_get_order_finish (client, hall_await (&loaded), error);
}

/* The first of a page that is ours. FALSE with @error; TRUE without @order: none of them. */
static gboolean
look_through (HallApply *self, const HallOrderPage *page, HallOrder **order, GError **error)
{
  for (guint i = 0; i < page->orders->len && *order == NULL; i++)
    {
      const HallOrder *row = g_ptr_array_index (page->orders, i);
      g_autoptr (HallOrder) detail = NULL;

      if (!may_be_ours (self, row))
        continue;
      detail = load (self, row->number, error);
      if (detail == NULL)
        return FALSE;
      if (is_ours (self, detail))
        *order = g_steal_pointer (&detail);
    }
  return TRUE;
}

/* @n_orders: (out): how many the account has, if none of them is ours */
static gboolean
look_for_order (HallApply *self, HallOrder **order, guint *n_orders, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autofree char *cursor = NULL;

  *n_orders = 0;
  do
    {
      HallPageQuery query = { .cursor = cursor };
      g_autoptr (GAsyncResult) listed = NULL;
      g_autoptr (HallOrderPage) page = NULL;

      hall_client_list_orders_async (client, &query, NULL, hall_await_cb, &listed);
      if (!hall_client_list_orders_finish (client, hall_await (&listed), &page, error)
          || !look_through (self, page, order, error))
        return FALSE;
      *n_orders += page->orders->len;
      g_free (cursor);
      cursor = g_strdup (page->next);
    }
  while (*order == NULL && cursor != NULL);
  return TRUE;
}

/* Another run that finds what we found asks with the same key, and gets the same order: also when
 * the request of a run that was ended is still under way. */
static char *
make_key (HallApply *self, guint n_orders)
{
  g_autofree char *text =
      g_strdup_printf ("apply %s %s %s %s %u", self->catalog->sha256,
                       self->application->certificate_type,
                       hall_application_get_role (self->application, self->catalog, identity[0]),
                       hall_application_get_role (self->application, self->catalog, identity[1]),
                       n_orders);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* All but the one for the phone, which is asked for there. */
static HallOrder *
begin_order (HallApply *self, guint n_orders, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  g_autoptr (GPtrArray) consents = g_ptr_array_new ();
  g_autofree char *key = make_key (self, n_orders);
  const HallNewOrder wanted = { self->application->project, self->application->certificate_type,
                                consents, key };
  g_autoptr (GAsyncResult) created = NULL;

  for (guint i = 0; i < self->catalog->consents->len; i++)
    {
      HallConsent *consent = g_ptr_array_index (self->catalog->consents, i);

      if (consent->scope != HALL_CONSENT_FACE)
        g_ptr_array_add (consents, consent);
    }
  hall_client_create_order_async (client, &wanted, NULL, hall_await_cb, &created);
  return hall_client_create_order_finish (client, hall_await (&created), error);
}

/* The same look as the hall's. The form must be the newest printout; the seal sheet any one. */
static GPtrArray *
inspect (GBytes *bytes,
         const char *file_name,
         const HallRequirement *requirement,
         const HallOrder *order,
         const HallPrintedSheet *sheet,
         G_GNUC_UNUSED gpointer user_data)
{
  HallIntakeExpectation expected = { .order = order->number, .sheet = sheet };
  g_autoptr (HallScanReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (requirement->kind == HALL_DOCUMENT_APPLICATION_FORM)
    {
      expected.revision = order->revision;
      expected.hash = order->printed_hash;
    }
  report = hall_intake_inspect (bytes, file_name, requirement, &expected, NULL, &error);
  if (report != NULL)
    return g_ptr_array_ref (report->findings);
  g_debug ("not looked at here: %s", error->message);
  return NULL;
}

/* @order: (transfer full) */
static void
take_order (HallApply *self, HallOrder *order)
{
  self->watch = hall_order_watch_new (self->session, order->number);
  hall_order_watch_adopt (self->watch, order);
  self->uploads = hall_uploads_new (self->watch, self->catalog);
  hall_uploads_set_inspect (self->uploads, inspect, NULL, NULL);
  self->outdated = FALSE;
  hall_apply_say (self, "order %s", hall_order_watch_get_number (self->watch));
}

static gboolean
load_catalog (HallApply *self, GError **error)
{
  g_autoptr (GAsyncResult) loaded = NULL;

  if (self->catalog != NULL)
    return TRUE;
  hall_session_load_catalog_async (self->session, self->application->project, NULL, hall_await_cb,
                                   &loaded);
  self->catalog = hall_session_load_catalog_finish (self->session, hall_await (&loaded), error);
  if (self->catalog == NULL)
    return FALSE;
  hall_application_tidy (self->application, self->catalog);
  hall_application_fill_defaults (self->application, self->catalog);
  return TRUE;
}

/* What the hall would refuse is not begun. */
static gboolean
is_fit (HallApply *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  HallCheckContext context;
  GDate today;

  if (hall_apply_get_type (self) == NULL)
    {
      hall_apply_remark (self, HALL_CLI_TEXT_UNKNOWN_TYPE, self->application->certificate_type,
                         NULL);
      return FALSE;
    }
  hall_session_get_today (self->session, &today);
  hall_check_context_init (&context, &today);
  findings = hall_application_check (self->application, self->catalog, &context);
  if (hall_findings_get_verdict (findings) <= HALL_HINT)
    return TRUE;
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (!finding->confirmed && finding->severity > HALL_HINT)
        hall_apply_remark_finding (self, finding);
    }
  return FALSE;
}

HallApplyTurn
hall_apply_find_order (HallApply *self, GError **error)
{
  HallOrder *order = NULL;
  guint n_orders;

  if (!load_catalog (self, error))
    return HALL_APPLY_FAILED;
  if (!is_fit (self))
    return HALL_APPLY_STOPPED;
  if (!look_for_order (self, &order, &n_orders, error))
    return HALL_APPLY_FAILED;
  if (order == NULL)
    order = begin_order (self, n_orders, error);
  if (order == NULL)
    return HALL_APPLY_FAILED;
  take_order (self, order);
  return HALL_APPLY_ON;
}

gboolean
hall_apply_differs (HallApply *self)
{
  const HallOrder *order = hall_apply_get_order (self);

  return order->application == NULL
         || !hall_application_equal (order->application, self->application);
}

HallApplyTurn
hall_apply_fill (HallApply *self, GError **error)
{
  HallClient *client = hall_session_get_client (self->session);
  const HallOrder *order = hall_apply_get_order (self);
  g_autoptr (GAsyncResult) sent = NULL;
  HallOrder *now;

  hall_client_put_application_async (client, order->number, order->version, self->application, NULL,
                                     hall_await_cb, &sent);
  now = hall_client_put_application_finish (client, hall_await (&sent), error);
  if (now == NULL)
    return HALL_APPLY_FAILED;
  hall_order_watch_adopt (self->watch, now);
  self->sent = TRUE;
  hall_apply_say (self, "application");
  return HALL_APPLY_ON;
}

HallApplyTurn
hall_apply_send (HallApply *self, HallEvent event, GError **error)
{
  g_autoptr (GAsyncResult) sent = NULL;

  hall_order_watch_send_async (self->watch, event, NULL, NULL, hall_await_cb, &sent);
  if (!hall_order_watch_send_finish (self->watch, hall_await (&sent), error))
    return HALL_APPLY_FAILED;
  return HALL_APPLY_ON;
}
