/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reviewer's window is made of: a table with a row for each kind of work the staff
 * does, and who does it. A view is a widget that knows its hall by the frame it is made for.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-frame.h"
#include "hall-state.h"

/* A key of a view, for the shortcuts window. */
typedef struct
{
  const char *accelerator; /* as GtkShortcutsShortcut:accelerator; several with blanks between */
  const char *title;       /* marked for translation, not translated */
} HallViewKey;

typedef struct
{
  guint actors;      /* HALL_ACTOR_BIT()s: who is offered it */
  guint home;        /* HALL_ACTOR_BIT()s of those whose day begins in it */
  const char *name;  /* for win.view */
  const char *title; /* marked for translation, not translated */
  const char *icon;

  GtkWidget *(*create) (HallFrame *frame);

  /* The functions below may be NULL. */
  void (*enter) (GtkWidget *view); /* somebody who is offered it has signed in */
  void (*leave) (GtkWidget *view); /* nobody is signed in any more: forgets what it shows */
  void (*back) (GtkWidget *view);  /* Escape, when nothing nearer has taken it */
  void (*find) (GtkWidget *view);  /* to the search box */
  void (*focus) (GtkWidget *view); /* where the focus rests; else at the view's beginning */

  /* A key was pressed while the view is seen and nobody writes; TRUE if it meant something. */
  gboolean (*key) (GtkWidget *view, const GdkEventKey *event);

  const HallViewKey *keys; /* what @key takes; the last row is empty */
} HallReviewerView;

guint hall_reviewer_views_get_n (void);
const HallReviewerView *hall_reviewer_view_get (guint index);

/* The first view of somebody who plays these parts, HALL_ACTOR_BIT()s. */
const HallReviewerView *hall_reviewer_view_find_home (guint actors);
