/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-ledger-page.h"

#include <glib/gi18n.h>

#include "hall-admin-table.h"
#include "hall-app-lang.h"
#include "hall-client-admin.h"
#include "hall-deed.h"
#include "hall-when.h"

struct _HallLedgerPage
{
  HallAdminPage parent_instance;

  HallAdminTable *table;
  GtkWidget *older_button;
  GPtrArray *rows; /* (element-type HallLedgerRow): what is shown, newest first */
};

G_DEFINE_FINAL_TYPE (HallLedgerPage, hall_ledger_page, HALL_TYPE_ADMIN_PAGE)

/* The position of the oldest row shown; 0 if there is none. */
static gint64
find_oldest (HallLedgerPage *self)
{
  const HallLedgerRow *last =
      self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;

  return last != NULL ? last->position : 0;
}

/* Roles stand in the note by their names; here they are called as people call them. */
static char *
describe_note (const HallLedgerRow *row)
{
  HallDeed deed = hall_deed_from_name (row->deed);
  g_autoptr (GString) note = g_string_new (row->note);

  if (deed != HALL_DEED_STAFF_ADDED && deed != HALL_DEED_STAFF_ROLES)
    return g_strdup (row->note);
  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if ((HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor)) != 0)
      g_string_replace (note, hall_actor_get_name (actor),
                        hall_actor_get_label (actor, hall_app_lang ()), 0);
  g_string_replace (note, ", ", _ (", "), 0);
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
show_row (HallLedgerPage *self, const HallLedgerRow *row)
{
  HallDeed deed = hall_deed_from_name (row->deed);
  g_autofree char *position = g_strdup_printf ("%" G_GINT64_FORMAT, row->position);
  g_autofree char *at = hall_when_format (row->at_s);
  g_autofree char *note = describe_note (row);
  const char *const cells[] = { position,
                                at,
                                *row->who != '\0' ? row->who : _ ("Operator at the machine"),
                                deed < HALL_N_DEEDS ? hall_deed_get_label (deed, hall_app_lang ())
                                                    : row->deed,
                                row->subject,
                                note };

  hall_admin_table_add (self->table, cells);
}

static void
show (HallLedgerPage *self)
{
  hall_admin_table_begin (self->table);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
  hall_admin_table_end (self->table);
  gtk_widget_set_sensitive (self->older_button, find_oldest (self) > 1);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallLedgerPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) more =
      hall_client_list_ledger_finish (HALL_CLIENT (source), result, &error);

  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return;
  g_ptr_array_extend_and_steal (self->rows, g_steal_pointer (&more));
  show (self);
}

static void
list_before (HallLedgerPage *self, gint64 position)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_client_list_ledger_async (hall_admin_page_get_client (page), position,
                                 hall_admin_page_get_cancellable (page), on_listed_cb,
                                 g_object_ref (self));
}

static void
hall_ledger_page_load (HallAdminPage *page)
{
  HallLedgerPage *self = HALL_LEDGER_PAGE (page);

  hall_admin_page_stop (page);
  g_ptr_array_set_size (self->rows, 0);
  list_before (self, 0);
}

static void
on_older_clicked_cb (HallLedgerPage *self)
{
  list_before (self, find_oldest (self));
}

static void
hall_ledger_page_write (HallAdminPage *page, HallCsvWriter *csv)
{
  hall_admin_table_write (HALL_LEDGER_PAGE (page)->table, csv);
}

static void
hall_ledger_page_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_LEDGER_PAGE (object)->rows);
  G_OBJECT_CLASS (hall_ledger_page_parent_class)->finalize (object);
}

static void
hall_ledger_page_class_init (HallLedgerPageClass *klass)
{
  HallAdminPageClass *page_class = HALL_ADMIN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_ledger_page_finalize;
  page_class->file_name = "ledger.csv";
  page_class->load = hall_ledger_page_load;
  page_class->write = hall_ledger_page_write;
}

static void
hall_ledger_page_init (HallLedgerPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  const char *const titles[] = { "##",          _ ("Time"),    _ ("By"), _ ("What was done"),
                                 _ ("To what"), _ ("Details"), NULL };

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_ledger_row_free);
  hall_admin_page_set_words (page, _ ("Records"),
                             _ ("What administrators did. Each entry carries the fingerprint of "
                                "the one before, so that none can be changed unseen."));
  self->older_button = hall_admin_page_add_tool (page, _ ("_Older entries"));
  self->table = HALL_ADMIN_TABLE (hall_admin_table_new (_ ("Records"), titles));
  gtk_container_add (GTK_CONTAINER (hall_admin_page_get_content (page)), GTK_WIDGET (self->table));
  g_signal_connect_object (self->older_button, "clicked", G_CALLBACK (on_older_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
hall_ledger_page_new (HallSession *session)
{
  HallLedgerPage *self = g_object_new (HALL_TYPE_LEDGER_PAGE, NULL);

  hall_admin_page_set_session (HALL_ADMIN_PAGE (self), session);
  return GTK_WIDGET (self);
}
