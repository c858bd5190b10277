/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A route is a row: method, path, who may call it, how large its body may be,
 * and a plain function from request to answer that knows no HTTP.
 */
#pragma once

#include "hall-answer.h"
#include "hall-path.h"
#include "hall-request.h"

/* What a handler works with; defined by the service, opaque here. */
typedef struct _HallContext HallContext;

/**
 * HallPrepare:
 *
 * The slow part of a changing request (hashing a password, inspecting a file), run on a
 * worker thread before the writer is asked. Leaves its result in the context.
 *
 * Returns: (transfer full) (nullable): a refusal; NULL without @error to go on
 */
typedef HallAnswer *(*HallPrepare) (HallContext *context,
                                    const HallRequest *request,
                                    GError **error);

/**
 * HallHandler:
 *
 * Returns: (transfer full): the answer; or NULL with @error, which becomes a problem document
 *   and takes back whatever the handler has written
 */
typedef HallAnswer *(*HallHandler) (HallContext *context,
                                    const HallRequest *request,
                                    GError **error);

typedef enum
{
  HALL_BODY_NONE,
  HALL_BODY_JSON,
  HALL_BODY_FILE
} HallBody;

typedef enum
{
  HALL_ROUTE_PLAIN = 0,
  HALL_ROUTE_WRITES = 1 << 0,      /* runs on the writer's thread in a transaction */
  HALL_ROUTE_IDEMPOTENT = 1 << 1,  /* takes Idempotency-Key */
  HALL_ROUTE_NEEDS_MATCH = 1 << 2, /* refuses to run without If-Match */
  HALL_ROUTE_GUARDED = 1 << 3,     /* counts against the caller's address */
  HALL_ROUTE_PRACTICE = 1 << 4     /* exists on a practice hall only */
} HallRouteFlags;

typedef struct
{
  const char *method; /* "GET", "POST", "PUT", "DELETE" */
  HallPath path;
  guint actors; /* HALL_ACTOR_BIT of who may call it; 0: anybody, signed in or not */
  HallBody body;
  gsize max_bytes; /* of the body */
  HallRouteFlags flags;
  HallHandler handler;
  HallPrepare prepare; /* (nullable) */
} HallRoute;

/**
 * hall_routes_find:
 * @tables: NULL-terminated; each table ends with a route without a method
 * @method_known: (out): whether the path has routes at all, with another method
 * @args: (out) (transfer full): what stands for the {names} of the path
 *
 * Returns: (nullable)
 */
const HallRoute *hall_routes_find (const HallRoute *const *tables,
                                   const char *method,
                                   const char *path,
                                   gboolean *method_known,
                                   char ***args);

/* The methods that @path has routes for, as an Allow header names them: "GET, HEAD, POST". */
char *hall_routes_list_methods (const HallRoute *const *tables, const char *path);
