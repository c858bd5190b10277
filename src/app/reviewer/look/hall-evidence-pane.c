/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being looked at.
 */
#include "hall-evidence-pane.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-compare-bar.h"
#include "hall-file-size.h"
#include "hall-finding-list.h"
#include "hall-mark-pen.h"
#include "hall-page-view.h"
#include "hall-region-guide.h"
#include "hall-seal-box.h"
#include "hall-ui.h"

struct _HallEvidencePane
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *findings_box;
  GtkBox *findings_place;
  GtkBox *seal_place;
  GtkBox *compare_place;
  GtkBox *view_box;

  HallPageView *view;        /* in @view_box */
  HallFindingList *findings; /* in @findings_place */
  HallSealBox *seal;         /* in @seal_place */
  HallCompareBar *compare;   /* in @compare_place */
  GtkWidget *point_button;   /* among the tools of @view */
  HallRegionGuide *guide;
  gboolean is_seal_sheet;
  gboolean is_person;       /* a card or a face */
  HallReturnBasket *basket; /* (nullable) */
  HallSession *session;
  HallDeskAhead *ahead;      /* (nullable) */
  HallEvidence *shown;       /* (nullable) */
  GHashTable *fetched;       /* key of evidence -> GBytes */
  GCancellable *cancellable; /* (nullable): of the file being fetched */
};

G_DEFINE_FINAL_TYPE (HallEvidencePane, hall_evidence_pane, GTK_TYPE_BOX)

#define SEAL_PX      108
#define MAX_FINDINGS 3 /* above the page, which is what one looks at */

static char *
new_key (const HallEvidence *evidence)
{
  return g_strdup_printf ("%u/%s/%s", (guint) evidence->kind, evidence->id, evidence->version);
}

static void
stop (HallEvidencePane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* @bytes: (nullable): on their way */
static void
show_bytes (HallEvidencePane *self, GBytes *bytes)
{
  hall_page_view_set_document (self->view, self->shown->label, bytes);
  hall_seal_box_load (self->seal, self->is_seal_sheet ? bytes : NULL);
  if (bytes != NULL)
    hall_region_guide_take_bytes (self->guide, bytes);
}

/* Every look at a picture of a person is asked of the hall, which writes it down. */
static void
keep (HallEvidencePane *self, GBytes *bytes)
{
  if (!self->is_person)
    g_hash_table_insert (self->fetched, new_key (self->shown), g_bytes_ref (bytes));
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallEvidencePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hall_evidence_load_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (bytes == NULL)
    {
      hall_page_view_show_problem (self->view, error->message);
      return;
    }
  keep (self, bytes);
  show_bytes (self, bytes);
}

/* What was fetched and drawn ahead is in view at once. */
static gboolean
take_ahead (HallEvidencePane *self, const char *number)
{
  GBytes *bytes = NULL;
  HallPageSource *source =
      self->ahead != NULL ? hall_desk_ahead_get_source (self->ahead, number, self->shown, &bytes)
                          : NULL;

  if (source == NULL)
    return FALSE;
  keep (self, bytes);
  hall_page_view_set_source (self->view, self->shown->label, source);
  hall_seal_box_load (self->seal, self->is_seal_sheet ? bytes : NULL);
  hall_region_guide_take_bytes (self->guide, bytes);
  return TRUE;
}

static void
load (HallEvidencePane *self, const char *number)
{
  g_autofree char *key = new_key (self->shown);
  GBytes *bytes = g_hash_table_lookup (self->fetched, key);

  stop (self);
  if (!self->shown->present)
    {
      show_bytes (self, NULL);
      hall_page_view_show_problem (self->view, _ ("This document has not been uploaded."));
      return;
    }
  if (bytes == NULL && take_ahead (self, number))
    return;
  show_bytes (self, bytes);
  if (bytes != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  hall_evidence_load_async (self->shown, self->session, number, self->cancellable, on_loaded_cb,
                            g_object_ref (self));
}

static void
show_findings (HallEvidencePane *self, GPtrArray *findings)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (HallPlace));

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (finding->place.page > 0)
        g_array_append_val (places, finding->place);
    }
  hall_finding_list_set (self->findings, findings);
  hall_seal_box_set_findings (self->seal, findings);
  hall_page_view_set_marks (self->view, (const HallPlace *) places->data, places->len);
  gtk_widget_set_visible (self->findings_box, findings != NULL && findings->len > 0);
}

static HallPageMarks *
get_marks (HallEvidencePane *self)
{
  return hall_page_canvas_get_marks (hall_page_view_get_canvas (self->view));
}

/* The box of who is judging. */
static void
show_drawn (HallEvidencePane *self)
{
  const HallPlace *mark =
      self->basket != NULL && self->shown != NULL && self->shown->kind == HALL_EVIDENCE_DOCUMENT
          ? hall_return_basket_get_mark (self->basket, self->shown->id)
          : NULL;

  if (!hall_mark_pen_is_drawing (self->view))
    hall_page_marks_set_drawn (get_marks (self), mark, mark != NULL ? 1 : 0);
}

