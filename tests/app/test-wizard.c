/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wizard in the applicant's window, at a hall for tests: beginning, going on, filling in,
 * confirming.
 */
#include "hall-app-lang.h"
#include "hall-consent-row.h"
#include "hall-field-row.h"
#include "hall-fill-page.h"
#include "hall-form-sheet.h"
#include "hall-page-view.h"
#include "hall-resume-page.h"
#include "hall-resume-row.h"
#include "hall-wizard.h"
#include "sample.h"
#include "stage-fixture.h"

static HallWizard *
get_wizard (Stage *w)
{
  return HALL_WIZARD (app_test_find_type (w->window, HALL_TYPE_WIZARD));
}

typedef struct
{
  Stage *w;
  HallStep step;
} At;

static gboolean
is_at (gpointer data)
{
  At *at = data;
  HallWizard *wizard = get_wizard (at->w);

  return wizard != NULL && hall_wizard_get_step (wizard) == at->step;
}

static void
wait_for_step (Stage *w, HallStep step)
{
  At at = { w, step };

  g_test_message ("waiting for the step “%s”", hall_step_get_name (step));
  app_test_wait (is_at, &at);
  app_test_settle ();
}

static void
tick_consents (GtkWidget *widget, gpointer data)
{
  if (HALL_IS_CONSENT_ROW (widget))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                      app_test_find_type (widget, GTK_TYPE_CHECK_BUTTON)),
                                  TRUE);
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), tick_consents, NULL);
}

static const char *
next (void)
{
  return hall_app_lang () == HALL_LANG_EN ? "Next" : "下一步";
}

/* Nothing is agreed to by itself, and without it nothing begins. */
static void
test_begin (Stage *w, gconstpointer data)
{
  stage_sign_in (w);
  wait_for_step (w, HALL_STEP_PROJECT);
  stage_wait_for (w, next ());
  stage_shoot (w, "project");
  stage_press (w, next ());
  app_test_settle ();
  g_assert_cmpuint (fake_hall_count (w->hall, "POST", "/v1/orders"), ==, 0);
  stage_shoot (w, "project-missing");

  tick_consents (w->window, NULL);
  stage_press (w, next ());
  wait_for_step (w, HALL_STEP_FILL);
  g_assert_cmpuint (w->hall->orders->len, ==, 1);
  stage_shoot (w, "fill-new");
  stage_press (w, next ());
  app_test_settle ();
  g_assert_cmpint (hall_wizard_get_step (get_wizard (w)), ==, HALL_STEP_FILL);
  stage_shoot (w, "fill-missing");
}

int
main (int argc, char **argv)
{
  stage_init (&argc, &argv);
  g_test_add ("/wizard/begin", Stage, NULL, stage_set_up, test_begin, stage_tear_down);
  return stage_run ();
}
