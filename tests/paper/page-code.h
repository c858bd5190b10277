/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: reads QR codes straight with zbar, without any of our own help.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

/* The text of the only code in a picture of 32 bits a pixel; NULL if there is none. */
char *page_code_read (cairo_surface_t *surface);
