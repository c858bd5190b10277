/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section as a list of rows, and consents.
 */
#include "app-test.h"
#include "hall-app-lang.h"
#include "hall-consent-dialog.h"
#include "hall-consent-row.h"
#include "hall-field-group.h"
#include "sample.h"

static const HallSection *
get_section (const HallCatalog *catalog, const char *field_id)
{
  return hall_catalog_find_field (catalog, field_id)->section;
}

static void
test_rows (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  const HallSection *section = get_section (catalog, "organisation.name");
  GtkWidget *widget = hall_field_group_new (section);
  HallFieldGroup *group = HALL_FIELD_GROUP (widget);
  GtkWidget *window = app_test_show (widget);

  g_assert_cmpuint (hall_field_group_get_rows (group)->len, ==, section->fields->len);
  g_assert_nonnull (hall_field_group_get_row (group, "organisation.uscc"));
  g_assert_null (hall_field_group_get_row (group, "handler.name"));
  g_assert_true (app_test_find (window, hall_label_get (&section->label, hall_app_lang ()))
                 == widget);
  app_test_close (window, widget);
}

static void
test_fold (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_field_group_new (get_section (catalog, "organisation.phone"));
  HallFieldGroup *group = HALL_FIELD_GROUP (widget);
  GtkWidget *window = app_test_show (widget);
  GtkWidget *phone = GTK_WIDGET (hall_field_group_get_row (group, "organisation.phone"));
  g_autoptr (HallApplication) application = hall_application_new ("yinuo-bidding", "organisation");

  g_assert_false (gtk_widget_get_visible (phone));
  hall_field_group_set_unfolded (group, TRUE);
  g_assert_true (gtk_widget_get_visible (phone));
  hall_field_group_set_unfolded (group, FALSE);
  g_assert_false (gtk_widget_get_visible (phone));

  hall_application_set (application, "organisation.phone", "0755-26500000");
  hall_field_group_show_application (group, application);
  g_assert_true (gtk_widget_get_visible (phone)); /* what has a value is never hidden */
  app_test_close (window, widget);
}

/* Nobody is blamed for what they have not seen. */
static void
test_findings (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_field_group_new (get_section (catalog, "organisation.name"));
  HallFieldGroup *group = HALL_FIELD_GROUP (widget);
  GtkWidget *window = app_test_show (widget);
  g_autoptr (HallApplication) application = hall_application_new ("yinuo-bidding", "organisation");
  g_autoptr (GPtrArray) findings = NULL;
  HallCheckContext context = { 0 };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  hall_check_context_init (&context, &today);
  hall_application_set (application, "organisation.address", "深圳");
  findings = hall_application_check (application, catalog, &context);
  hall_field_group_show_application (group, application);
  hall_field_group_show_findings (group, findings);
  g_assert_true (hall_field_group_find_trouble (group)
                 == hall_field_group_get_row (group, "organisation.address"));
  g_assert_true (hall_field_group_find_empty (group)
                 == hall_field_group_get_row (group, "organisation.name"));

  hall_field_group_reveal_findings (group);
  hall_field_group_show_findings (group, findings);
  g_assert_true (hall_field_group_find_trouble (group)
                 == hall_field_group_get_row (group, "organisation.name"));
  app_test_close (window, widget);
}

static void
on_copy_toggled_cb (HallFieldGroup *group, const HallCopy *copy, gboolean active, char **told)
{
  g_free (*told);
  *told = g_strdup_printf ("%s %d", copy->id, active);
}

static void
test_copy (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  const HallSection *section = get_section (catalog, "subject_person.name");
  const HallCopy *copy = g_ptr_array_index (section->copies, 0);
  GtkWidget *widget = hall_field_group_new (section);
  GtkWidget *window = app_test_show (widget);
  g_autofree char *told = NULL;
  GtkToggleButton *button;

  g_signal_connect (widget, "copy-toggled", G_CALLBACK (on_copy_toggled_cb), &told);
  button =
      GTK_TOGGLE_BUTTON (app_test_find (widget, hall_label_get (&copy->label, hall_app_lang ())));
  gtk_button_clicked (GTK_BUTTON (button));
  g_assert_cmpstr (told, ==, "same-as-handler 1");
  hall_field_group_set_copy_active (HALL_FIELD_GROUP (widget), copy, FALSE);
  g_assert_false (gtk_toggle_button_get_active (button));
  g_assert_cmpstr (told, ==, "same-as-handler 1"); /* it knows already */
  app_test_close (window, widget);
}

