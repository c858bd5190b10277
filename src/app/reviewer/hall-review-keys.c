/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-review-keys.h"

#include <glib/gi18n.h>

#include "hall-data-row.h"

#define ZOOM_STEP 1.25

static const HallDeskParts *
get_parts (HallReviewView *view)
{
  return hall_order_desk_get_parts (hall_review_view_get_desk (view));
}

static void
walk_on (HallReviewView *view)
{
  hall_review_view_walk (view, FALSE);
}

static void
walk_back (HallReviewView *view)
{
  hall_review_view_walk (view, TRUE);
}

static HallDataPane *
get_data (HallReviewView *view)
{
  return get_parts (view)->data;
}

static HallVerdictBar *
get_bar (HallReviewView *view)
{
  return get_parts (view)->verdicts;
}

static void
accept_order (HallReviewView *view)
{
  hall_desk_decision_accept (get_parts (view)->decision);
}

static void
accept (HallReviewView *view)
{
  if (!hall_data_pane_accept_focused (get_data (view)))
    accept_order (view);
}

static void
accept_rest (HallReviewView *view)
{
  hall_verdict_bar_accept_rest (get_bar (view));
}

static void
undo (HallReviewView *view)
{
  hall_verdict_bar_undo (get_bar (view));
}

static void
send_back (HallReviewView *view)
{
  hall_desk_decision_send_back (get_parts (view)->decision);
}

/* (nullable) */
static GtkWidget *
get_focus (HallReviewView *view)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (view));

  return GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;
}

/* As if the tick of the row was pressed: reasons can be chosen by number then. */
static void
return_row (HallReviewView *view)
{
  if (!hall_data_pane_return_focused (get_data (view)))
    send_back (view);
}

static HallPageView *
get_page (HallReviewView *view)
{
  return get_parts (view)->page;
}

static void
page_on (HallReviewView *view)
{
  hall_page_view_page (get_page (view), FALSE);
}

static void
page_back (HallReviewView *view)
{
  hall_page_view_page (get_page (view), TRUE);
}

static void
turn (HallReviewView *view)
{
  hall_page_view_turn (get_page (view));
}

static void
zoom_in (HallReviewView *view)
{
  hall_page_view_set_zoom (get_page (view), hall_page_view_get_zoom (get_page (view)) * ZOOM_STEP);
}

static void
zoom_out (HallReviewView *view)
{
  hall_page_view_set_zoom (get_page (view), hall_page_view_get_zoom (get_page (view)) / ZOOM_STEP);
}

static void
fit (HallReviewView *view)
{
  hall_page_view_set_fit (get_page (view), HALL_FIT_WIDTH);
}

static void
compare (HallReviewView *view)
{
  hall_evidence_pane_compare (get_parts (view)->evidence);
}

static void
loupe (HallReviewView *view)
{
  hall_page_view_toggle_loupe (get_page (view));
}

static void
point (HallReviewView *view)
{
  hall_evidence_pane_draw_region (get_parts (view)->evidence);
}

static void
write_note (HallReviewView *view)
{
  hall_notes_pane_write (get_parts (view)->notes);
}

static void
go_to_data (HallReviewView *view)
{
  hall_data_pane_take_focus (get_data (view));
}

static void
go_to_queue (HallReviewView *view)
{
  hall_review_view_go_back (GTK_WIDGET (view));
}

/* The loupe goes first. */
static void
go_back (HallReviewView *view)
{
  HallPageLoupe *open = hall_page_canvas_get_loupe (hall_page_view_get_canvas (get_page (view)));

  if (hall_page_loupe_is_open (open))
    {
      hall_page_loupe_set_open (open, FALSE);
      return;
    }
  hall_review_view_go_back (GTK_WIDGET (view));
}

#define KEY(keyval, shift, shown, function, title) { shown, title },
const HallViewKey hall_review_keys[] = {
#include "hall-review-key-list.h"
  { "1...9", N_ ("Look at this document; among reasons, pick this one") },
  { "Return", N_ ("Show what proves the row; done with the reasons; send the letter") },
  { "Up Down", N_ ("From row to row") },
  { "<Primary>c", N_ ("Copy the value of the row in focus") },
  { "slash", N_ ("Search the queue") },
  { NULL, NULL },
};
#undef KEY

#define KEY(keyval, shift, shown, function, title) { keyval, shift, function },
static const struct
{
  guint keyval;
  gboolean shift;
  void (*press) (HallReviewView *view);
} rows[] = {
#include "hall-review-key-list.h"
};
#undef KEY

/* The space bar presses a button that has the focus. */
static gboolean
belongs_to_focus (HallReviewView *view, guint keyval)
{
  GtkWidget *focus = get_focus (view);

  return keyval == GDK_KEY_space && (GTK_IS_BUTTON (focus) || GTK_IS_EXPANDER (focus));
}

gboolean
hall_review_keys_press (HallReviewView *view, const GdkEventKey *event)
{
  guint keyval = gdk_keyval_to_lower (event->keyval);
  gboolean letter = g_unichar_isalpha (gdk_keyval_to_unicode (keyval)) || keyval == GDK_KEY_space;
  gboolean shift = letter && (event->state & GDK_SHIFT_MASK) != 0;

  if (belongs_to_focus (view, keyval))
    return FALSE;
  if (keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Add)
    keyval = GDK_KEY_plus;
  if (keyval == GDK_KEY_KP_Subtract)
    keyval = GDK_KEY_minus;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].keyval == keyval && rows[i].shift == shift)
      {
        rows[i].press (view);
        return TRUE;
      }
  return FALSE;
}