/* What is drawn to return a document is where the field stands that is being looked at. */
static void
on_basket_changed_cb (HallEvidencePane *self)
{
  const HallPlace *mark = NULL;

  show_drawn (self);
  if (self->shown != NULL && self->shown->kind == HALL_EVIDENCE_DOCUMENT)
    mark = hall_return_basket_get_mark (self->basket, self->shown->id);
  if (mark != NULL && hall_region_guide_get_field (self->guide) != NULL)
    hall_region_guide_keep (self->guide, mark);
}

static void
on_pointed_cb (const HallPlace *place, gpointer data)
{
  HallEvidencePane *self = data;

  if (place != NULL)
    hall_region_guide_keep (self->guide, place);
  show_drawn (self);
}

void
hall_evidence_pane_draw_region (HallEvidencePane *self)
{
  const HallPlace *now;

  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  if (self->shown == NULL || !self->shown->present
      || hall_region_guide_get_field (self->guide) == NULL
      || hall_page_view_get_n_pages (self->view) == 0)
    return;
  now = hall_page_marks_get_pointed (get_marks (self));
  hall_mark_pen_draw (self->view, now, on_pointed_cb, g_object_ref (self), g_object_unref);
}

void
hall_evidence_pane_point (HallEvidencePane *self, const char *field)
{
  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  gtk_widget_set_visible (self->point_button, field != NULL);
  hall_region_guide_point (self->guide, field);
}

static char *
describe (const HallDocument *document)
{
  g_autofree char *size = hall_file_size_format (document->bytes);
  g_autofree char *pages =
      g_strdup_printf (ngettext ("%u page", "%u pages", document->pages), document->pages);

  return g_strdup_printf ("%s · %s · %s", document->file_name != NULL ? document->file_name : "",
                          pages, size);
}

static void
show_words (HallEvidencePane *self, const HallOrder *order)
{
  const HallDocument *document = self->shown->kind == HALL_EVIDENCE_DOCUMENT
                                     ? hall_order_find_document (order, self->shown->id)
                                     : NULL;
  g_autofree char *subtitle = document != NULL ? describe (document) : g_strdup ("");

  gtk_label_set_text (self->title, self->shown->label);
  gtk_label_set_text (self->subtitle, subtitle);
  show_findings (self, document != NULL ? document->findings : NULL);
}

/* (nullable) */
static HallCatalog *
get_catalog (HallEvidencePane *self, const HallOrder *order)
{
  return hall_session_get_catalog (self->session, hall_order_get_catalog (order));
}

static gboolean
is_kind (HallEvidencePane *self, const HallOrder *order, HallDocumentKind kind)
{
  HallCatalog *catalog = get_catalog (self, order);
  const HallRequirement *requirement =
      catalog != NULL && self->shown->kind == HALL_EVIDENCE_DOCUMENT
          ? hall_catalog_find_requirement (catalog, self->shown->id)
          : NULL;

  return requirement != NULL && requirement->kind == kind;
}

/* A scan of the form can be compared with what was printed. */
static void
offer_comparison (HallEvidencePane *self, const HallOrder *order)
{
  g_autoptr (HallEvidence) form =
      self->shown->present && is_kind (self, order, HALL_DOCUMENT_APPLICATION_FORM)
          ? hall_evidence_new_form (order)
          : NULL;

  hall_compare_bar_set_form (self->compare, order->number, form);
}

static void
hall_evidence_pane_dispose (GObject *object)
{
  HallEvidencePane *self = HALL_EVIDENCE_PANE (object);

  stop (self);
  if (self->basket != NULL)
    g_signal_handlers_disconnect_by_data (self->basket, self);
  g_clear_object (&self->guide);
  g_clear_object (&self->basket);
  g_clear_object (&self->session);
  g_clear_object (&self->ahead);
  g_clear_pointer (&self->shown, hall_evidence_free);
  g_clear_pointer (&self->fetched, g_hash_table_unref);
  G_OBJECT_CLASS (hall_evidence_pane_parent_class)->dispose (object);
}

static void
hall_evidence_pane_class_init (HallEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_evidence_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, title);
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, findings_box);
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, findings_place);
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, seal_place);
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, compare_place);
  gtk_widget_class_bind_template_child (widget_class, HallEvidencePane, view_box);
}

static void
hall_evidence_pane_init (HallEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fetched =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->view = HALL_PAGE_VIEW (hall_page_view_new ());
  hall_page_view_set_fit (self->view, HALL_FIT_PAGE);
  gtk_box_pack_start (self->view_box, GTK_WIDGET (self->view), TRUE, TRUE, 0);
  self->seal = HALL_SEAL_BOX (hall_seal_box_new (SEAL_PX));
  gtk_container_add (GTK_CONTAINER (self->seal_place), GTK_WIDGET (self->seal));
  self->findings = HALL_FINDING_LIST (hall_finding_list_new (MAX_FINDINGS));
  gtk_container_add (GTK_CONTAINER (self->findings_place), GTK_WIDGET (self->findings));
  g_signal_connect_object (self->findings, "place-chosen", G_CALLBACK (hall_page_view_show_place),
                           self->view, G_CONNECT_SWAPPED);
}

