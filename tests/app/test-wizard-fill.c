/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in an application in the window: typed, judged, copied, saved, kept.
 */
#include "hall-app-lang.h"
#include "hall-field-row.h"
#include "hall-fill-page.h"
#include "hall-option-row.h"
#include "hall-wizard.h"
#include "stage-fixture.h"

static HallWizard *
get_wizard (Stage *s)
{
  return HALL_WIZARD (app_test_find_type (s->window, HALL_TYPE_WIZARD));
}

static gboolean
has_wizard (gpointer data)
{
  return get_wizard (data) != NULL;
}

static const char *
say (const char *en, const char *zh)
{
  return hall_app_lang () == HALL_LANG_EN ? en : zh;
}

/* An order begun, with @field as @value, on the page where it is filled in. */
static HallOrder *
open_page (Stage *s, const char *field, const char *value)
{
  HallOrder *order = fake_hall_add_order (s->hall, HALL_STATE_DRAFT);

  hall_application_set (order->application, field, value);
  stage_sign_in (s);
  hall_new_view_open_order (s->new_view, order->number);
  app_test_wait (has_wizard, s);
  g_assert_true (hall_wizard_go_to (get_wizard (s), HALL_STEP_FILL));
  app_test_settle ();
  return order;
}

typedef struct
{
  const char *id;
  HallFieldRow *found;
} RowSearch;

static void
search_row (GtkWidget *widget, gpointer data)
{
  RowSearch *search = data;

  if (HALL_IS_FIELD_ROW (widget))
    {
      if (g_str_equal (hall_field_row_get_field (HALL_FIELD_ROW (widget))->id, search->id))
        search->found = HALL_FIELD_ROW (widget);
    }
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search_row, data);
}

static HallFieldRow *
get_row (Stage *s, const char *id)
{
  RowSearch search = { id, NULL };

  search_row (s->window, &search);
  g_assert_nonnull (search.found);
  return search.found;
}

/* As a person does it. */
static void
type (Stage *s, const char *id, const char *text)
{
  GtkWidget *entry = app_test_find_type (GTK_WIDGET (get_row (s, id)), GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (entry);
  gtk_editable_delete_text (GTK_EDITABLE (entry), 0, -1);
  g_signal_emit_by_name (entry, "insert-at-cursor", text);
}

static void
go_away (Stage *s)
{
  gtk_window_set_focus (GTK_WINDOW (s->window), NULL);
  app_test_settle ();
}

static gboolean
is_saved (gpointer data)
{
  HallDraft *draft = hall_wizard_get_draft (get_wizard (data));

  return hall_draft_get_save_state (draft) == HALL_SAVE_SAVED;
}

/* What is typed is tidied when it is left, and gets to the hall by itself. */
static void
test_typing (Stage *s, gconstpointer data)
{
  HallOrder *order = open_page (s, "handler.mobile", "13800138000");

  type (s, "handler.mobile", "+86 139 0013 9000");
  go_away (s);
  g_assert_cmpstr (hall_field_row_get_value (get_row (s, "handler.mobile")), ==, "13900139000");
  app_test_wait (is_saved, s);
  g_assert_cmpstr (hall_application_get (order->application, "handler.mobile"), ==, "13900139000");
  stage_wait_for_text (s, say ("Saved ", "已保存 "));
}

/* What is wrong is said when the field is left, and keeps one from going on. */
static void
test_wrong (Stage *s, gconstpointer data)
{
  open_page (s, "handler.name", "张三");
  type (s, "handler.id_number", "110105194912310021");
  g_assert_false (hall_field_row_needs_attention (get_row (s, "handler.id_number")));
  go_away (s);
  g_assert_true (hall_field_row_needs_attention (get_row (s, "handler.id_number")));
  stage_shoot (s, "fill-wrong");
  stage_press (s, say ("Next", "下一步"));
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (get_wizard (s)), ==, HALL_STEP_FILL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (s->window)),
                                         GTK_WIDGET (get_row (s, "handler.id_number"))));

  type (s, "handler.id_number", "11010519491231002X");
  stage_press (s, say ("Next", "下一步"));
  app_test_settle ();
  app_test_wait (is_saved, s);
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (get_wizard (s)), ==, HALL_STEP_CONFIRM);
}

static GtkWidget *
get_tick (Stage *s, const char *id)
{
  return app_test_find_type (GTK_WIDGET (get_row (s, id)), GTK_TYPE_CHECK_BUTTON);
}

/* A doubtful value goes on when the handler answers for it. */
static void
test_doubtful (Stage *s, gconstpointer data)
{
  open_page (s, "organisation.uscc", "91350211M0000XUF46");
  hall_draft_set_value (hall_wizard_get_draft (get_wizard (s)), "invoice.tax_no",
                        "91350211M0000XUF46");
  app_test_settle ();
  stage_shoot (s, "fill-doubtful");
  stage_press (s, say ("Next", "下一步"));
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (get_wizard (s)), ==, HALL_STEP_FILL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_tick (s, "organisation.uscc")), TRUE);
  app_test_settle ();
  g_assert_true (
      hall_draft_is_confirmed (hall_wizard_get_draft (get_wizard (s)), "organisation.uscc"));
  g_assert_false (hall_field_row_needs_attention (get_row (s, "organisation.uscc")));
}

