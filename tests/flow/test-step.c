/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an order stands, for each state and what is missing.
 */
#include "hall-catalog-load.h"
#include "hall-step.h"

static HallCatalog *
load_catalog (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("HALL_DATA_DIR"), "catalog", "yinuo-bidding.json", NULL);
  g_autoptr (GError) error = NULL;
  HallCatalog *catalog = hall_catalog_load_file (path, &error);

  g_assert_no_error (error);
  return catalog;
}

#define RETURNED_S 1000

/* An order with every document of an organisation certificate. */
static HallOrder *
new_order (HallState state)
{
  static const char *const slots[] = { "application_form", "business_licence", "seal_capture_sheet",
                                       "payment_voucher" };
  HallOrder *order = hall_order_new ("20261122000001");

  order->certificate_type = g_strdup ("organisation");
  order->state = state;
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      HallDocument *document = hall_document_new (slots[i]);

      document->current = TRUE;
      document->uploaded_s = RETURNED_S - 1;
      g_ptr_array_add (order->documents, document);
    }
  return order;
}

static void
add_return (HallOrder *order, const char *place)
{
  HallTimelineStep *step = hall_timeline_step_new ();

  step->event = HALL_EVENT_REVIEW_REJECTED;
  step->at_s = RETURNED_S;
  g_ptr_array_add (order->timeline, step);
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_X99, place, "-"));
}

static const struct
{
  HallState state;
  HallVerdict verdict;
  HallStep next;
} states[] = {
  { HALL_STATE_DRAFT, HALL_WRONG, HALL_STEP_FILL },
  { HALL_STATE_DRAFT, HALL_DOUBTFUL, HALL_STEP_FILL },
  { HALL_STATE_DRAFT, HALL_HINT, HALL_STEP_CONFIRM },
  { HALL_STATE_DRAFT, HALL_GOOD, HALL_STEP_CONFIRM },
  { HALL_STATE_AWAITING_DOCUMENTS, HALL_GOOD, HALL_STEP_DOCUMENTS },
  { HALL_STATE_AWAITING_HANDLER_AUTH, HALL_GOOD, HALL_STEP_AUTH },
  { HALL_STATE_AWAITING_PAYMENT, HALL_GOOD, HALL_STEP_PAYMENT },
  { HALL_STATE_PAYMENT_VERIFYING, HALL_GOOD, HALL_STEP_RESULT },
  { HALL_STATE_UNDER_REVIEW, HALL_WRONG, HALL_STEP_RESULT },
  { HALL_STATE_REJECTED, HALL_WRONG, HALL_STEP_FILL },
  { HALL_STATE_REJECTED, HALL_GOOD, HALL_STEP_RESULT },
  { HALL_STATE_FIN_AUTH_FAILED, HALL_GOOD, HALL_STEP_RESULT },
  { HALL_STATE_COMPLETED, HALL_GOOD, HALL_STEP_RESULT },
  { HALL_STATE_CANCELLED, HALL_WRONG, HALL_STEP_RESULT },
};

static void
test_states (void)
{
  g_autoptr (HallCatalog) catalog = load_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (HallOrder) order = new_order (states[i].state);
      HallStep next = hall_step_next (order, catalog, states[i].verdict);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (next, ==, states[i].next);
      g_assert_true (hall_step_is_open (order, next, next));
    }
}

/* What was returned, and what the handler has to do about it. */
static const struct
{
  const char *place;
  gint64 uploaded_s; /* of the document returned; 0: as it was */
  gboolean changed_since_confirmed;
  HallActions actions;
  int channel;
  HallStep next;
} returns[] = {
  { "business_licence", 0, FALSE, 0, -1, HALL_STEP_DOCUMENTS },
  { "business_licence", RETURNED_S + 1, FALSE, 0, -1, HALL_STEP_RESULT },
  { "organisation.name", 0, TRUE, 0, -1, HALL_STEP_CONFIRM },
  { "handler_auth", 0, FALSE, HALL_ACTION_BIT (HALL_ACTION_AUTHENTICATE), -1, HALL_STEP_AUTH },
  { "handler_auth", 0, FALSE, 0, -1, HALL_STEP_RESULT },
  { "payment_voucher", 0, FALSE, HALL_ACTION_BIT (HALL_ACTION_UPLOAD_VOUCHER), HALL_PAY_TRANSFER,
    HALL_STEP_PAYMENT },
  { "payment_voucher", RETURNED_S + 1, FALSE, HALL_ACTION_BIT (HALL_ACTION_UPLOAD_VOUCHER),
    HALL_PAY_TRANSFER, HALL_STEP_RESULT },
  { "order", 0, FALSE, 0, -1, HALL_STEP_RESULT },
};

static void
test_returns (void)
{
  g_autoptr (HallCatalog) catalog = load_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (returns); i++)
    {
      g_autoptr (HallOrder) order = new_order (HALL_STATE_REJECTED);
      HallDocument *document = (HallDocument *) hall_order_find_document (order, returns[i].place);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, returns[i].place);
      add_return (order, returns[i].place);
      if (document != NULL && returns[i].uploaded_s > 0)
        document->uploaded_s = returns[i].uploaded_s;
      order->changed_since_confirmed = returns[i].changed_since_confirmed;
      order->actions = returns[i].actions;
      order->channel = returns[i].channel;
      g_assert_cmpint (hall_step_next (order, catalog, HALL_GOOD), ==, returns[i].next);
    }
}

/* A form printed before the data changed does not count. */
static void
test_outdated (void)
{
  g_autoptr (HallCatalog) catalog = load_catalog ();
  g_autoptr (HallOrder) order = new_order (HALL_STATE_AWAITING_DOCUMENTS);
  const HallRequirement *form = hall_catalog_find_requirement (catalog, "application_form");
  HallDocument *document = g_ptr_array_index (order->documents, 0);

  g_assert_false (hall_step_wants_document (order, form));
  document->current = FALSE;
  g_assert_true (hall_step_wants_document (order, form));
  g_ptr_array_remove_index (order->documents, 0);
  g_assert_true (hall_step_wants_document (order, form));
}

static void
test_open (void)
{
  g_autoptr (HallOrder) order = new_order (HALL_STATE_AWAITING_DOCUMENTS);

  for (guint step = 0; step < HALL_N_STEPS; step++)
    g_assert_cmpint (hall_step_is_open (order, step, HALL_STEP_DOCUMENTS), ==,
                     step <= HALL_STEP_DOCUMENTS);
  order->state = HALL_STATE_UNDER_REVIEW;
  for (guint step = 0; step < HALL_N_STEPS; step++)
    g_assert_cmpint (hall_step_is_open (order, step, HALL_STEP_RESULT), ==,
                     step == HALL_STEP_RESULT);
}

/* Every step has a name and words of its own. */
static void
test_table (void)
{
  for (guint step = 0; step < HALL_N_STEPS; step++)
    for (guint lang = 0; lang < HALL_N_LANGS; lang++)
      {
        g_assert_cmpstr (hall_step_get_label (step, lang), !=, "");
        for (guint other = 0; other < step; other++)
          {
            g_assert_cmpstr (hall_step_get_name (step), !=, hall_step_get_name (other));
            g_assert_cmpstr (hall_step_get_label (step, lang), !=,
                             hall_step_get_label (other, lang));
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step/states", test_states);
  g_test_add_func ("/step/returns", test_returns);
  g_test_add_func ("/step/outdated", test_outdated);
  g_test_add_func ("/step/open", test_open);
  g_test_add_func ("/step/table", test_table);
  return g_test_run ();
}
