/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-kind.h"

#include "hall-check-code.h"
#include "hall-check-text.h"
#include "hall-mask.h"
#include "hall-tidy.h"

#define KIND(id, name_, tidy_, check_, mask_, input_, ...) \
  [HALL_KIND_##id] = { .name = name_,                      \
                       .tidy = tidy_,                      \
                       .check = check_,                    \
                       .mask = mask_,                      \
                       .input = HALL_INPUT_##input_,       \
                       __VA_ARGS__ },
static const HallKind kinds[HALL_N_KINDS] = {
#include "hall-kind-list.h"
};
#undef KIND

const HallKind *
hall_kind_get (HallKindId id)
{
  g_return_val_if_fail (id < HALL_N_KINDS, NULL);
  return &kinds[id];
}

const HallKind *
hall_kind_find (const char *name)
{
  for (guint id = 0; id < HALL_N_KINDS; id++)
    if (g_strcmp0 (kinds[id].name, name) == 0)
      return &kinds[id];
  return NULL;
}

HallVerdict
hall_kind_check (const HallKind *kind,
                 const char *value,
                 const HallCheckContext *context,
                 char **tidy,
                 HallIssue *issue)
{
  g_autofree char *tidied = kind->tidy (value);
  HallCheckContext bounded = *context;
  HallVerdict verdict = HALL_GOOD;

  bounded.min_chars = MAX (bounded.min_chars, kind->min_chars);
  if (bounded.max_chars == 0)
    bounded.max_chars = kind->max_chars;
  if (*tidied != '\0')
    verdict = kind->check (tidied, &bounded, issue);
  if (verdict == HALL_GOOD && *tidied != '\0' && kind->hint != NULL)
    verdict = kind->hint (tidied, &bounded, issue);
  if (tidy != NULL)
    *tidy = g_steal_pointer (&tidied);
  return verdict;
}

char *
hall_kind_format (const HallKind *kind, const char *value)
{
  GString *out = g_string_new (NULL);
  const char *group = kind->group;
  gint64 left = 0;

  if (group == NULL || !g_str_is_ascii (value))
    return g_string_free (g_string_append (out, value), FALSE);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (left == 0)
        {
          char *end = NULL;

          left = g_ascii_strtoll (group, &end, 10);
          if (left == 0)
            left = G_MAXINT;
          group = end;
          if (p != value)
            g_string_append_c (out, ' ');
        }
      g_string_append_c (out, *p);
      left--;
    }
  return g_string_free (out, FALSE);
}
