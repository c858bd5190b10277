/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a consent to read, with the tick in reach.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

#define HALL_TYPE_CONSENT_DIALOG (hall_consent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HallConsentDialog, hall_consent_dialog, HALL, CONSENT_DIALOG, GtkDialog)

/* Closes by itself; the text is copied. */
GtkWidget *hall_consent_dialog_new (const HallConsent *consent);

/* To be bound to the tick of the row. */
GtkToggleButton *hall_consent_dialog_get_tick (HallConsentDialog *self);
