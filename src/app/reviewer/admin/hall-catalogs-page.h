/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The versions of the projects' catalogues: loading a file, seeing the form it makes, putting one
 * in use or going back.
 */
#pragma once

#include "hall-admin-page.h"

#define HALL_TYPE_CATALOGS_PAGE (hall_catalogs_page_get_type ())
G_DECLARE_FINAL_TYPE (HallCatalogsPage, hall_catalogs_page, HALL, CATALOGS_PAGE, HallAdminPage)

GtkWidget *hall_catalogs_page_new (HallSession *session);

/* As if the file had been chosen: it is read strictly, what is wrong with it is said, and what is
 * good is loaded. */
void hall_catalogs_page_load_file (HallCatalogsPage *self, const char *path);
