/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of the wizard in a window, on an order of the hall for tests.
 */
#pragma once

#include "app-test.h"
#include "fake-hall.h"
#include "hall-draft.h"
#include "hall-frame.h"
#include "hall-wizard-page.h"

typedef struct
{
  FakeHall *hall; /* (nullable) */
  HallApp *app;
  GtkWidget *window;
  HallFrame *frame;   /* in @window */
  GtkWidget *content; /* of @frame */
  HallOrder *order;   /* the hall's */
  HallDraft *draft;
  HallWizardPage *page; /* in @content */
  GAsyncResult *result;
  gboolean done;
} Page;

typedef GtkWidget *(*PageMaker) (HallFrame *frame, HallDraft *draft);

/* A hall, signed in to, with an order in @state that can still be changed before page_open(). */
void page_set_up (Page *self, HallState state);

/* Only the application, its window and frame; for who brings a hall of their own. */
void page_make_window (Page *self);

/* @page goes into the window, which is shown. */
void page_show (Page *self, GtkWidget *page);

/* The order's draft, and its page in view. */
void page_open (Page *self, PageMaker make);

/* The window is closed, and everything must have gone with it. */
void page_tear_down (Page *self);

/* Presses the primary button. Returns: whether to go on */
gboolean page_next (Page *self);

/* Pages of a test are of a practice hall unless it says otherwise before page_open(). */
void page_set_practice (Page *self, gboolean practice);

/* Until the page, or a window above it, says @text. */
void page_wait_says (Page *self, const char *text);

/* The callback of any call, and waiting for it. */
void page_on_done_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *page_wait_for (Page *self);

/* Presses the button that is named so. */
void page_click (Page *self, const char *name);
