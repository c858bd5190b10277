/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-calendar-editor.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-badge.h"
#include "hall-ui.h"

struct _HallCalendarEditor
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkEntry *source;
  GtkTextView *holidays;
  GtkTextView *workdays;
  GtkLabel *verdict;

  int year;
  gboolean filling;
  gboolean good;
};

G_DEFINE_FINAL_TYPE (HallCalendarEditor, hall_calendar_editor, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The lines that are not empty. */
static char **
get_lines (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (kept, lines[i]);
  return g_strv_builder_end (kept);
}

HallCalendarYear *
hall_calendar_editor_get (HallCalendarEditor *self)
{
  HallCalendarYear *year = g_new0 (HallCalendarYear, 1);

  year->year = self->year;
  year->source = g_strdup (gtk_entry_get_text (self->source));
  year->holidays = get_lines (self->holidays);
  year->workdays = get_lines (self->workdays);
  return year;
}

/* How many Mondays to Fridays are free, and how many days are worked in all. */
static char *
describe (HallCalendar *calendar, int year)
{
  GDate first, last;
  int days;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, 31, G_DATE_DECEMBER, (GDateYear) (year - 1));
  g_date_set_dmy (&last, 31, G_DATE_DECEMBER, (GDateYear) year);
  days = hall_calendar_count_workdays (calendar, &first, &last);
  /* Translators: the first %d is a year, the second a number of days */
  return g_strdup_printf (_ ("%d has %d working days then."), year, days);
}

static void
judge (HallCalendarEditor *self)
{
  g_autoptr (HallCalendarYear) year = hall_calendar_editor_get (self);
  g_autoptr (HallCalendar) calendar = hall_calendar_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  self->good = hall_calendar_set_year (calendar, year, hall_app_lang (), &error);
  if (!self->good)
    words = g_strdup (error->message);
  else if (*year->source == '\0')
    words = g_strdup (_ ("Say by which notice these days are set."));
  else
    words = describe (calendar, self->year);
  hall_badge_paint (GTK_WIDGET (self->verdict),
                    hall_badge_for_verdict (self->good ? HALL_GOOD : HALL_WRONG));
  self->good = self->good && *year->source != '\0';
  gtk_label_set_text (self->verdict, words);
}

static void
on_changed_cb (HallCalendarEditor *self)
{
  if (self->filling)
    return;
  judge (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hall_calendar_editor_class_init (HallCalendarEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_CALENDAR_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-calendar-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HallCalendarEditor, title);
  gtk_widget_class_bind_template_child (widget_class, HallCalendarEditor, source);
  gtk_widget_class_bind_template_child (widget_class, HallCalendarEditor, holidays);
  gtk_widget_class_bind_template_child (widget_class, HallCalendarEditor, workdays);
  gtk_widget_class_bind_template_child (widget_class, HallCalendarEditor, verdict);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
hall_calendar_editor_init (HallCalendarEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->verdict);
  hall_ui_set_accessible_name (GTK_WIDGET (self->holidays), _ ("Days off"));
  hall_ui_set_accessible_name (GTK_WIDGET (self->workdays), _ ("Worked weekends"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->holidays), "changed",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->workdays), "changed",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hall_calendar_editor_new (void)
{
  return g_object_new (HALL_TYPE_CALENDAR_EDITOR, NULL);
}

void
hall_calendar_editor_show (HallCalendarEditor *self, const HallCalendarYear *year)
{
  g_autofree char *title = g_strdup_printf ("%d", year->year);
  g_autofree char *holidays = g_strjoinv ("\n", year->holidays);
  g_autofree char *workdays = g_strjoinv ("\n", year->workdays);

  g_return_if_fail (HALL_IS_CALENDAR_EDITOR (self));

  self->filling = TRUE;
  self->year = year->year;
  gtk_label_set_text (self->title, title);
  gtk_entry_set_text (self->source, year->source);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->holidays), holidays, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->workdays), workdays, -1);
  self->filling = FALSE;
  judge (self);
}

gboolean
hall_calendar_editor_is_good (HallCalendarEditor *self)
{
  return self->good;
}
