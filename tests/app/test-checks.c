/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside an order on the desk: the list of checks with their places, what changed,
 * what was seen before, and the printed form over its scan.
 */
#include "app-test.h"
#include "desk-fixture.h"
#include "hall-check-list.h"
#include "hall-evidence-pane.h"
#include "hall-order-desk.h"

#define SEEN                                                                                        \
  "{\"changes\":{\"since\":\"2026-11-22T08:00:00Z\",\"fields\":[{\"field\":"                        \
  "\"organisation.address\",\"before\":\"深圳市南山区旧路1号\"}],\"documents\":["          \
  "\"business_licence\"]},\"duplicates\":[{\"kind\":\"same-file\",\"order\":"                       \
  "\"20261101000009\",\"organisation\":\"广州别家公司\",\"state\":\"accepted\",\"document\":" \
  "\"application_form\"},{\"kind\":\"tomorrow\",\"order\":\"20261101000010\","                      \
  "\"organisation\":\"\",\"state\":\"accepted\"}]}"

static const HallCheckLine *
find_line (GPtrArray *lines, const char *title)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((HallCheckLine *) g_ptr_array_index (lines, i))->title, title))
      return g_ptr_array_index (lines, i);
  return NULL;
}

static void
add_finding (HallOrder *order, const char *slot, HallIssueCode code, const HallPlace *place)
{
  HallDocument *document = (HallDocument *) hall_order_find_document (order, slot);
  HallIssue issue = { 0 };
  HallFinding *finding;

  hall_issue_set_numbers (&issue, code, 1, 2);
  finding = hall_finding_new (slot, &issue);
  finding->severity = hall_issue_code_get_severity (code);
  finding->place = *place;
  g_ptr_array_add (document->findings, finding);
  hall_issue_clear (&issue);
}

static void
test_list (Flow *f, gconstpointer data)
{
  static const HallPlace place = { 1, 0.1, 0.2, 0.3, 0.4 };
  HallOrder *order = desk_add_order (f);
  g_autoptr (GPtrArray) lines = NULL;
  const HallCheckLine *line;

  add_finding (order, "seal_capture_sheet", HALL_ISSUE_SEAL_FRAME_EMPTY, &place);
  add_finding (order, "application_form", HALL_ISSUE_SEAL_SIZE, &place);
  hall_application_set (order->application, "basic_account.account_name", "另一家公司");
  lines = hall_check_list_make (order, f->hall->catalog, NULL, 1795334400);

  /* the worst counts, with its document and its place */
  line = find_line (lines, "Seal: Application form");
  g_assert_cmpint (line->verdict, ==, HALL_DOUBTFUL);
  g_assert_cmpstr (line->where, ==, "application_form");
  g_assert_cmpfloat (line->place.width, ==, 0.3);
  line = find_line (lines, "Form code and printout");
  g_assert_cmpint (line->verdict, ==, HALL_GOOD);
  g_assert_null (line->sentence);
  line = find_line (lines, "Names agree");
  g_assert_cmpint (line->verdict, ==, HALL_WRONG);
  g_assert_cmpstr (line->where, ==, "basic_account.account_name");
  line = find_line (lines, "Handler's authentication");
  g_assert_cmpint (line->verdict, ==, HALL_GOOD);
  hall_application_set (order->application, "basic_account.account_name",
                        hall_application_get (order->application, "organisation.name"));
  g_ptr_array_unref (lines);
  lines = hall_check_list_make (order, f->hall->catalog, NULL, 1795334400);
  line = find_line (lines, "Names agree");
  g_assert_cmpint (line->verdict, ==, HALL_GOOD);
  g_assert_nonnull (
      hall_catalog_find_field (f->hall->catalog, line->where)); /* a link all the same */
  /* not known yet, so not said */
  g_assert_null (find_line (lines, "Not seen before"));
  g_assert_null (find_line (lines, "Seen before"));
}

