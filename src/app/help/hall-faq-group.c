/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help of one project.
 */
#include "hall-faq-group.h"

#include <glib/gi18n.h>
#include <handy.h>

#include "hall-app-lang.h"
#include "hall-fact-group.h"
#include "hall-faq-row.h"
#include "hall-open.h"
#include "hall-ui.h"

struct _HallFaqGroup
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkWidget *questions;
  GtkListBox *list;
  GtkBox *support_box;

  HallFactRow *web; /* (nullable): in @support_box */
  HallCatalog *catalog;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HallFaqGroup, hall_faq_group, GTK_TYPE_BOX)

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallFaqGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hall_open_uri_finish (result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hall_fact_row_set_hint (self->web, error->message);
}

static void
on_open_clicked_cb (HallFaqGroup *self)
{
  hall_fact_row_set_hint (self->web, NULL);
  hall_open_uri_async (self->catalog->support_url, self->cancellable, on_opened_cb,
                       g_object_ref (self));
}

static void
add_questions (HallFaqGroup *self)
{
  for (guint i = 0; i < self->catalog->faq->len; i++)
    gtk_container_add (GTK_CONTAINER (self->list),
                       hall_faq_row_new (g_ptr_array_index (self->catalog->faq, i)));
  gtk_widget_set_visible (self->questions, self->catalog->faq->len > 0);
}

static void
add_support (HallFaqGroup *self)
{
  const char *text = hall_label_get (&self->catalog->support, hall_app_lang ());
  GtkWidget *group = hall_fact_group_new (_ ("Ask the hall"));
  HallFactRow *row;
  GtkWidget *button;

  gtk_container_add (GTK_CONTAINER (self->support_box), group);
  if (self->catalog->hotline != NULL)
    {
      row = hall_fact_group_add (HALL_FACT_GROUP (group), _ ("Hotline"), self->catalog->hotline);
      hall_fact_row_set_copy (row, self->catalog->hotline);
    }
  if (self->catalog->support_url != NULL)
    {
      self->web =
          hall_fact_group_add (HALL_FACT_GROUP (group), _ ("Web page"), self->catalog->support_url);
      hall_fact_row_set_copy (self->web, self->catalog->support_url);
      button = hall_fact_row_add_button (self->web, _ ("Open"));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_open_clicked_cb), self);
    }
  if (*text != '\0')
    hall_fact_group_add (HALL_FACT_GROUP (group), _ ("Good to know"), text);
}

static void
hall_faq_group_dispose (GObject *object)
{
  g_cancellable_cancel (HALL_FAQ_GROUP (object)->cancellable);
  G_OBJECT_CLASS (hall_faq_group_parent_class)->dispose (object);
}

static void
hall_faq_group_finalize (GObject *object)
{
  HallFaqGroup *self = HALL_FAQ_GROUP (object);

  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (hall_faq_group_parent_class)->finalize (object);
}

static void
hall_faq_group_class_init (HallFaqGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_faq_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_faq_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-faq-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFaqGroup, title);
  gtk_widget_class_bind_template_child (widget_class, HallFaqGroup, questions);
  gtk_widget_class_bind_template_child (widget_class, HallFaqGroup, list);
  gtk_widget_class_bind_template_child (widget_class, HallFaqGroup, support_box);
}

static void
hall_faq_group_init (HallFaqGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
hall_faq_group_new (HallCatalog *catalog, gboolean named)
{
  HallFaqGroup *self = g_object_new (HALL_TYPE_FAQ_GROUP, NULL);

  self->catalog = hall_catalog_ref (catalog);
  gtk_label_set_text (self->title, hall_label_get (&catalog->label, hall_app_lang ()));
  gtk_widget_set_visible (GTK_WIDGET (self->title), named);
  add_questions (self);
  add_support (self);
  return GTK_WIDGET (self);
}

guint
hall_faq_group_filter (HallFaqGroup *self, const char *text)
{
  g_autoptr (GList) rows = NULL;
  guint n_matches = 0;

  g_return_val_if_fail (HALL_IS_FAQ_GROUP (self), 0);

  rows = gtk_container_get_children (GTK_CONTAINER (self->list));
  for (GList *row = rows; row != NULL; row = row->next)
    {
      gboolean matches = hall_faq_row_matches (row->data, text);

      gtk_widget_set_visible (row->data, matches);
      hall_faq_row_set_unfolded (row->data, matches && n_matches == 0 && *text != '\0');
      n_matches += matches;
    }
  gtk_widget_set_visible (self->questions, n_matches > 0);
  return n_matches;
}
