/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-field-words.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"

char *
hall_field_words_format (const HallApplication *application,
                         const HallField *field,
                         const char *value)
{
  const HallChoice *choice = hall_field_find_choice (field, value);

  if (choice != NULL)
    return g_strdup (hall_label_get (&choice->label, hall_app_lang ()));
  return hall_kind_format (hall_application_get_kind (application, field), value);
}

const HallFinding *
hall_field_words_find (const HallOrder *order, const char *field)
{
  for (guint i = 0; i < order->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (order->findings, i);

      if (g_strcmp0 (finding->where, field) == 0)
        return finding;
    }
  return NULL;
}

static void
add (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

static void
add_before (GString *text,
            const HallOrder *order,
            const HallField *field,
            const HallSecondLook *look)
{
  const char *before = look != NULL ? hall_second_look_find_before (look, field->id) : NULL;
  g_autofree char *value = NULL;
  g_autofree char *sentence = NULL;

  if (before == NULL)
    return;
  value = hall_field_words_format (order->application, field, before);
  /* Translators: of a changed value: what stood there when the order was returned */
  sentence = g_strdup_printf (_ ("Changed; before: %s"), *value != '\0' ? value : "—");
  add (text, sentence);
}

char *
hall_field_words_say (const HallOrder *order, const HallField *field, const HallSecondLook *look)
{
  const HallFinding *finding = hall_field_words_find (order, field->id);
  GString *text = g_string_new (NULL);

  if (finding != NULL)
    {
      g_autofree char *sentence = hall_issue_format (&finding->issue, hall_app_lang ());

      add (text, sentence);
    }
  if (finding != NULL && finding->confirmed)
    add (text, _ ("The handler has confirmed it."));
  add_before (text, order, field, look);
  return g_string_free (text, text->len == 0);
}
