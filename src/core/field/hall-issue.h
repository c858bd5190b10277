/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check found: one row of the issue list with its words filled in later,
 * so that a finding can be kept and shown in either language.
 */
#pragma once

#include "hall-lang.h"

/* How much a finding matters. Ordered: the worst of several is the largest. */
typedef enum
{
  HALL_GOOD,
  HALL_HINT,     /* worth knowing, nothing to do */
  HALL_DOUBTFUL, /* goes on when the handler confirms it; the reviewer sees it flagged */
  HALL_WRONG,    /* must be mended first */
  HALL_N_VERDICTS
} HallVerdict;

#define ISSUE(id, ...) HALL_ISSUE_##id,
typedef enum
{
  HALL_ISSUE_NONE,
#include "hall-issue-list.h"
  HALL_N_ISSUES
} HallIssueCode;
#undef ISSUE

#define HALL_ISSUE_MAX_ARGS 3

typedef struct
{
  HallIssueCode code;
  char *args[HALL_ISSUE_MAX_ARGS]; /* owned; what stands for %1, %2, %3, or NULL */
} HallIssue;

#define HALL_ISSUE_INIT \
  {                     \
    HALL_ISSUE_NONE,    \
    {                   \
      NULL, NULL, NULL  \
    }                   \
  }

/**
 * hall_issue_set:
 * @issue: (nullable): filled in; what it held is freed
 *
 * Returns: the severity of @code, so that a check can end with `return hall_issue_set (…)`
 */
HallVerdict
hall_issue_set (HallIssue *issue, HallIssueCode code, const char *arg1, const char *arg2);

/**
 * hall_issue_set_label:
 * @label: what stands for %1 in Chinese and for %2 in English
 * @arg3: (nullable): what stands for %3 in both
 *
 * For issues that name a field: the sentence takes the name in its own language.
 */
HallVerdict hall_issue_set_label (HallIssue *issue,
                                  HallIssueCode code,
                                  const HallLabel *label,
                                  const char *arg3);

/* The same with numbers in place of the words; a negative number leaves its place empty. */
HallVerdict hall_issue_set_numbers (HallIssue *issue, HallIssueCode code, gint64 arg1, gint64 arg2);

void hall_issue_clear (HallIssue *issue);
void hall_issue_copy (HallIssue *to, const HallIssue *from);

/* The stable code, such as "uscc-check-digit"; NULL for HALL_ISSUE_NONE. */
const char *hall_issue_code_get_name (HallIssueCode code);

/* HALL_ISSUE_NONE if there is no such code. */
HallIssueCode hall_issue_code_from_name (const char *name);

HallVerdict hall_issue_code_get_severity (HallIssueCode code);

/* "error", "warning", "hint" or "good". */
const char *hall_verdict_get_name (HallVerdict verdict);
HallVerdict hall_verdict_from_name (const char *name);

/**
 * hall_issue_format:
 *
 * Returns: (transfer full): one or two sentences: what is wrong and how to mend it
 */
char *hall_issue_format (const HallIssue *issue, HallLang lang);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HallIssue, hall_issue_clear)
