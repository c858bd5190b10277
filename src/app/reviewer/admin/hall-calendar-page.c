/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-calendar-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-admin-table.h"
#include "hall-calendar-editor.h"
#include "hall-client-admin.h"
#include "hall-when.h"

#define TABLE_HEIGHT 150

struct _HallCalendarPage
{
  HallAdminPage parent_instance;

  HallAdminTable *table;
  HallCalendarEditor *editor;
  GtkWidget *save_button;
  GPtrArray *years; /* (nullable) (element-type HallCalendarRow) */
};

G_DEFINE_FINAL_TYPE (HallCalendarPage, hall_calendar_page, HALL_TYPE_ADMIN_PAGE)

static void
on_edited_cb (HallCalendarPage *self)
{
  gtk_widget_set_sensitive (self->save_button, hall_calendar_editor_is_good (self->editor));
}

static void
on_chosen_cb (HallCalendarPage *self)
{
  int row = hall_admin_table_get_chosen (self->table);
  const HallCalendarRow *chosen = row >= 0 ? g_ptr_array_index (self->years, (guint) row) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->editor), chosen != NULL);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  if (chosen != NULL)
    hall_calendar_editor_show (self->editor, chosen->year);
}

/* (transfer full): without the year, which stands beside them: "01-01, 02-15–02-23" */
static char *
join_days (char *const *days)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; days[i] != NULL; i++)
    {
      const char *to = strchr (days[i], '/');

      if (i > 0)
        g_string_append (out, _ (", "));
      g_string_append_len (out, days[i] + strlen ("2026-"), strlen ("01-01"));
      if (to != NULL)
        g_string_append_printf (out, "–%s", to + strlen ("/2026-"));
    }
  return g_string_free (out, FALSE);
}

static void
show_year (HallCalendarPage *self, const HallCalendarRow *row)
{
  g_autofree char *year = g_strdup_printf ("%d", row->year->year);
  g_autofree char *holidays = join_days (row->year->holidays);
  g_autofree char *workdays = join_days (row->year->workdays);
  g_autofree char *at = row->changed_s != 0 ? hall_when_format (row->changed_s) : g_strdup ("");
  const char *const cells[] = { year,
                                holidays,
                                workdays,
                                row->year->source,
                                row->changed_by != NULL ? row->changed_by : _ ("The program"),
                                at };

  hall_admin_table_add (self->table, cells);
}

static void
show (HallCalendarPage *self)
{
  hall_admin_table_begin (self->table);
  for (guint i = 0; i < self->years->len; i++)
    show_year (self, g_ptr_array_index (self->years, i));
  hall_admin_table_end (self->table);
  if (hall_admin_table_get_chosen (self->table) < 0 && self->years->len > 0)
    hall_admin_table_choose (self->table, (int) self->years->len - 1);
}

static gboolean
take_years (HallCalendarPage *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *years = hall_client_get_calendar_finish (HALL_CLIENT (source), result, &error);

  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return FALSE;
  g_clear_pointer (&self->years, g_ptr_array_unref);
  self->years = years;
  show (self);
  return TRUE;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCalendarPage) self = user_data;

  take_years (self, source, result);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCalendarPage) self = user_data;

  if (take_years (self, source, result))
    hall_admin_page_say (HALL_ADMIN_PAGE (self), HALL_GOOD,
                         _ ("Saved. Deadlines that begin from now on are counted by it; those "
                            "that run stay."));
}

static void
call (HallCalendarPage *self, const HallCalendarYear *year, GAsyncReadyCallback callback)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_client_get_calendar_async (hall_admin_page_get_client (page), year,
                                  hall_admin_page_get_cancellable (page), callback,
                                  g_object_ref (self));
}

static void
hall_calendar_page_load (HallAdminPage *page)
{
  call (HALL_CALENDAR_PAGE (page), NULL, on_loaded_cb);
}

static void
on_save_clicked_cb (HallCalendarPage *self)
{
  g_autoptr (HallCalendarYear) year = hall_calendar_editor_get (self->editor);

  call (self, year, on_saved_cb);
}

/* The year after the last one that is known, still without a day. */
static void
on_next_clicked_cb (HallCalendarPage *self)
{
  const HallCalendarRow *last = self->years != NULL && self->years->len > 0
                                    ? g_ptr_array_index (self->years, self->years->len - 1)
                                    : NULL;
  HallCalendarRow *row;

  if (last == NULL)
    return;
  row = g_new0 (HallCalendarRow, 1);
  row->year = g_new0 (HallCalendarYear, 1);
  row->year->year = last->year->year + 1;
  row->year->source = g_strdup ("");
  row->year->holidays = g_new0 (char *, 1);
  row->year->workdays = g_new0 (char *, 1);
  g_ptr_array_add (self->years, row);
  show_year (self, row);
  hall_admin_table_choose (self->table, (int) self->years->len - 1);
}

static void
hall_calendar_page_write (HallAdminPage *page, HallCsvWriter *csv)
{
  hall_admin_table_write (HALL_CALENDAR_PAGE (page)->table, csv);
}

static void
hall_calendar_page_finalize (GObject *object)
{
  g_clear_pointer (&HALL_CALENDAR_PAGE (object)->years, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_calendar_page_parent_class)->finalize (object);
}

static void
hall_calendar_page_class_init (HallCalendarPageClass *klass)
{
  HallAdminPageClass *page_class = HALL_ADMIN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_calendar_page_finalize;
  page_class->file_name = "calendar.csv";
  page_class->load = hall_calendar_page_load;
  page_class->write = hall_calendar_page_write;
}

static void
hall_calendar_page_init (HallCalendarPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  GtkContainer *content = GTK_CONTAINER (hall_admin_page_get_content (page));
  const char *const titles[] = { _ ("Year"),
                                 _ ("Days off"),
                                 _ ("Worked weekends"),
                                 _ ("By which notice"),
                                 _ ("Set by"),
                                 _ ("Time"),
                                 NULL };
  GtkWidget *next;

  hall_admin_page_set_words (page, _ ("Working days"),
                             _ ("Deadlines of reviews are counted by it. Saturdays and Sundays "
                                "are free unless they stand here."));
  self->save_button = hall_admin_page_add_tool (page, _ ("_Save the year"));
  next = hall_admin_page_add_tool (page, _ ("_Next year"));
  self->table = HALL_ADMIN_TABLE (hall_admin_table_new (_ ("Working days"), titles));
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, TABLE_HEIGHT);
  self->editor = HALL_CALENDAR_EDITOR (hall_calendar_editor_new ());
  gtk_container_add (content, GTK_WIDGET (self->table));
  gtk_container_add (content, GTK_WIDGET (self->editor));
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (next, "clicked", G_CALLBACK (on_next_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  on_chosen_cb (self);
}

GtkWidget *
hall_calendar_page_new (HallSession *session)
{
  HallCalendarPage *self = g_object_new (HALL_TYPE_CALENDAR_PAGE, NULL);

  hall_admin_page_set_session (HALL_ADMIN_PAGE (self), session);
  return GTK_WIDGET (self);
}
