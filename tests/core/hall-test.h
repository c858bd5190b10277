/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of core and wire share: the day they are judged on, the shipped
 * catalogue, files in tests/data, golden printouts and random texts.
 */
#pragma once

#include "hall-application.h"

/* Sunday, 22 November 2026: all tests are judged on this day. */
void hall_test_today (GDate *today);

/* A context of that day, as for a value on its own. */
void hall_test_context (HallCheckContext *context);

/* A file of the shipped data ("catalog/…"). Returns: (transfer full) */
char *hall_test_shipped_path (const char *name);

/* A file of tests/data. Returns: (transfer full) */
char *hall_test_path (const char *name);
char *hall_test_read (const char *name);

/* The project every test uses; loaded once, (transfer none). */
const HallCatalog *hall_test_catalog (void);

/* An application of @certificate_type in which nothing is wrong. Returns: (transfer full) */
HallApplication *hall_test_application (const char *certificate_type);

/**
 * hall_test_assert_golden:
 *
 * Compares @text with tests/data/@name line by line. With HALL_UPDATE_GOLDEN=1 in the
 * environment it writes the file instead; the change is then seen in the diff.
 */
void hall_test_assert_golden (const char *name, const char *text);

/**
 * hall_test_random_text:
 *
 * Returns: (transfer full): up to 40 characters, made of pieces that checks care about
 *   (digits, letters, blanks, Han, dots, marks, brackets) and now and then of bytes that are no
 * UTF-8
 */
char *hall_test_random_text (GRand *random);
