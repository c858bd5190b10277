/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader reads of a page canvas.
 */
#include "hall-page-accessible.h"

#include <string.h>

#include "hall-page-canvas.h"

struct _HallPageAccessible
{
  GtkWidgetAccessible parent_instance;

  int caret;
};

static void text_init (AtkTextIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallPageAccessible,
                               hall_page_accessible,
                               GTK_TYPE_WIDGET_ACCESSIBLE,
                               G_IMPLEMENT_INTERFACE (ATK_TYPE_TEXT, text_init))

static const char *
get_all (AtkText *text)
{
  GtkWidget *canvas = gtk_accessible_get_widget (GTK_ACCESSIBLE (text));

  return canvas != NULL ? hall_page_canvas_get_text (HALL_PAGE_CANVAS (canvas)) : "";
}

static int
get_character_count (AtkText *text)
{
  return (int) g_utf8_strlen (get_all (text), -1);
}

static char *
get_text (AtkText *text, int from, int to)
{
  int count = get_character_count (text);

  to = to < 0 ? count : MIN (to, count);
  return g_utf8_substring (get_all (text), CLAMP (from, 0, to), to);
}

static gunichar
get_character_at_offset (AtkText *text, int offset)
{
  if (offset < 0 || offset >= get_character_count (text))
    return 0;
  return g_utf8_get_char (g_utf8_offset_to_pointer (get_all (text), offset));
}

static gboolean
ends_at (gunichar character, AtkTextGranularity granularity)
{
  switch (granularity)
    {
    case ATK_TEXT_GRANULARITY_CHAR:
      return TRUE;
    case ATK_TEXT_GRANULARITY_WORD:
      return g_unichar_isspace (character);
    default:
      return character == '\n';
    }
}

static char *
get_string_at_offset (
    AtkText *text, int offset, AtkTextGranularity granularity, int *start, int *end)
{
  int count = get_character_count (text);

  *start = *end = CLAMP (offset, 0, count);
  while (granularity != ATK_TEXT_GRANULARITY_CHAR && *start > 0
         && !ends_at (get_character_at_offset (text, *start - 1), granularity))
    (*start)--;
  while (*end < count && !ends_at (get_character_at_offset (text, (*end)++), granularity))
    ;
  return get_text (text, *start, *end);
}

static int
get_caret_offset (AtkText *text)
{
  return MIN (HALL_PAGE_ACCESSIBLE (text)->caret, get_character_count (text));
}

static gboolean
set_caret_offset (AtkText *text, int offset)
{
  if (offset < 0 || offset > get_character_count (text))
    return FALSE;
  HALL_PAGE_ACCESSIBLE (text)->caret = offset;
  g_signal_emit_by_name (text, "text-caret-moved", offset);
  return TRUE;
}

static void
text_init (AtkTextIface *iface)
{
  iface->get_character_count = get_character_count;
  iface->get_text = get_text;
  iface->get_character_at_offset = get_character_at_offset;
  iface->get_string_at_offset = get_string_at_offset;
  iface->get_caret_offset = get_caret_offset;
  iface->set_caret_offset = set_caret_offset;
}

static void
hall_page_accessible_class_init (HallPageAccessibleClass *klass)
{
}

static void
hall_page_accessible_init (HallPageAccessible *self)
{
}

void
hall_page_accessible_tell (GtkWidget *canvas)
{
  AtkObject *accessible = gtk_widget_get_accessible (canvas);

  HALL_PAGE_ACCESSIBLE (accessible)->caret = 0;
  g_signal_emit_by_name (accessible, "text-changed::insert", 0,
                         get_character_count (ATK_TEXT (accessible)));
}
