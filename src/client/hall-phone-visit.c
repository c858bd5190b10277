/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-phone-visit.h"

#include "hall-wire-finding.h"

static void
phone_picture_free (gpointer data)
{
  HallPhonePicture *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

static HallPhonePicture *
read_picture (HallJson *json)
{
  HallPhonePicture *picture = g_new0 (HallPhonePicture, 1);

  picture->id = g_strdup (hall_json_string (json, "id"));
  picture->label = g_strdup (hall_json_string (json, "label"));
  picture->face = g_strcmp0 (hall_json_string (json, "camera"), "user") == 0;
  picture->done = hall_json_bool (json, "done");
  return picture;
}

static void
read_consent (HallJson *json, HallPhoneVisit *visit)
{
  if (!hall_json_enter (json, "consent"))
    return;
  visit->consent_id = g_strdup (hall_json_string (json, "id"));
  visit->consent_label = g_strdup (hall_json_string (json, "label"));
  visit->consent_version = g_strdup (hall_json_string (json, "version"));
  visit->consent_sha256 = g_strdup (hall_json_string (json, "sha256"));
  hall_json_leave (json);
}

static void
read_pictures (HallJson *json, GPtrArray *pictures)
{
  if (!hall_json_enter (json, "captures"))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        g_ptr_array_add (pictures, read_picture (json));
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

HallPhoneVisit *
hall_phone_visit_read (HallJson *json)
{
  g_autoptr (HallPhoneVisit) visit = g_new0 (HallPhoneVisit, 1);

  visit->pictures = g_ptr_array_new_with_free_func (phone_picture_free);
  visit->state = g_strdup (hall_json_string (json, "state"));
  visit->practice = hall_json_bool (json, "practice");
  visit->expires_s = hall_wire_read_time (json, "expires_at");
  read_consent (json, visit);
  read_pictures (json, visit->pictures);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&visit);
}

void
hall_phone_visit_free (HallPhoneVisit *self)
{
  g_free (self->state);
  g_free (self->consent_id);
  g_free (self->consent_label);
  g_free (self->consent_version);
  g_free (self->consent_sha256);
  g_ptr_array_unref (self->pictures);
  g_free (self);
}
