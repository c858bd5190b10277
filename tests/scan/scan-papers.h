/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: papers that others issue, drawn on A4 sheets of 32 bits a pixel: copies of a
 * business licence and of an ID card. Names and numbers are invented.
 */
#pragma once

#include <cairo.h>

/* (transfer full). Safe from every thread. */
cairo_surface_t *scan_papers_licence (double dpi);
cairo_surface_t *scan_papers_id_card (double dpi);

/* A sheet with nothing on it. */
cairo_surface_t *scan_papers_empty (double dpi);
