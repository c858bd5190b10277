/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hall says of itself, and who is signed in.
 */
#pragma once

#include "hall-json.h"
#include "hall-pin.h"
#include "hall-state.h"

/* A project the hall serves; its catalogue is fetched by id. */
typedef struct
{
  char *id;
  HallLabel label;
  char *sha256; /* of the catalogue file */
} HallProjectInfo;

/* Where a corporate transfer goes. */
typedef struct
{
  char *account_name;
  char *bank;
  char *account_number;
} HallPayee;

typedef struct
{
  char *name;        /* 练习营业厅 */
  gboolean practice; /* everything outside is a sandbox; nothing here counts */
  gboolean two_person_rule;
  char *version;       /* of the service */
  char *public_url;    /* as a phone reaches it */
  GPtrArray *projects; /* (element-type HallProjectInfo) */
  HallPayee payee;
  gboolean sandbox[HALL_N_PAY_CHANNELS]; /* the provider behind a channel is a sandbox */
  gboolean offered[HALL_N_PAY_CHANNELS];
} HallInfo;

/* Who a token belongs to. */
typedef struct
{
  char *name;   /* masked mobile of a handler, login name of staff */
  guint actors; /* HALL_ACTOR_BIT of each role */
  char *token;  /* only in the answer to signing in */
  gint64 expires_s;
} HallIdentity;

HallInfo *hall_info_new (void);
void hall_info_free (HallInfo *self);
void hall_wire_add_info (JsonBuilder *builder, const HallInfo *info);
HallInfo *hall_wire_read_info (HallJson *json);

HallIdentity *hall_identity_new (const char *name, guint actors);
HallIdentity *hall_identity_copy (const HallIdentity *self);
void hall_identity_free (HallIdentity *self);
gboolean hall_identity_is_staff (const HallIdentity *self);
void hall_wire_add_identity (JsonBuilder *builder, const HallIdentity *identity);
HallIdentity *hall_wire_read_identity (HallJson *json);

void hall_project_info_free (HallProjectInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallInfo, hall_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallIdentity, hall_identity_free)
