/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-letter.h"

#define MORE_CHARS 24 /* room for the sentence that says how many there are */

/* As many reasons as there is room for, each whole; and how many there are. */
static char *
list_reasons (GPtrArray *returns)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < returns->len; i++)
    {
      g_autofree char *reason =
          hall_return_format (g_ptr_array_index (returns, i), HALL_LANG_ZH_CN);
      g_autofree char *line =
          returns->len > 1 ? g_strdup_printf ("%u.%s", i + 1, reason) : g_strdup (reason);

      g_strdelimit (line, "\n\r\t", ' ');
      if (g_utf8_strlen (text->str, -1) + g_utf8_strlen (line, -1)
          > HALL_LETTER_MAX_CHARS - MORE_CHARS)
        {
          g_string_append_printf (text, "共 %u 项，详见“我的业务单”。", returns->len);
          break;
        }
      g_string_append (text, line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

HallLetter *
hall_letter_compose (const char *number,
                     GPtrArray *returns,
                     const HallCatalog *catalog,
                     const char *text)
{
  HallLetter *self = g_new0 (HallLetter, 1);
  const HallReturn *first = g_ptr_array_index (returns, 0);
  const char *step = returns->len == 1
                         ? hall_reason_get_next_step (catalog, first->place, HALL_LANG_ZH_CN)
                         : "请登录营业厅，在“我的业务单”中逐项修改后重新提交。";

  self->before = g_strdup_printf ("业务单 %s 未通过。原因：", number);
  self->text = text != NULL ? g_strdup (text) : list_reasons (returns);
  self->after = g_strdup_printf (" 办理：%s", step);
  return self;
}

void
hall_letter_free (HallLetter *self)
{
  g_free (self->before);
  g_free (self->text);
  g_free (self->after);
  g_free (self);
}

char *
hall_letter_format (const HallLetter *self)
{
  return g_strconcat (self->before, self->text, self->after, NULL);
}

gboolean
hall_letter_is_text_good (const char *text)
{
  gboolean any = FALSE;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > HALL_LETTER_MAX_CHARS)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_iscntrl (character))
        return FALSE;
      any = any || !g_unichar_isspace (character);
    }
  return any;
}
