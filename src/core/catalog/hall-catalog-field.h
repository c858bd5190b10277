/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading sections and fields, and the small readers the whole loader shares.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-json.h"

typedef const char *(*HallNameFunc) (guint value);

/* A text in both languages; both must be there. Missing altogether is an error if @required. */
void
hall_catalog_read_label (HallJson *json, const char *member, gboolean required, HallLabel *label);

/* The same with a list of paragraphs for each language, joined by blank lines. */
void hall_catalog_read_paragraphs (HallJson *json, const char *member, HallLabel *label);

/* One of the @n names that @name_of knows. */
guint hall_catalog_read_name (HallJson *json, const char *member, guint n, HallNameFunc name_of);

/* The bits of "certificate_types"; all types if it is missing. */
guint hall_catalog_read_types (HallJson *json, const HallCatalog *catalog);

void hall_catalog_read_section (HallJson *json, HallCatalog *catalog);
void hall_catalog_section_free (gpointer section);
