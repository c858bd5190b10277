/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-settings.h"

#include "hall-counter-store.h"

#define TWO_PERSON_RULE "two-person-rule"

gboolean
hall_settings_is_two_person_rule (const HallContext *context)
{
  g_autofree char *value = NULL;

  if (!context->setup->practice)
    return TRUE;
  value = hall_setting_get (context->db, TWO_PERSON_RULE, "on", NULL);
  return g_strcmp0 (value, "off") != 0;
}

gboolean
hall_settings_set_two_person_rule (HallContext *context, gboolean on, GError **error)
{
  hall_context_wake (context, HALL_TOPIC_QUEUE);
  return hall_setting_set (context->db, TWO_PERSON_RULE, on ? "on" : "off", error);
}
