/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the gallery: every widget in every state.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

typedef struct
{
  const char *name;
  GtkWidget *(*build) (const HallCatalog *catalog);
} GalleryPage;

/* Ends with a page without a name. */
extern const GalleryPage gallery_pages[];
