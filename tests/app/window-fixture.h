/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The applicant's window, whole, at a hall for tests: what the tests of its parts have in common.
 */
#pragma once

#include "app-test.h"
#include "fake-hall.h"
#include "hall-frame.h"
#include "hall-window.h"

typedef struct
{
  FakeHall *hall;
  HallApp *app; /* not owned: one for all tests */
  GtkWidget *window;
  HallFrame *frame;     /* of @window */
  HallSession *session; /* of @frame */
} Window;

/* A test is given a window in which nobody is signed in and no hall chosen. */
void window_set_up (Window *w, gconstpointer data);

/* Nothing is alive afterwards. */
void window_tear_down (Window *w, gconstpointer data);

/* To the hall; and signed in as its only handler. */
void window_connect (Window *w);
void window_sign_in (Window *w);

/* An order of the hall that is complete in every part, for lists and details. */
HallOrder *window_add_order (Window *w, HallState state);

/* Until a label that can be seen says @text. */
void window_wait_to_say (Window *w, const char *text);

/* (nullable): The first descendant of @root of a type that has this accessible name; one that can
 * be seen before one that cannot. */
GtkWidget *window_find (GtkWidget *root, GType type, const char *name);

/* Presses the button of this name, which is there and can be pressed. */
void window_press (Window *w, const char *name);

/* A main function: g_test_init(), a folder of its own, all tests. */
typedef struct
{
  const char *path;
  void (*test) (Window *w, gconstpointer data);
} WindowTest;

int window_run (int argc, char **argv, const WindowTest *tests, gsize n);
