/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checks of single values. Each takes tidy text (hall-tidy.h) and what the
 * check may depend on, and answers with a verdict and the issue behind it.
 * Pure functions: the day is an argument, nothing is looked up.
 */
#pragma once

#include "hall-issue.h"

typedef struct
{
  GDate today;     /* by the hall's calendar, Asia/Shanghai */
  guint min_chars; /* code points; 0 means the kind's own bound */
  guint max_chars;
  guint min_age; /* years, for identity numbers; 0 means no bound */
  guint max_age;
  gboolean not_past;           /* a date before today is refused */
  gboolean allow_fixture_area; /* identity numbers of the non-existent area 99: tests only */
  const char *const *choices;  /* (nullable): NULL-terminated ids or names */
} HallCheckContext;

/**
 * HallCheck:
 * @value: tidy text, not empty
 * @issue: (out caller-allocates): what was found, untouched when the value is good
 */
typedef HallVerdict (*HallCheck) (const char *value,
                                  const HallCheckContext *context,
                                  HallIssue *issue);

/* For a value on its own, without a catalogue's field around it: age from 18, no other bounds
 * than the kind's. */
void hall_check_context_init (HallCheckContext *context, const GDate *today);
