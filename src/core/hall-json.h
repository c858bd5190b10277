/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading JSON strictly, and writing it canonically.
 *
 * A HallJson walks a document and knows where it is: every error names the file,
 * the JSON path and the reason. After the first error all reads answer NULL or 0
 * and change nothing, so a reader can be written without a check at each step.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-lang.h"

typedef struct _HallJson HallJson;

/**
 * hall_json_new:
 * @file: what to call the document in errors
 * @root: (transfer none): must outlive the reader
 */
HallJson *hall_json_new (const char *file, JsonNode *root);
void hall_json_free (HallJson *self);

/* In which language it says what is wrong; English without this. */
void hall_json_set_lang (HallJson *self, HallLang lang);

/* Moves the first error, if there was one, to @error and returns FALSE. */
gboolean hall_json_finish (HallJson *self, GError **error);
gboolean hall_json_failed (HallJson *self);

/* Records an error at the current place ("$.sections[2]"), or at @member of it. */
void hall_json_fail (HallJson *self, const char *member, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Whether the object the reader is in has the member. */
gboolean hall_json_has (HallJson *self, const char *member);

/* An object whose members are all named in @members (NULL-terminated), or an error. */
void hall_json_expect (HallJson *self, const char *const *members);

/**
 * hall_json_enter:
 *
 * Goes into an object or array member; each call that returns TRUE is paired with
 * hall_json_leave().
 */
gboolean hall_json_enter (HallJson *self, const char *member);
gboolean hall_json_enter_element (HallJson *self, guint index);
void hall_json_leave (HallJson *self);

/* Elements of the array the reader is in; 0 with an error if it is not in one. */
guint hall_json_count (HallJson *self);

/* The members of the object the reader is in. Returns: (transfer container) */
GList *hall_json_members (HallJson *self);

/* A member that must be there, and of that type. Strings: (transfer none), not empty. */
const char *hall_json_string (HallJson *self, const char *member);
gint64 hall_json_int (HallJson *self, const char *member, gint64 min, gint64 max);
gboolean hall_json_bool (HallJson *self, const char *member);

/* A member that may be missing. */
const char *hall_json_optional_string (HallJson *self, const char *member);
gint64
hall_json_optional_int (HallJson *self, const char *member, gint64 min, gint64 max, gint64 missing);
gboolean hall_json_optional_bool (HallJson *self, const char *member, gboolean missing);

/* An element of the array the reader is in. Strings: (transfer none) */
const char *hall_json_element_string (HallJson *self, guint index);

/* A (transfer full) NULL-terminated array of the strings of an array member; empty if missing. */
char **hall_json_optional_strings (HallJson *self, const char *member);

/**
 * hall_json_canonical:
 *
 * Returns: (transfer full): @node with sorted members, no blanks and shortest
 *   escapes, so that equal data gives equal bytes. Source: RFC 8785; only fractions,
 *   which hall data does not use, are written in C's way.
 */
char *hall_json_canonical (JsonNode *node);

/* Parses @text, strictly (hall-json-scan.h); NULL and HALL_ERROR_INVALID naming @file, line and
 * reason if it is no JSON. */
JsonNode *hall_json_parse (const char *file, const char *text, gssize length, GError **error);
/* The same, with the reason in @lang. */
JsonNode *hall_json_parse_in (
    const char *file, const char *text, gssize length, HallLang lang, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallJson, hall_json_free)
