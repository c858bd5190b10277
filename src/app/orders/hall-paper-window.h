/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet or a document of an order in a window of its own, to look at and to save. It fetches
 * what it shows.
 */
#pragma once

#include <handy.h>

#include "hall-place.h"
#include "hall-session.h"

typedef enum
{
  HALL_PAPER_FORM,
  HALL_PAPER_SEAL_SHEET,
  HALL_PAPER_FINANCE_NOTE,
  HALL_PAPER_DOCUMENT, /* what was uploaded into a slot */
  HALL_PAPER_LABELS,   /* of parcels, for several orders */
} HallPaperKind;

/* Which one. All texts are copied. */
typedef struct
{
  HallPaperKind paper;
  const char *number; /* of the order; of labels: of all of them, with commas between */
  const char *slot;   /* (nullable): of a document; of labels: the name of the sheet */
  guint skip;         /* labels of the first sheet that are used up */
  const char *title;  /* what it is: "Application form" */
  const char *file_name;
  const HallPlace *mark; /* (nullable): drawn on it by a reviewer */
} HallPaperWish;

#define HALL_TYPE_PAPER_WINDOW (hall_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (HallPaperWindow, hall_paper_window, HALL, PAPER_WINDOW, HdyWindow)

/* A sheet that is there already. */
GtkWidget *hall_paper_window_new_for_bytes (GtkWindow *parent,
                                            const char *title,
                                            const char *file_name,
                                            GBytes *bytes);

GtkWidget *
hall_paper_window_new (GtkWindow *parent, HallSession *session, const HallPaperWish *wish);