static void
add_point_button (HallEvidencePane *self)
{
  self->point_button =
      gtk_button_new_from_icon_name ("find-location-symbolic", GTK_ICON_SIZE_BUTTON);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->point_button), "flat");
  gtk_widget_set_tooltip_text (self->point_button,
                               _ ("Point where this field stands; it is found there from now on"));
  hall_ui_set_accessible_name (self->point_button, _ ("Point where it stands"));
  gtk_widget_set_no_show_all (self->point_button, TRUE);
  gtk_container_add (GTK_CONTAINER (hall_page_view_get_tools (self->view)), self->point_button);
  g_signal_connect_object (self->point_button, "clicked",
                           G_CALLBACK (hall_evidence_pane_draw_region), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hall_evidence_pane_new (HallSession *session)
{
  HallEvidencePane *self = g_object_new (HALL_TYPE_EVIDENCE_PANE, NULL);

  self->session = g_object_ref (session);
  self->compare = HALL_COMPARE_BAR (
      hall_compare_bar_new (session,
                            hall_page_canvas_get_overlay (hall_page_view_get_canvas (self->view))));
  gtk_container_add (GTK_CONTAINER (self->compare_place), GTK_WIDGET (self->compare));
  self->guide = hall_region_guide_new (session, self->view);
  add_point_button (self);
  return GTK_WIDGET (self);
}

static void
guide_to (HallEvidencePane *self, const HallOrder *order)
{
  HallCatalog *catalog = get_catalog (self, order);

  if (catalog != NULL)
    hall_region_guide_set_document (self->guide, self->shown, order, catalog);
}

void
hall_evidence_pane_show (HallEvidencePane *self,
                         const HallOrder *order,
                         const HallEvidence *evidence)
{
  gboolean same;

  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  same = hall_evidence_equal (self->shown, evidence) && self->shown->present == evidence->present;
  if (!same)
    {
      g_clear_pointer (&self->shown, hall_evidence_free);
      self->shown = hall_evidence_copy (evidence);
    }
  self->is_seal_sheet = is_kind (self, order, HALL_DOCUMENT_SEAL_SHEET);
  self->is_person =
      self->shown->kind == HALL_EVIDENCE_CAPTURE || is_kind (self, order, HALL_DOCUMENT_SUBJECT_ID);
  offer_comparison (self, order);
  show_words (self, order);
  if (!same)
    {
      hall_mark_pen_stop (self->view);
      hall_evidence_pane_point (self, NULL);
      guide_to (self, order);
      load (self, order->number);
    }
  show_drawn (self);
}

void
hall_evidence_pane_set_basket (HallEvidencePane *self, HallReturnBasket *basket)
{
  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  if (basket == self->basket)
    return;
  if (self->basket != NULL)
    g_signal_handlers_disconnect_by_data (self->basket, self);
  g_set_object (&self->basket, basket);
  if (basket != NULL)
    g_signal_connect_object (basket, "changed", G_CALLBACK (on_basket_changed_cb), self,
                             G_CONNECT_SWAPPED);
  show_drawn (self);
}

void
hall_evidence_pane_clear (HallEvidencePane *self)
{
  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  stop (self);
  hall_mark_pen_stop (self->view);
  hall_evidence_pane_set_basket (self, NULL);
  g_clear_pointer (&self->shown, hall_evidence_free);
  g_hash_table_remove_all (self->fetched);
  gtk_label_set_text (self->title, "");
  gtk_label_set_text (self->subtitle, "");
  show_findings (self, NULL);
  hall_evidence_pane_point (self, NULL);
  hall_region_guide_clear (self->guide);
  hall_page_view_set_document (self->view, "", NULL);
  hall_seal_box_load (self->seal, NULL);
  hall_compare_bar_set_form (self->compare, NULL, NULL);
}

const HallEvidence *
hall_evidence_pane_get_shown (HallEvidencePane *self)
{
  g_return_val_if_fail (HALL_IS_EVIDENCE_PANE (self), NULL);

  return self->shown;
}

HallPageView *
hall_evidence_pane_get_view (HallEvidencePane *self)
{
  g_return_val_if_fail (HALL_IS_EVIDENCE_PANE (self), NULL);

  return self->view;
}

void
hall_evidence_pane_set_ahead (HallEvidencePane *self, HallDeskAhead *ahead)
{
  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  g_set_object (&self->ahead, ahead);
}

void
hall_evidence_pane_compare (HallEvidencePane *self)
{
  g_return_if_fail (HALL_IS_EVIDENCE_PANE (self));

  hall_compare_bar_step (self->compare);
}
