/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings and times on the wire.
 */
#pragma once

#include "hall-application.h"
#include "hall-json.h"
#include "hall-place.h"

/* Adds a list of {"field", "code", "severity", "detail", "args", "confirmed", "place"}. */
void hall_wire_add_findings (JsonBuilder *builder, GPtrArray *findings, HallLang lang);

/* Reads such a list; a code of a newer hall keeps its words as HALL_ISSUE_MESSAGE. A missing member
 * is an empty list. */
GPtrArray *hall_wire_read_findings (HallJson *json, const char *member);

/* Seconds since 1970 UTC as RFC 3339 ("2026-11-22T08:00:00Z"); adds nothing for 0. */
void hall_wire_add_time (JsonBuilder *builder, const char *member, gint64 time_s);

/* 0 if the member is missing. */
gint64 hall_wire_read_time (HallJson *json, const char *member);

/* A box on a page, its parts in whole ten-thousandths of the page; nothing for page 0. Reading
 * leaves @place as it is if the member is missing. */
void hall_wire_add_place (JsonBuilder *builder, const char *member, const HallPlace *place);
void hall_wire_read_place (HallJson *json, const char *member, HallPlace *place);

/* Adds a member, or nothing if @text is NULL. */
void hall_wire_add_text (JsonBuilder *builder, const char *member, const char *text);
void hall_wire_add_int (JsonBuilder *builder, const char *member, gint64 number);
void hall_wire_add_bool (JsonBuilder *builder, const char *member, gboolean value);

/* Returns: (transfer full): compact JSON text */
char *hall_wire_to_text (JsonNode *root);
