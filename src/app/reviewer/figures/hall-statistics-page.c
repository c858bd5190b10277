/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statistics-page.h"

#include <glib/gi18n.h>

#include "hall-client-admin.h"

struct _HallStatisticsPage
{
  HallAdminPage parent_instance;

  HallStatisticsView *view;
};

G_DEFINE_FINAL_TYPE (HallStatisticsPage, hall_statistics_page, HALL_TYPE_ADMIN_PAGE)

static void
on_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatisticsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  HallStatistics *statistics =
      hall_client_get_statistics_finish (HALL_CLIENT (source), result, &error);

  if (hall_admin_page_take (HALL_ADMIN_PAGE (self), error))
    hall_statistics_view_show (self->view, statistics);
}

static void
hall_statistics_page_load (HallAdminPage *page)
{
  HallStatisticsPage *self = HALL_STATISTICS_PAGE (page);

  hall_client_get_statistics_async (hall_admin_page_get_client (page),
                                    hall_statistics_view_get_days (self->view),
                                    hall_admin_page_get_cancellable (page), on_got_cb,
                                    g_object_ref (self));
}

static void
on_days_changed_cb (HallAdminPage *page)
{
  hall_admin_page_load (page);
}

static void
hall_statistics_page_write (HallAdminPage *page, HallCsvWriter *csv)
{
  hall_statistics_view_write (HALL_STATISTICS_PAGE (page)->view, csv);
}

static void
hall_statistics_page_class_init (HallStatisticsPageClass *klass)
{
  HallAdminPageClass *page_class = HALL_ADMIN_PAGE_CLASS (klass);

  page_class->file_name = "statistics.csv";
  page_class->load = hall_statistics_page_load;
  page_class->write = hall_statistics_page_write;
}

static void
hall_statistics_page_init (HallStatisticsPage *self)
{
  HallAdminPage *page = HALL_ADMIN_PAGE (self);

  hall_admin_page_set_words (page, _ ("Statistics"),
                             _ ("Counted while orders move, so that looking costs nothing. Times "
                                "run from handing in to the decision."));
  self->view = HALL_STATISTICS_VIEW (hall_statistics_view_new ());
  gtk_container_add (GTK_CONTAINER (hall_admin_page_get_content (page)), GTK_WIDGET (self->view));
}

GtkWidget *
hall_statistics_page_new (HallSession *session)
{
  HallStatisticsPage *self = g_object_new (HALL_TYPE_STATISTICS_PAGE, NULL);

  hall_admin_page_set_session (HALL_ADMIN_PAGE (self), session);
  g_signal_connect_object (self->view, "days-changed", G_CALLBACK (on_days_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

HallStatisticsView *
hall_statistics_page_get_view (HallStatisticsPage *self)
{
  return self->view;
}
