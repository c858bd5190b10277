/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-hall.h"

#include "hall-wire-finding.h"

/* Nobody signs in as the bank or the clock. */
#define PEOPLE (HALL_ACTORS_STAFF | HALL_ACTOR_BIT (HALL_ACTOR_HANDLER))

void
hall_project_info_free (HallProjectInfo *self)
{
  g_free (self->id);
  hall_label_clear (&self->label);
  g_free (self->sha256);
  g_free (self);
}

HallInfo *
hall_info_new (void)
{
  HallInfo *self = g_new0 (HallInfo, 1);

  self->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_project_info_free);
  return self;
}

void
hall_info_free (HallInfo *self)
{
  g_free (self->name);
  g_free (self->version);
  g_free (self->public_url);
  g_ptr_array_unref (self->projects);
  g_free (self->payee.account_name);
  g_free (self->payee.bank);
  g_free (self->payee.account_number);
  g_free (self);
}

static void
add_label (JsonBuilder *builder, const char *member, const HallLabel *label)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (guint lang = 0; lang < HALL_N_LANGS; lang++)
    hall_wire_add_text (builder, hall_lang_get_name (lang), hall_label_get (label, lang));
  json_builder_end_object (builder);
}

void
hall_wire_add_info (JsonBuilder *builder, const HallInfo *info)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "name", info->name);
  hall_wire_add_bool (builder, "practice", info->practice);
  hall_wire_add_bool (builder, "two_person_rule", info->two_person_rule);
  hall_wire_add_text (builder, "version", info->version);
  hall_wire_add_text (builder, "public_url", info->public_url);
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (info->projects, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "id", project->id);
      add_label (builder, "label", &project->label);
      hall_wire_add_text (builder, "sha256", project->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "payee");
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "account_name", info->payee.account_name);
  hall_wire_add_text (builder, "bank", info->payee.bank);
  hall_wire_add_text (builder, "account_number", info->payee.account_number);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "payment_channels");
  json_builder_begin_array (builder);
  for (guint channel = 0; channel < HALL_N_PAY_CHANNELS; channel++)
    if (info->offered[channel])
      {
        json_builder_begin_object (builder);
        hall_wire_add_text (builder, "id", hall_pay_channel_get_name (channel));
        hall_wire_add_bool (builder, "sandbox", info->sandbox[channel]);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
read_project (HallJson *json, HallInfo *info)
{
  HallProjectInfo *project = g_new0 (HallProjectInfo, 1);

  g_ptr_array_add (info->projects, project);
  project->id = g_strdup (hall_json_string (json, "id"));
  project->sha256 = g_strdup (hall_json_string (json, "sha256"));
  if (hall_json_enter (json, "label"))
    {
      for (guint lang = 0; lang < HALL_N_LANGS; lang++)
        project->label.text[lang] = g_strdup (hall_json_string (json, hall_lang_get_name (lang)));
      hall_json_leave (json);
    }
}

static void
read_channel (HallJson *json, HallInfo *info)
{
  HallPayChannel channel = hall_pay_channel_from_name (hall_json_string (json, "id"));

  if (channel >= HALL_N_PAY_CHANNELS)
    return;
  info->offered[channel] = TRUE;
  info->sandbox[channel] = hall_json_bool (json, "sandbox");
}

static void
read_each (HallJson *json,
           const char *member,
           HallInfo *info,
           void (*read) (HallJson *, HallInfo *))
{
  if (!hall_json_enter (json, member))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        read (json, info);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

HallInfo *
hall_wire_read_info (HallJson *json)
{
  g_autoptr (HallInfo) info = hall_info_new ();

  info->name = g_strdup (hall_json_string (json, "name"));
  info->practice = hall_json_bool (json, "practice");
  info->two_person_rule = hall_json_bool (json, "two_person_rule");
  info->version = g_strdup (hall_json_string (json, "version"));
  info->public_url = g_strdup (hall_json_string (json, "public_url"));
  read_each (json, "projects", info, read_project);
  read_each (json, "payment_channels", info, read_channel);
  if (hall_json_enter (json, "payee"))
    {
      info->payee.account_name = g_strdup (hall_json_optional_string (json, "account_name"));
      info->payee.bank = g_strdup (hall_json_optional_string (json, "bank"));
      info->payee.account_number = g_strdup (hall_json_optional_string (json, "account_number"));
      hall_json_leave (json);
    }
  return hall_json_failed (json) ? NULL : g_steal_pointer (&info);
}

HallIdentity *
hall_identity_new (const char *name, guint actors)
{
  HallIdentity *self = g_new0 (HallIdentity, 1);

  self->name = g_strdup (name);
  self->actors = actors;
  return self;
}

HallIdentity *
hall_identity_copy (const HallIdentity *self)
{
  HallIdentity *copy = hall_identity_new (self->name, self->actors);

  copy->token = g_strdup (self->token);
  copy->expires_s = self->expires_s;
  return copy;
}

void
hall_identity_free (HallIdentity *self)
{
  g_free (self->name);
  g_free (self->token);
  g_free (self);
}

gboolean
hall_identity_is_staff (const HallIdentity *self)
{
  return (self->actors & HALL_ACTORS_STAFF) != 0;
}

void
hall_wire_add_identity (JsonBuilder *builder, const HallIdentity *identity)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "name", identity->name);
  json_builder_set_member_name (builder, "roles");
  json_builder_begin_array (builder);
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((identity->actors & PEOPLE & HALL_ACTOR_BIT (actor)) != 0)
      json_builder_add_string_value (builder, hall_actor_get_name (actor));
  json_builder_end_array (builder);
  hall_wire_add_text (builder, "token", identity->token);
  hall_wire_add_time (builder, "expires_at", identity->expires_s);
  json_builder_end_object (builder);
}

HallIdentity *
hall_wire_read_identity (HallJson *json)
{
  g_auto (GStrv) roles = hall_json_optional_strings (json, "roles");
  g_autoptr (HallIdentity) identity = hall_identity_new (hall_json_string (json, "name"), 0);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      HallActor actor = hall_actor_from_name (roles[i]);

      if (actor < HALL_N_ACTORS)
        identity->actors |= PEOPLE & HALL_ACTOR_BIT (actor);
    }
  identity->token = g_strdup (hall_json_optional_string (json, "token"));
  identity->expires_s = hall_wire_read_time (json, "expires_at");
  return hall_json_failed (json) ? NULL : g_steal_pointer (&identity);
}
