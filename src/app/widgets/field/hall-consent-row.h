/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One consent: its title, a button that opens its text, a tick that nobody sets but the person.
 *
 * Signal "changed": the tick was set or taken away.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

#define HALL_TYPE_CONSENT_ROW (hall_consent_row_get_type ())
G_DECLARE_FINAL_TYPE (HallConsentRow, hall_consent_row, HALL, CONSENT_ROW, GtkListBoxRow)

/* @consent: of a catalogue that outlives the row */
GtkWidget *hall_consent_row_new (const HallConsent *consent);

const HallConsent *hall_consent_row_get_consent (HallConsentRow *self);

gboolean hall_consent_row_is_given (HallConsentRow *self);

/* Only for a consent that was recorded before: it is shown ticked and can no longer be taken. */
void hall_consent_row_set_recorded (HallConsentRow *self);

/* Draws the eye to a missing tick. */
void hall_consent_row_set_missing (HallConsentRow *self, gboolean missing);
