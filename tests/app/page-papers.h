/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: documents to look at.
 */
#pragma once

#include <glib.h>

/* So many A4 pages with a box on each. */
GBytes *page_papers_print (guint n_pages);

/* The application form of an organisation. */
GBytes *page_papers_print_form (void);
