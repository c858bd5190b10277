/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a client asked, free of HTTP. Owned by one thread at a time.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-lang.h"

typedef struct
{
  char **args;           /* of the path's {names}, in their order */
  GHashTable *query;     /* name -> value */
  char *token;           /* (nullable): of Authorization: Bearer */
  char *if_match;        /* (nullable): without quotes */
  char *if_none_match;   /* (nullable): without quotes */
  char *idempotency_key; /* (nullable) */
  guint wait_s;          /* of Prefer: wait=, 0 to HALL_MAX_WAIT_S */
  HallLang lang;
  char *media_type; /* of the body, without parameters; "" if there is none */
  char *file_name;  /* (nullable): of Content-Disposition */
  char *agent;      /* the client's build, for consent records; "" if not said */
  char *address;    /* of the client */
  GBytes *body;     /* (nullable) */
  JsonNode *json;   /* (nullable): the body, once parsed */
} HallRequest;

HallRequest *hall_request_new (void);
void hall_request_free (HallRequest *self);

/* The @n-th text of the path. */
const char *hall_request_get_arg (const HallRequest *self, guint n);

/* (nullable) */
const char *hall_request_get_query (const HallRequest *self, const char *name);

/**
 * hall_request_parse_prefer:
 *
 * Returns: the seconds of "wait=N" (RFC 7240) in a Prefer header, at most @max_s; 0 if there is
 * none
 */
guint hall_request_parse_prefer (const char *header, guint max_s);

/**
 * hall_request_parse_disposition:
 *
 * Returns: (transfer full) (nullable): the file name of a Content-Disposition header
 *   (RFC 6266, filename* preferred), without folders and control characters
 */
char *hall_request_parse_disposition (const char *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallRequest, hall_request_free)
