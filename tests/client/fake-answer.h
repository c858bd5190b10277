/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request to the hall for tests being answered, and the ways to answer.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "fake-hall.h"
#include "hall-error.h"

typedef struct
{
  FakeHall *hall;
  SoupServerMessage *message;
  char **names;     /* what stands for the {names} of the path */
  guint actors;     /* of the token, 0 without one */
  HallOrder *order; /* (nullable): where the path names one */
  JsonNode *body;   /* (nullable) */
} Fake;

typedef struct
{
  const char *method;
  int path;     /* HallPath */
  guint actors; /* who may; 0: everybody */
  void (*answer) (Fake *self);
} FakeRoute;

/* The routes below /v1/orders; ends with NULL. */
extern const FakeRoute fake_order_routes[];

/* What administrators do; ends with NULL. */
extern const FakeRoute fake_admin_routes[];

/* What staff does; ends with NULL. */
extern const FakeRoute fake_desk_routes[];

/* What a reviewer does; ends with NULL. */
extern const FakeRoute fake_review_routes[];

/* FALSE, and the answer is there, unless If-Match names the version of the order. */
gboolean fake_check_version (Fake *self);
/* What cashiers and producers do; ends with NULL. */
extern const FakeRoute fake_money_routes[];

/* The order of the path, as who asks has it. */
void fake_send_order (Fake *self, guint status);

/* Sets status, headers and body of the answer to @message. */
void fake_answer (FakeHall *hall, SoupServerMessage *message);

/* @text: (transfer full) */
void fake_send_text (Fake *self, guint status, const char *media_type, char *text);
void fake_send_json (Fake *self, guint status, JsonBuilder *builder);
void fake_send_nothing (Fake *self, guint status);
void fake_send_problem (Fake *self, HallError code, const char *detail);
void fake_send_issue (Fake *self, const char *where, HallIssueCode code);

/* @findings: (nullable) */
void
fake_problem (SoupServerMessage *message, HallError code, const char *detail, GPtrArray *findings);

/* "" if the body has no such text. */
const char *fake_get_text (Fake *self, const char *member);
const char *fake_get_header (Fake *self, const char *name);

/* Sets the ETag. TRUE, and 304, if the caller knows it. */
gboolean fake_is_known (Fake *self, const char *etag);
