/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-issue.h"

typedef struct
{
  const char *name;
  HallVerdict severity;
  HallStaticLabel label;
} IssueRow;

#define ISSUE(id, severity_, name_, en, zh) \
  [HALL_ISSUE_##id] = { .name = name_, .severity = HALL_##severity_, .label = HALL_TEXTS (en, zh) },
static const IssueRow rows[HALL_N_ISSUES] = {
#include "hall-issue-list.h"
};
#undef ISSUE

static const char *const verdict_names[HALL_N_VERDICTS] = {
  [HALL_GOOD] = "good",
  [HALL_HINT] = "hint",
  [HALL_DOUBTFUL] = "warning",
  [HALL_WRONG] = "error",
};

static HallVerdict
set_args (
    HallIssue *issue, HallIssueCode code, const char *arg1, const char *arg2, const char *arg3)
{
  g_return_val_if_fail (code < HALL_N_ISSUES, HALL_WRONG);

  if (issue != NULL)
    {
      hall_issue_clear (issue);
      issue->code = code;
      issue->args[0] = g_strdup (arg1);
      issue->args[1] = g_strdup (arg2);
      issue->args[2] = g_strdup (arg3);
    }
  return rows[code].severity;
}

HallVerdict
hall_issue_set (HallIssue *issue, HallIssueCode code, const char *arg1, const char *arg2)
{
  return set_args (issue, code, arg1, arg2, NULL);
}

HallVerdict
hall_issue_set_label (HallIssue *issue,
                      HallIssueCode code,
                      const HallLabel *label,
                      const char *arg3)
{
  return set_args (issue, code, hall_label_get (label, HALL_LANG_ZH_CN),
                   hall_label_get (label, HALL_LANG_EN), arg3);
}

HallVerdict
hall_issue_set_numbers (HallIssue *issue, HallIssueCode code, gint64 arg1, gint64 arg2)
{
  g_autofree char *first = arg1 < 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, arg1);
  g_autofree char *second = arg2 < 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, arg2);

  return hall_issue_set (issue, code, first, second);
}

void
hall_issue_clear (HallIssue *issue)
{
  issue->code = HALL_ISSUE_NONE;
  for (guint i = 0; i < HALL_ISSUE_MAX_ARGS; i++)
    g_clear_pointer (&issue->args[i], g_free);
}

void
hall_issue_copy (HallIssue *to, const HallIssue *from)
{
  set_args (to, from->code, from->args[0], from->args[1], from->args[2]);
}

const char *
hall_issue_code_get_name (HallIssueCode code)
{
  g_return_val_if_fail (code < HALL_N_ISSUES, NULL);
  return rows[code].name;
}

HallIssueCode
hall_issue_code_from_name (const char *name)
{
  for (guint code = HALL_ISSUE_NONE + 1; code < HALL_N_ISSUES; code++)
    if (g_strcmp0 (rows[code].name, name) == 0)
      return code;
  return HALL_ISSUE_NONE;
}

HallVerdict
hall_issue_code_get_severity (HallIssueCode code)
{
  g_return_val_if_fail (code < HALL_N_ISSUES, HALL_WRONG);
  return rows[code].severity;
}

const char *
hall_verdict_get_name (HallVerdict verdict)
{
  g_return_val_if_fail (verdict < HALL_N_VERDICTS, NULL);
  return verdict_names[verdict];
}

HallVerdict
hall_verdict_from_name (const char *name)
{
  for (guint verdict = 0; verdict < HALL_N_VERDICTS; verdict++)
    if (g_strcmp0 (verdict_names[verdict], name) == 0)
      return verdict;
  return HALL_WRONG;
}

char *
hall_issue_format (const HallIssue *issue, HallLang lang)
{
  const char *text = rows[issue->code].label.text[lang];
  GString *out = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] >= '1' && p[1] < '1' + HALL_ISSUE_MAX_ARGS)
        {
          const char *arg = issue->args[p[1] - '1'];

          g_string_append (out, arg != NULL ? arg : "");
          p++;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}