/* "Same as the handler": goes along until one types something else. */
static void
test_copy (Stage *s, gconstpointer data)
{
  HallDraft *draft;
  GtkWidget *button;

  open_page (s, "handler.name", "张三");
  draft = hall_wizard_get_draft (get_wizard (s));
  button = app_test_find (s->window, say ("Same as the handler", "与经办人为同一人"));
  gtk_button_clicked (GTK_BUTTON (button));
  g_assert_cmpstr (hall_field_row_get_value (get_row (s, "legal_rep.name")), ==, "张三");
  type (s, "handler.name", "王五");
  go_away (s);
  g_assert_cmpstr (hall_field_row_get_value (get_row (s, "legal_rep.name")), ==, "王五");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  type (s, "legal_rep.name", "李四");
  go_away (s);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_cmpstr (hall_draft_get_value (draft, "handler.name"), ==, "王五");
}

typedef struct
{
  const char *id;
  GtkWidget *found;
} OptionSearch;

static void
search_option (GtkWidget *widget, gpointer data)
{
  OptionSearch *search = data;

  if (HALL_IS_OPTION_ROW (widget))
    {
      if (g_str_equal (hall_option_row_get_id (HALL_OPTION_ROW (widget)), search->id))
        search->found = widget;
    }
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search_option, data);
}

static void
choose_type (Stage *s, const char *id)
{
  OptionSearch search = { id, NULL };

  stage_press (s, say ("Change", "更改"));
  app_test_settle ();
  search_option (s->window, &search);
  gtk_button_clicked (GTK_BUTTON (app_test_find_type (search.found, GTK_TYPE_RADIO_BUTTON)));
  stage_press (s, say ("Next", "下一步"));
  app_test_settle ();
}

/* Another certificate asks for more; what was typed for it comes back with it. */
static void
test_type (Stage *s, gconstpointer data)
{
  open_page (s, "handler.name", "张三");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_row (s, "subject_person.name"))));
  choose_type (s, "organisation-person");
  g_assert_cmpint (hall_wizard_get_step (get_wizard (s)), ==, HALL_STEP_FILL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_row (s, "subject_person.name"))));
  g_assert_cmpstr (hall_field_row_get_value (get_row (s, "handler.name")), ==, "张三");
  type (s, "subject_person.name", "王五");
  go_away (s);
  stage_shoot (s, "fill-person");

  choose_type (s, "organisation");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_row (s, "subject_person.name"))));
  choose_type (s, "organisation-person");
  g_assert_cmpstr (hall_field_row_get_value (get_row (s, "subject_person.name")), ==, "王五");
}

/* Without a line one stays, is told so, and loses nothing. */
static void
test_offline (Stage *s, gconstpointer data)
{
  HallOrder *order = open_page (s, "handler.email", "zhang@example.com");

  fake_hall_stop (s->hall);
  type (s, "handler.email", "san@example.com");
  go_away (s);
  stage_press (s, say ("Next", "下一步"));
  stage_wait_for_text (s, say ("kept on this computer", "已存在本机"));
  g_assert_cmpint (hall_wizard_get_step (get_wizard (s)), ==, HALL_STEP_FILL);
  stage_shoot (s, "fill-offline");
  fake_hall_start (s->hall);
  hall_session_hurry (hall_frame_get_session (s->frame));
  app_test_wait (is_saved, s);
  g_assert_cmpstr (hall_application_get (order->application, "handler.email"), ==,
                   "san@example.com");
}

/* Enter goes from row to row, over the ends of sections too. */
static void
test_enter (Stage *s, gconstpointer data)
{
  GtkWidget *entry;

  open_page (s, "handler.name", "张三");
  entry = app_test_find_type (GTK_WIDGET (get_row (s, "handler.email")), GTK_TYPE_ENTRY);
  app_test_key (entry, GDK_KEY_Return);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (s->window)),
                                         GTK_WIDGET (get_row (s, "legal_rep.name"))));
}

int
main (int argc, char **argv)
{
  stage_init (&argc, &argv);
  g_test_add ("/wizard-fill/typing", Stage, NULL, stage_set_up, test_typing, stage_tear_down);
  g_test_add ("/wizard-fill/wrong", Stage, NULL, stage_set_up, test_wrong, stage_tear_down);
  g_test_add ("/wizard-fill/doubtful", Stage, NULL, stage_set_up, test_doubtful, stage_tear_down);
  g_test_add ("/wizard-fill/copy", Stage, NULL, stage_set_up, test_copy, stage_tear_down);
  g_test_add ("/wizard-fill/type", Stage, NULL, stage_set_up, test_type, stage_tear_down);
  g_test_add ("/wizard-fill/offline", Stage, NULL, stage_set_up, test_offline, stage_tear_down);
  g_test_add ("/wizard-fill/enter", Stage, NULL, stage_set_up, test_enter, stage_tear_down);
  return stage_run ();
}
