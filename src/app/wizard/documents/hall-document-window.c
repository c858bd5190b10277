/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-document-window.h"

#include "hall-client-document.h"
#include "hall-finding-list.h"
#include "hall-page-view.h"
#include "hall-seal-box.h"
#include "hall-ui.h"

struct _HallDocumentWindow
{
  GtkDialog parent_instance;

  GtkWidget *side;
  GtkWidget *return_box;
  GtkLabel *words; /* why it was returned */
  GtkBox *findings_box;
  GtkBox *pages_box;
  GtkBox *seal_place;

  HallPageView *pages;       /* in @pages_box */
  HallFindingList *findings; /* in @findings_box */
  HallSealBox *seal;         /* in @seal_place */
  gboolean is_seal_sheet;
  char *label;
  GCancellable *cancellable; /* of what is fetched */
};

G_DEFINE_FINAL_TYPE (HallDocumentWindow, hall_document_window, GTK_TYPE_DIALOG)

#define SEAL_PX   216
#define MARGIN_PX 60 /* of the window below that stays in view */

static void
on_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDocumentWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content =
      hall_client_get_document_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (content != NULL)
    hall_document_window_set_content (self, content);
  else
    hall_page_view_show_problem (self->pages, error->message);
}

static void
hall_document_window_dispose (GObject *object)
{
  HallDocumentWindow *self = HALL_DOCUMENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (hall_document_window_parent_class)->dispose (object);
}

static void
hall_document_window_finalize (GObject *object)
{
  g_free (HALL_DOCUMENT_WINDOW (object)->label);
  G_OBJECT_CLASS (hall_document_window_parent_class)->finalize (object);
}

static void
hall_document_window_class_init (HallDocumentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_document_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_document_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-document-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDocumentWindow, side);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentWindow, return_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentWindow, words);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentWindow, findings_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentWindow, pages_box);
  gtk_widget_class_bind_template_child (widget_class, HallDocumentWindow, seal_place);
}

static void
hall_document_window_init (HallDocumentWindow *self)
{
  GtkWidget *pages = hall_page_view_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->pages = HALL_PAGE_VIEW (pages);
  gtk_box_pack_start (self->pages_box, pages, TRUE, TRUE, 0);
  gtk_widget_show (pages);
  self->findings = HALL_FINDING_LIST (hall_finding_list_new (0));
  gtk_container_add (GTK_CONTAINER (self->findings_box), GTK_WIDGET (self->findings));
  self->seal = HALL_SEAL_BOX (hall_seal_box_new (SEAL_PX));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->seal), GTK_ORIENTATION_VERTICAL);
  gtk_container_add (GTK_CONTAINER (self->seal_place), GTK_WIDGET (self->seal));
  g_signal_connect_object (self->seal, "show", G_CALLBACK (gtk_widget_show), self->side,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "place-chosen",
                           G_CALLBACK (hall_document_window_show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "response", G_CALLBACK (gtk_widget_destroy), NULL);
}

GtkWidget *
hall_document_window_new (GtkWindow *parent, const char *label)
{
  HallDocumentWindow *self = g_object_new (HALL_TYPE_DOCUMENT_WINDOW, "use-header-bar", TRUE,
                                           "transient-for", parent, "title", label, NULL);
  int width, height;

  self->label = g_strdup (label);
  gtk_window_get_size (parent, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width - 2 * MARGIN_PX, 480),
                               MAX (height - MARGIN_PX, 400));
  hall_page_view_set_document (self->pages, label, NULL);
  return GTK_WIDGET (self);
}

void
hall_document_window_set_content (HallDocumentWindow *self, GBytes *content)
{
  g_return_if_fail (HALL_IS_DOCUMENT_WINDOW (self));

  hall_page_view_set_document (self->pages, self->label, content);
  if (self->is_seal_sheet)
    hall_seal_box_load (self->seal, content);
}

void
hall_document_window_set_seal_sheet (HallDocumentWindow *self)
{
  g_return_if_fail (HALL_IS_DOCUMENT_WINDOW (self));

  self->is_seal_sheet = TRUE;
}

void
hall_document_window_fetch (HallDocumentWindow *self,
                            HallClient *client,
                            const char *number,
                            const char *slot)
{
  g_return_if_fail (HALL_IS_DOCUMENT_WINDOW (self));

  hall_client_get_document_async (client, number, slot, self->cancellable, on_fetched_cb,
                                  g_object_ref (self));
}

/* A box on the page for everything that is somewhere. */
static void
mark (HallDocumentWindow *self, GPtrArray *findings)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (HallPlace));

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (finding->place.page > 0)
        g_array_append_val (places, finding->place);
    }
  hall_page_view_set_marks (self->pages, (const HallPlace *) places->data, places->len);
}

void
hall_document_window_set_findings (HallDocumentWindow *self, GPtrArray *findings)
{
  gboolean any = findings != NULL && findings->len > 0;

  g_return_if_fail (HALL_IS_DOCUMENT_WINDOW (self));

  hall_finding_list_set (self->findings, findings);
  hall_seal_box_set_findings (self->seal, findings);
  mark (self, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_box), any);
  gtk_widget_set_visible (self->side, any);
}

void
hall_document_window_set_return (HallDocumentWindow *self, const HallPlace *mark, const char *words)
{
  g_return_if_fail (HALL_IS_DOCUMENT_WINDOW (self));

  hall_page_view_set_drawn (self->pages, mark);
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (self->return_box, words != NULL);
  if (words != NULL)
    gtk_widget_show (self->side);
}

void
hall_document_window_show_place (HallDocumentWindow *self, const HallPlace *place)
{
  g_return_if_fail (HALL_IS_DOCUMENT_WINDOW (self));

  hall_page_view_show_place (self->pages, place);
}
