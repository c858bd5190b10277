/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the handler is told when an order goes back, by SMS and in the program: the order's number,
 * the reasons, the next step. A reviewer may put the reasons into other words; number and next
 * step stand around them and cannot be edited, so that neither is ever missing. Always Chinese, as
 * the carriers have the template.
 */
#pragma once

#include "hall-reason.h"

/* Of the reasons: an SMS of five hundred characters has room for all of the letter. */
#define HALL_LETTER_MAX_CHARS 300

typedef struct
{
  char *before;
  char *text; /* the reasons: what may be edited */
  char *after;
} HallLetter;

/**
 * hall_letter_compose:
 * @returns: (element-type HallReturn): at least one
 * @text: (nullable): the reasons in the reviewer's words
 */
HallLetter *hall_letter_compose (const char *number,
                                 GPtrArray *returns,
                                 const HallCatalog *catalog,
                                 const char *text);
void hall_letter_free (HallLetter *self);

/* Returns: (transfer full): all of it, as it is read */
char *hall_letter_format (const HallLetter *self);

/* Whether @text can stand in a letter: something, in one line, not too long. */
gboolean hall_letter_is_text_good (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallLetter, hall_letter_free)
