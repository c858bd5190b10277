/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests of pages that need a hall and somebody signed in: the whole window of an applicant,
 * at a hall for tests.
 */
#pragma once

#include "app-test.h"
#include "fake-hall.h"
#include "hall-frame.h"
#include "hall-new-view.h"
#include "hall-window.h"

typedef struct
{
  FakeHall *hall;
  HallApp *app; /* of all tests */
  GtkWidget *window;
  HallFrame *frame;      /* of @window */
  HallNewView *new_view; /* of @window */
  GAsyncResult *result;
  gboolean done;
} Stage;

/* Instead of app_test_init() and g_test_run(); with a data folder of the test's own. */
void stage_init (int *argc, char ***argv);
int stage_run (void);

/* For g_test_add(). Nobody is signed in yet. */
void stage_set_up (Stage *w, gconstpointer data);

/* Instead of stage_sign_in(): at the practice hall of this computer, as somebody new. */
void stage_sign_up (Stage *w, const char *mobile);

/* Nothing of the window is alive after this. */
void stage_tear_down (Stage *w, gconstpointer data);

/* Signs in; the first view is in view. */
void stage_sign_in (Stage *w);

/* Waits until a label that can be seen says @text. */
void stage_wait_for_text (Stage *w, const char *text);

/* Waits until there is a button of the name that can be seen and used; presses it. */
GtkWidget *stage_wait_for (Stage *w, const char *name);
void stage_press (Stage *w, const char *name);

/* With HALL_SHOTS in the environment: a picture of the window into that folder. */
void stage_shoot (Stage *w, const char *name);