/* In order, and which and how large it is. */
static void
test_sights (Flow *f, gconstpointer data)
{
  static const HallPlace place = { 1, 0.6, 0.7, 0.2, 0.2 };
  HallOrder *order = desk_add_order (f);
  HallDocument *form = (HallDocument *) hall_order_find_document (order, "application_form");
  HallDocument *sheet = (HallDocument *) hall_order_find_document (order, "seal_capture_sheet");
  g_autoptr (GPtrArray) lines = NULL;
  const HallCheckLine *line;

  form->sight = (HallSight){ 3, 42, place };
  sheet->sight = (HallSight){ 2, 40, { 0 } };
  lines = hall_check_list_make (order, f->hall->catalog, NULL, 1795334400);
  line = find_line (lines, "Seal: Application form");
  g_assert_cmpint (line->verdict, ==, HALL_GOOD);
  g_assert_cmpstr (line->sentence, ==, "42 mm across");
  g_assert_cmpfloat (line->place.x, ==, 0.6);
  line = find_line (lines, "Seal: Seal capture sheet");
  g_assert_cmpstr (line->sentence, ==, "40 mm across");
  line = find_line (lines, "Seal: Business licence");
  g_assert_null (line->sentence);
  line = find_line (lines, "Form code and printout");
  g_assert_nonnull (strstr (line->sentence, ": revision 3; "));
  g_assert_true (g_str_has_suffix (line->sentence, ": revision 2"));
  g_assert_cmpuint (line->place.page, ==, 0);
}

static void
on_open_cb (GtkWidget *desk, const char *number, char **opened)
{
  *opened = g_strdup (number);
}

static gboolean
has_form (gpointer data)
{
  return fake_hall_count (data, "GET", "/v1/orders/20261122000001/form.pdf") == 1;
}

static void
test_desk (Flow *f, gconstpointer data)
{
  static const HallPlace place = { 1, 0.1, 0.2, 0.3, 0.4 };
  HallOrder *order = desk_add_order (f);
  GtkWidget *desk = hall_order_desk_new (f->session);
  GtkWidget *window = app_test_show (desk);
  g_autofree char *opened = NULL;
  HallEvidencePane *pane;

  f->hall->second_look = SEEN;
  add_finding (order, "business_licence", HALL_ISSUE_SCAN_GLARE, &place);
  g_signal_connect (desk, "open", G_CALLBACK (on_open_cb), &opened);
  hall_order_desk_open (HALL_ORDER_DESK (desk), order->number);
  app_test_wait_to_say (desk, "Checked by machine");
  pane = HALL_EVIDENCE_PANE (app_test_find_type (desk, HALL_TYPE_EVIDENCE_PANE));
  app_test_wait_to_say (desk, "Changed; before: 深圳市南山区旧路1号");
  g_assert_true (app_test_says (desk, "Another file than before."));
  g_assert_true (app_test_says (desk, "The same file is in order 20261101 000 009."));

  /* the printed form is fetched once it is wanted */
  g_assert_false (has_form (f->hall));
  hall_evidence_pane_compare (pane);
  app_test_wait (has_form, f->hall);
  app_test_settle ();
  g_assert_cmpfloat (hall_page_overlay_get_strength (hall_page_canvas_get_overlay (
                         hall_page_view_get_canvas (hall_evidence_pane_get_view (pane)))),
                     ==, 0.5);

  /* each line leads to its place */
  gtk_widget_activate (app_test_find (desk, "Sharp and complete"));
  g_assert_cmpstr (hall_evidence_pane_get_shown (pane)->id, ==, "business_licence");
  g_assert_cmpfloat (hall_page_overlay_get_strength (hall_page_canvas_get_overlay (
                         hall_page_view_get_canvas (hall_evidence_pane_get_view (pane)))),
                     ==, 0);
  gtk_widget_activate (app_test_find (desk, "Seen before"));
  g_assert_cmpstr (opened, ==, "20261101000009");
  app_test_close (window, desk);
}

int
main (int argc, char **argv)
{
  desk_test_init (&argc, &argv);
  g_test_add ("/checks/list", Flow, NULL, desk_set_up, test_list, desk_tear_down);
  g_test_add ("/checks/sights", Flow, NULL, desk_set_up, test_sights, desk_tear_down);
  g_test_add ("/checks/desk", Flow, NULL, desk_set_up, test_desk, desk_tear_down);
  return g_test_run ();
}
