/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer decides, on the wire: reasons, judgements, the letter.
 */
#pragma once

#include "hall-json.h"
#include "hall-judgement.h"
#include "hall-letter.h"

/* Adds and reads the reasons of a return: [{"code", "place", "text", "mark"}]. */
void hall_wire_add_returns (JsonBuilder *builder, GPtrArray *returns, HallLang lang);
GPtrArray *hall_wire_read_returns (HallJson *json, const char *member);

/* Adds and reads [{"place", "verdict": "accepted" or "returned", "returns"}]. A returned place has
 * at least one reason, and all are of that place. */
void hall_wire_add_judgements (JsonBuilder *builder, GPtrArray *judgements, HallLang lang);
GPtrArray *hall_wire_read_judgements (HallJson *json, const char *member);

/* {"before", "text", "after"}, and what it may be: "max_chars". */
void hall_wire_add_letter (JsonBuilder *builder, const HallLetter *letter);
HallLetter *hall_wire_read_letter (HallJson *json);
