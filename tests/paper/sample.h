/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: the shipped catalogue and the sample applications of tests/data.
 */
#pragma once

#include "hall-application.h"
#include "hall-sheet-info.h"

#define SAMPLE_ORDER    "20261122000017"
#define SAMPLE_REVISION 2
#define SAMPLE_TIME_S   G_GINT64_CONSTANT (1795334400) /* 2026-11-22 16:00 in China */

HallCatalog *sample_catalog (void);

/* tests/data/applications/NAME.json, tidied, defaults filled in. */
HallApplication *sample_application (const HallCatalog *catalog, const char *name);

/* A sample order printed from an application whose hash is @sha256. */
HallSheetInfo sample_info (const char *sha256);

/* "深圳市测试测试…" of @n characters, ending in @end. Returns: (transfer full) */
char *sample_long_text (const char *start, const char *middle, const char *end, guint n);
