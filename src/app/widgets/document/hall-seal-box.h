/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The electronic seal as it will be made from a capture sheet: its picture without the paper, and
 * how large it is. Out of view while there is none.
 */
#pragma once

#include <gtk/gtk.h>

#define HALL_TYPE_SEAL_BOX (hall_seal_box_get_type ())
G_DECLARE_FINAL_TYPE (HallSealBox, hall_seal_box, HALL, SEAL_BOX, GtkBox)

/* @side_px: the picture fits into a square of it */
GtkWidget *hall_seal_box_new (int side_px);

/**
 * hall_seal_box_load:
 * @sheet: (nullable): the scan of a capture sheet, JPEG or PDF; NULL: there is none
 *
 * Looks for the best impression in the background. The box is out of view until there is one.
 */
void hall_seal_box_load (HallSealBox *self, GBytes *sheet);

/* @seal: (nullable): with alpha; NULL: there is none */
void hall_seal_box_show (HallSealBox *self, GdkPixbuf *seal, double width_mm, double height_mm);

/* @findings: (nullable) (element-type HallFinding): of the sheet; the words beside the picture do
 * not promise what they deny. */
void hall_seal_box_set_findings (HallSealBox *self, GPtrArray *findings);
