/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors on the wire: RFC 9457 problem details, with the form errors beside them.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-application.h"
#include "hall-error.h"

#define HALL_PROBLEM_MEDIA_TYPE "application/problem+json"

/* The HTTP status of an error. */
guint hall_error_get_status (HallError code);

/* The error of an HTTP status that came without a problem document, from whoever sent it. */
HallError hall_error_from_status (guint status);

/**
 * hall_problem_to_json:
 * @detail: a sentence for the user, in their language
 * @findings: (nullable) (element-type HallFinding): which fields are wrong
 *
 * Returns: (transfer full): {"type", "title", "status", "detail", "errors": […]}
 */
JsonNode *
hall_problem_to_json (HallError code, const char *detail, GPtrArray *findings, HallLang lang);

/**
 * hall_problem_from_json:
 * @root: (nullable): the body, if it was JSON
 * @findings: (out) (optional) (transfer full): the form errors, empty if there are none
 *
 * Returns: (transfer full): the error that a call failed with
 */
GError *hall_problem_from_json (guint status, JsonNode *root, GPtrArray **findings);
