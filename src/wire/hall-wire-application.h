/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interchange format of an application:
 * {"project", "certificate_type", "fields": {id: text}, "confirmed": [id]}
 */
#pragma once

#include "hall-application.h"
#include "hall-json.h"

void hall_wire_add_application (JsonBuilder *builder, const HallApplication *application);

/* Reads the object @json is in; NULL (and an error in @json) if it is none. Values are not tidied.
 */
HallApplication *hall_wire_read_application (HallJson *json);

/* The same from a text; @file names it in errors. */
HallApplication *
hall_wire_parse_application (const char *file, const char *text, gssize length, GError **error);

/* Returns: (transfer full): indented JSON */
char *hall_wire_print_application (const HallApplication *application);