/* Enter goes from row to row, and out at the end. */
static void
test_enter (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_field_group_new (get_section (catalog, "handler.name"));
  HallFieldGroup *group = HALL_FIELD_GROUP (widget);
  GtkWidget *window = app_test_show (widget);
  GPtrArray *rows = hall_field_group_get_rows (group);
  guint entered = 0;

  g_signal_connect (group, "entered", G_CALLBACK (app_test_count_cb), &entered);
  hall_field_row_focus (g_ptr_array_index (rows, 0));
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (gtk_widget_is_ancestor (focus, g_ptr_array_index (rows, i)));
      g_assert_cmpuint (entered, ==, 0);
      app_test_key (focus, GDK_KEY_Return);
    }
  g_assert_cmpuint (entered, ==, 1);
  app_test_close (window, widget);
}

/* Tab goes from entry to entry: rows and marks are no stops. */
static void
test_tab (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_field_group_new (get_section (catalog, "handler.name"));
  GtkWidget *window = app_test_show (widget);
  GPtrArray *rows = hall_field_group_get_rows (HALL_FIELD_GROUP (widget));

  hall_field_row_focus (g_ptr_array_index (rows, 0));
  for (guint i = 1; i < rows->len; i++)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                             g_ptr_array_index (rows, i)));
    }
  app_test_close (window, widget);
}

static void
test_consent (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_consent_row_new (g_ptr_array_index (catalog->consents, 0));
  HallConsentRow *row = HALL_CONSENT_ROW (widget);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GtkWidget *tick;
  guint changed = 0;

  gtk_container_add (GTK_CONTAINER (list), widget);
  gtk_widget_show (list);
  window = app_test_show (list);
  g_signal_connect (row, "changed", G_CALLBACK (app_test_count_cb), &changed);
  g_assert_false (hall_consent_row_is_given (row));

  hall_consent_row_set_missing (row, TRUE);
  app_test_settle ();
  g_assert_true (app_test_says (widget, "Please read it and agree"));
  tick = app_test_find_type (widget, GTK_TYPE_CHECK_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tick), TRUE);
  app_test_settle ();
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (hall_consent_row_is_given (row));
  g_assert_false (app_test_says (widget, "Please read it and agree"));
  app_test_close (window, widget);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (HALL_IS_CONSENT_DIALOG (window->data))
      return window->data;
  return NULL;
}

static void
test_consent_dialog (void)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();
  GtkWidget *widget = hall_consent_row_new (g_ptr_array_index (catalog->consents, 1));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GtkWidget *dialog;

  gtk_container_add (GTK_CONTAINER (list), widget);
  gtk_widget_show (list);
  window = app_test_show (list);
  gtk_button_clicked (GTK_BUTTON (app_test_find (widget, hall_app_lang () == HALL_LANG_EN
                                                             ? "Read “Privacy policy”"
                                                             : "Read “隐私权保护政策”")));
  app_test_settle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (hall_consent_row_is_given (HALL_CONSENT_ROW (widget))); /* reading is no yes */
  gtk_toggle_button_set_active (hall_consent_dialog_get_tick (HALL_CONSENT_DIALOG (dialog)), TRUE);
  g_assert_true (hall_consent_row_is_given (HALL_CONSENT_ROW (widget)));
  app_test_close (window, widget); /* and the dialog goes with it */
  g_assert_null (find_dialog ());
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/field-group/rows", test_rows);
  g_test_add_func ("/field-group/fold", test_fold);
  g_test_add_func ("/field-group/findings", test_findings);
  g_test_add_func ("/field-group/copy", test_copy);
  g_test_add_func ("/field-group/enter", test_enter);
  g_test_add_func ("/field-group/tab", test_tab);
  g_test_add_func ("/consent-row/tick", test_consent);
  g_test_add_func ("/consent-row/dialog", test_consent_dialog);
  return g_test_run ();
}
