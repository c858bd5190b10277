/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-claims-page.h"

#include <glib/gi18n.h>

#include "hall-admin-table.h"
#include "hall-client-admin.h"
#include "hall-client-desk.h"
#include "hall-when.h"

struct _HallClaimsPage
{
  HallAdminPage parent_instance;

  HallAdminTable *table;
  GtkWidget *release_button;
  GPtrArray *claims; /* (nullable) (element-type HallClaimRow) */
};

G_DEFINE_FINAL_TYPE (HallClaimsPage, hall_claims_page, HALL_TYPE_ADMIN_PAGE)

static void
on_chosen_cb (HallClaimsPage *self)
{
  gtk_widget_set_sensitive (self->release_button, hall_admin_table_get_chosen (self->table) >= 0);
}

static void
show (HallClaimsPage *self)
{
  hall_admin_table_begin (self->table);
  for (guint i = 0; i < self->claims->len; i++)
    {
      const HallClaimRow *claim = g_ptr_array_index (self->claims, i);
      g_autofree char *since = hall_when_format (claim->since_s);
      g_autofree char *until = hall_when_format_clock (claim->expires_s);
      const char *const cells[] = { claim->order, claim->organisation, claim->staff, since, until };

      hall_admin_table_add (self->table, cells);
    }
  hall_admin_table_end (self->table);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallClaimsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *claims = hall_client_list_claims_finish (HALL_CLIENT (source), result, &error);

  if (!hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    return;
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = claims;
  show (self);
  if (claims->len == 0)
    hall_admin_page_say (HALL_ADMIN_PAGE (self), HALL_GOOD, _ ("No order is on anybody's desk."));
}

static void
hall_claims_page_load (HallAdminPage *page)
{
  hall_client_list_claims_async (hall_admin_page_get_client (page),
                                 hall_admin_page_get_cancellable (page), on_listed_cb,
                                 g_object_ref (page));
}

static void
on_released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallClaimsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_client_release_order_finish (HALL_CLIENT (source), result, &error);
  if (hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    hall_admin_page_load (HALL_ADMIN_PAGE (self));
}

static void
on_release_clicked_cb (HallClaimsPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  int row = hall_admin_table_get_chosen (self->table);
  const HallClaimRow *claim = row >= 0 ? g_ptr_array_index (self->claims, (guint) row) : NULL;

  if (claim != NULL)
    hall_client_release_order_async (hall_admin_page_get_client (page), claim->order,
                                     hall_admin_page_get_cancellable (page), on_released_cb,
                                     g_object_ref (self));
}

static void
on_reload_clicked_cb (HallAdminPage *page)
{
  hall_admin_page_load (page);
}

static void
hall_claims_page_write (HallAdminPage *page, HallCsvWriter *csv)
{
  hall_admin_table_write (HALL_CLAIMS_PAGE (page)->table, csv);
}

static void
hall_claims_page_finalize (GObject *object)
{
  g_clear_pointer (&HALL_CLAIMS_PAGE (object)->claims, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_claims_page_parent_class)->finalize (object);
}

static void
hall_claims_page_class_init (HallClaimsPageClass *klass)
{
  HallAdminPageClass *page_class = HALL_ADMIN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_claims_page_finalize;
  page_class->file_name = "claims.csv";
  page_class->load = hall_claims_page_load;
  page_class->write = hall_claims_page_write;
}

static void
hall_claims_page_init (HallClaimsPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);
  const char *const titles[] = { _ ("Order"), _ ("Organisation"), _ ("Held by"),
                                 _ ("Since"), _ ("Lapses at"),    NULL };
  GtkWidget *reload;

  hall_admin_page_set_words (page, _ ("Orders on desks"),
                             _ ("A colleague who is away keeps an order for ten minutes at most. "
                                "Released by you, it is free at once; that is on record."));
  self->release_button = hall_admin_page_add_tool (page, _ ("_Release"));
  reload = hall_admin_page_add_tool (page, _ ("Re_fresh"));
  self->table = HALL_ADMIN_TABLE (hall_admin_table_new (_ ("Orders on desks"), titles));
  gtk_container_add (GTK_CONTAINER (hall_admin_page_get_content (page)), GTK_WIDGET (self->table));
  g_signal_connect_object (self->release_button, "clicked", G_CALLBACK (on_release_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reload, "clicked", G_CALLBACK (on_reload_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  on_chosen_cb (self);
}

GtkWidget *
hall_claims_page_new (HallSession *session)
{
  HallClaimsPage *self = g_object_new (HALL_TYPE_CLAIMS_PAGE, NULL);

  hall_admin_page_set_session (HALL_ADMIN_PAGE (self), session);
  return GTK_WIDGET (self);
}
