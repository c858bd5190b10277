/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-rule-list.h"

#define NUMBER_MM 6.0 /* from a rule's number to its text */
#define GAP_MM    1.0 /* between two rules */

static const HallTextStyle title_style = { .size_pt = 10.5, .bold = TRUE };
static const HallTextStyle rule_style = { .size_pt = 9.5, .line_factor = 0.95 };

double
hall_rule_list_draw (HallPaper *paper,
                     const char *title,
                     const char *const *rules,
                     const HallBox *box)
{
  double y = box->y + hall_paper_draw_text (paper, &title_style, title, box) + GAP_MM;

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      HallBox number_box = { box->x, y, NUMBER_MM, 0 };
      HallBox text_box = { box->x + NUMBER_MM, y, box->width - NUMBER_MM, 0 };

      hall_paper_draw_text (paper, &rule_style, number, &number_box);
      y += hall_paper_draw_text (paper, &rule_style, rules[i], &text_box) + GAP_MM;
    }
  return y;
}
