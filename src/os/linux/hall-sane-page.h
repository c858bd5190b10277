/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as a scanner sends it, line by line and in one of SANE's ten formats, put together to
 * a colour picture.
 */
#pragma once

#include <gio/gio.h>
#include <sane/sane.h>

typedef struct _HallSanePage HallSanePage;

/**
 * hall_sane_page_new:
 * @parameters: of its first frame
 *
 * Returns: (nullable): NULL for a format that is not one of SANE's, or a page beyond all measure
 */
HallSanePage *hall_sane_page_new (const SANE_Parameters *parameters);
void hall_sane_page_free (HallSanePage *self);

/* The next frame: red, green and blue can come one after the other. FALSE if it does not fit. */
gboolean hall_sane_page_begin_frame (HallSanePage *self, const SANE_Parameters *parameters);

/* FALSE if there is more of it than a page can have. */
gboolean hall_sane_page_add (HallSanePage *self, const SANE_Byte *data, gsize size);

/* Of this frame; below 0 if the device did not say how long the page is. */
double hall_sane_page_get_fraction (const HallSanePage *self);

/* (transfer full) (nullable): a JPEG that says @dpi; NULL if no line has come */
GBytes *hall_sane_page_encode (HallSanePage *self, guint dpi, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSanePage, hall_sane_page_free)
