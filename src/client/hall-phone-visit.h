/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page on the handler's phone is asked for: a consent, then pictures.
 */
#pragma once

#include "hall-json.h"

/* One picture to take. */
typedef struct
{
  char *id; /* "id-portrait" */
  char *label;
  gboolean face; /* taken with the camera on the screen's side */
  gboolean done; /* the hall has it */
} HallPhonePicture;

typedef struct
{
  char *state; /* "waiting", "consented" or "done" */
  gboolean practice;
  gint64 expires_s;
  char *consent_id;
  char *consent_label; /* in the client's language */
  char *consent_version;
  char *consent_sha256;
  GPtrArray *pictures; /* (element-type HallPhonePicture), in the order they are taken */
} HallPhoneVisit;

HallPhoneVisit *hall_phone_visit_read (HallJson *json);
void hall_phone_visit_free (HallPhoneVisit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPhoneVisit, hall_phone_visit_free)
