/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the administrator's pages have in common: title, tools, content, a line for what went
 * wrong, and saving what is on screen as a CSV file.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-csv-writer.h"
#include "hall-issue.h"
#include "hall-session.h"

#define HALL_TYPE_ADMIN_PAGE (hall_admin_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HallAdminPage, hall_admin_page, HALL, ADMIN_PAGE, GtkBox)

struct _HallAdminPageClass
{
  GtkBoxClass parent_class;

  const char *file_name; /* proposed for the file: "staff.csv" */

  /* Asks the hall anew. */
  void (*load) (HallAdminPage *self);

  /* What is on screen, line by line. */
  void (*write) (HallAdminPage *self, HallCsvWriter *csv);
};

void hall_admin_page_set_words (HallAdminPage *self, const char *title, const char *why);

/* Once, before anything else. */
void hall_admin_page_set_session (HallAdminPage *self, HallSession *session);
HallSession *hall_admin_page_get_session (HallAdminPage *self);
HallClient *hall_admin_page_get_client (HallAdminPage *self);

void hall_admin_page_load (HallAdminPage *self);

/* Asks where to, and saves what is on screen. */
void hall_admin_page_export (HallAdminPage *self);

/* Nobody is signed in any more: what runs is cancelled. */
void hall_admin_page_stop (HallAdminPage *self);

GtkBox *hall_admin_page_get_tools (HallAdminPage *self);
GtkBox *hall_admin_page_get_content (HallAdminPage *self);

/* A button among the tools. */
GtkWidget *hall_admin_page_add_tool (HallAdminPage *self, const char *label);

/* Of the calls of the page; cancelled when it is left for good. */
GCancellable *hall_admin_page_get_cancellable (HallAdminPage *self);

/* Says something in the page's line. */
void hall_admin_page_say (HallAdminPage *self, HallVerdict verdict, const char *text);

/**
 * hall_admin_page_take:
 * @error: (nullable)
 *
 * Returns: whether the page is still there and the call was good; an error is said.
 *   Nothing of the page is touched when it was cancelled
 */
gboolean hall_admin_page_take (HallAdminPage *self, const GError *error);
