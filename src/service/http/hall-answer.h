/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the service answers, free of HTTP but for the status. Owned by one thread at a time.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-problem.h"

typedef struct
{
  guint status;
  const char *media_type; /* static text; NULL without a body */
  GBytes *body;           /* (nullable) */
  char *etag;             /* (nullable): without quotes */
  char *location;         /* (nullable) */
  char *allow;            /* (nullable): the methods of the path, with 405 */
  guint retry_after_s;    /* 0: not said */
  gboolean is_page;       /* a page for a browser: sent with a strict content policy */
  gboolean cacheable;     /* else Cache-Control: no-store */
  gboolean keep;          /* what was written stays although this is a refusal */
  GPtrArray *topics;      /* (element-type utf8): who waits for one of these is woken */
  GPtrArray *wait_for;    /* (element-type utf8): with 304: what a waiting client waits for */
} HallAnswer;

HallAnswer *hall_answer_new (guint status);
void hall_answer_free (HallAnswer *self);

/* @root: (transfer full) */
HallAnswer *hall_answer_new_json (guint status, JsonNode *root);

/* @media_type: static; @body: (transfer full) */
HallAnswer *hall_answer_new_bytes (guint status, const char *media_type, GBytes *body);

/* @findings: (nullable): what is wrong with which field */
HallAnswer *
hall_answer_new_problem (HallError code, const char *detail, GPtrArray *findings, HallLang lang);

/* The same for a status of HTTP itself (400, 405, 411, 415, 428): type about:blank. */
HallAnswer *hall_answer_new_http_problem (guint status, const char *detail);

/**
 * hall_answer_new_error:
 *
 * The only place where a GError becomes a status. The words of our own failures stay in the log.
 */
HallAnswer *hall_answer_new_error (const GError *error, HallLang lang);

HallAnswer *hall_answer_new_too_many (guint retry_after_s, HallLang lang);

void hall_answer_set_etag (HallAnswer *self, gint64 version);

/* After the answer is certain, everybody who waits for @topic looks again. */
void hall_answer_wake (HallAnswer *self, const char *topic);
void hall_answer_wait_for (HallAnswer *self, const char *topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallAnswer, hall_answer_free)
