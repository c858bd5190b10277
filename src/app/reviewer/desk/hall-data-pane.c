/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of an order with their verdicts.
 */
#include "hall-data-pane.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-data-section.h"
#include "hall-file-size.h"
#include "hall-desk-facts.h"
#include "hall-field-words.h"
#include "hall-reason-picker.h"
#include "hall-timeline.h"
#include "hall-ui.h"

#define MAX_KEY 9

struct _HallDataPane
{
  GtkBox parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *column;
  GtkWidget *hint;
  GtkBox *evidence_box;
  GtkBox *fields_box;
  GtkBox *facts_box;
  GtkExpander *history;
  GtkBox *head;
  GtkBox *foot;

  HallDataSection *evidence; /* in @evidence_box */
  HallDataSection *facts;    /* in @facts_box */
  HallTimeline *timeline;    /* in @history */
  GPtrArray *sections;       /* (element-type HallDataSection), in @fields_box */
  HallCatalog *catalog;      /* (nullable): what the rows were made for */
  char *number;              /* (nullable) */
  char *type;                /* (nullable) */
  char *evidence_ids;        /* (nullable) */
  GHashTable *proofs;        /* field id -> slot that proves it */
  GPtrArray *ids;            /* (element-type utf8): of the evidence, in its order */
};

G_DEFINE_FINAL_TYPE (HallDataPane, hall_data_pane, GTK_TYPE_BOX)

enum
{
  EVIDENCE_CHOSEN,
  RETURN_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (HallDataPane *self, HallDataRow *row)
{
  const char *id = hall_data_row_get_id (row);
  const char *proof = g_hash_table_lookup (self->proofs, id);
  guint index;

  if (g_ptr_array_find_with_equal_func (self->ids, proof != NULL ? proof : id, g_str_equal, &index))
    g_signal_emit (self, signals[EVIDENCE_CHOSEN], 0, index);
}

static void
on_return_wanted_cb (HallDataRow *row, HallDataPane *self)
{
  g_signal_emit (self, signals[RETURN_WANTED], 0, hall_data_row_get_id (row),
                 hall_data_row_get_tick (row));
}

static HallDataSection *
add_section (HallDataPane *self, GtkBox *box, const char *title)
{
  GtkWidget *section = hall_data_section_new (title);

  g_signal_connect_swapped (section, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_container_add (GTK_CONTAINER (box), section);
  return HALL_DATA_SECTION (section);
}

static HallDataRow *
add_row (HallDataPane *self, HallDataSection *section, const char *id, const char *label)
{
  HallDataRow *row = hall_data_section_add (section, id, label);

  g_signal_connect (row, "return-wanted", G_CALLBACK (on_return_wanted_cb), self);
  return row;
}

/* Whether some event that is offered can name the place, and some reason fits it. */
static gboolean
is_returnable (const HallDataView *view, const char *place)
{
  const HallOrder *order = view->order;
  HallReasonPlace reasons = {
    .catalog = view->catalog,
    .type = hall_catalog_find_type (view->catalog, order->certificate_type),
    .place = place,
  };

  if (reasons.type == NULL || !hall_reason_place_has_reasons (&reasons))
    return FALSE;
  return (hall_order_can (order, HALL_ACTION_REJECT)
          && hall_event_can_return (HALL_EVENT_REVIEW_REJECTED, view->catalog, place))
         || (hall_order_can (order, HALL_ACTION_REJECT_FUNDS)
             && hall_event_can_return (HALL_EVENT_FUNDS_REJECTED, view->catalog, place));
}

/* Fields of different sections can have the same label. */
static char *
name_tick (const HallDataView *view, const char *place)
{
  const HallField *field = hall_catalog_find_field (view->catalog, place);
  const char *label = hall_place_get_label (view->catalog, place, hall_app_lang ());

  if (field == NULL)
    return g_strdup_printf (_ ("Return: %s"), label);
  /* Translators: a tick to return a field: section, then field */
  return g_strdup_printf (_ ("Return: %1$s, %2$s"),
                          hall_label_get (&field->section->label, hall_app_lang ()), label);
}

/* What is chosen now; else what the order was last returned for. */
static void
show_return (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *place = hall_data_row_get_id (row);
  g_autofree char *name = name_tick (view, place);
  g_autofree char *text = hall_return_basket_format (view->basket, place, hall_app_lang ());
  gboolean chosen = text != NULL;
  const HallReturn *known = hall_order_find_return (view->order, place);

  if (text == NULL && known != NULL && view->order->state == HALL_STATE_REJECTED)
    text = hall_return_format (known, hall_app_lang ());
  hall_data_row_set_returnable (row, is_returnable (view, place), name);
  hall_data_row_set_returns (row, text, chosen);
}

void
hall_data_pane_show_returns (HallDataPane *self, const HallDataView *view)
{
  g_return_if_fail (HALL_IS_DATA_PANE (self));

  gtk_widget_set_visible (self->hint,
                          hall_order_can (view->order, HALL_ACTION_REJECT)
                              || hall_order_can (view->order, HALL_ACTION_REJECT_FUNDS));
  hall_data_section_foreach (self->evidence, show_return, (gpointer) view);
  hall_data_section_foreach (self->facts, show_return, (gpointer) view);
  for (guint i = 0; i < self->sections->len; i++)
    hall_data_section_foreach (g_ptr_array_index (self->sections, i), show_return, (gpointer) view);
}

static void
build_fields (HallDataPane *self, const HallDataView *view)
{
  const HallCertificateType *type =
      hall_catalog_find_type (view->catalog, view->order->certificate_type);

  hall_ui_clear (GTK_CONTAINER (self->fields_box));
  g_ptr_array_set_size (self->sections, 0);
  g_hash_table_remove_all (self->proofs);
  for (guint i = 0; type != NULL && i < view->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (view->catalog->sections, i);
      HallDataSection *box;

      if (!hall_section_is_in_type (section, type))
        continue;
      box =
          add_section (self, self->fields_box, hall_label_get (&section->label, hall_app_lang ()));
      g_ptr_array_add (self->sections, box);
      for (guint j = 0; j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          add_row (self, box, field->id, hall_label_get (&field->label, hall_app_lang ()));
          if (field->evidence != NULL)
            g_hash_table_insert (self->proofs, g_strdup (field->id), g_strdup (field->evidence));
        }
    }
}

static void
build_facts (HallDataPane *self, const HallDataView *view)
{
  hall_ui_clear (GTK_CONTAINER (self->facts_box));
  self->facts = add_section (self, self->facts_box, _ ("Order"));
  add_row (self, self->facts, HALL_PLACE_ORDER,
           hall_place_get_label (view->catalog, HALL_PLACE_ORDER, hall_app_lang ()));
  for (guint i = 0; i < hall_desk_facts_get_n (); i++)
    add_row (self, self->facts, hall_desk_facts_get_id (i), hall_desk_facts_get_label (i));
}

static char *
join_ids (GPtrArray *evidence)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    g_string_append_printf (ids, "%s ",
                            ((const HallEvidence *) g_ptr_array_index (evidence, i))->id);
  return g_string_free (ids, FALSE);
}

static void
add_auth_row (HallDataPane *self, const HallDataView *view)
{
  HallDataRow *row =
      add_row (self, self->evidence, HALL_PLACE_HANDLER_AUTH,
               hall_place_get_label (view->catalog, HALL_PLACE_HANDLER_AUTH, hall_app_lang ()));

  hall_data_row_set_heading (row);
  hall_data_row_set_key (row, 0);
}

static void
build_evidence (HallDataPane *self, const HallDataView *view)
{
  gboolean has_auth = FALSE;

  hall_ui_clear (GTK_CONTAINER (self->evidence_box));
  self->evidence = add_section (self, self->evidence_box, _ ("Documents"));
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < view->evidence->len; i++)
    {
      const HallEvidence *evidence = g_ptr_array_index (view->evidence, i);
      HallDataRow *row;

      if (evidence->kind != HALL_EVIDENCE_DOCUMENT && !has_auth)
        {
          add_auth_row (self, view);
          has_auth = TRUE;
        }
      row = add_row (self, self->evidence, evidence->id, evidence->label);
      hall_data_row_set_heading (row);
      hall_data_row_set_key (row, i < MAX_KEY ? i + 1 : 0);
      g_ptr_array_add (self->ids, g_strdup (evidence->id));
    }
  if (!has_auth)
    add_auth_row (self, view);
}

static void
show_document (HallDataRow *row, const HallDocument *document, const HallSecondLook *look)
{
  gboolean changed =
      look != NULL && document != NULL && hall_second_look_has_slot (look, document->slot);
  g_autofree char *size = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    {
      hall_data_row_set_value (row, _ ("Not uploaded"), NULL);
      hall_data_row_set_verdict (row, HALL_DOUBTFUL, NULL);
      return;
    }
  size = hall_file_size_format (document->bytes);
  pages = g_strdup_printf (ngettext ("%u page", "%u pages", document->pages), document->pages);
  text = g_strdup_printf ("%s · %s", pages, size);
  hall_data_row_set_value (row, text, NULL);
  hall_data_row_set_verdict (row,
                             MAX (hall_findings_get_verdict (document->findings),
                                  document->current ? 0 : HALL_WRONG),
                             !document->current
                                 ? _ ("Belongs to an older form; the printed data have changed.")
                             : changed ? _ ("Another file than before.")
                                       : NULL);
  hall_ui_set_class (GTK_WIDGET (row), "hall-row-changed", changed);
}

static void
show_auth (HallDataRow *row, const HallOrder *order)
{
  HallSubstate state = order->sub[HALL_SUBSTATE_AUTH];
  g_autofree char *note = NULL;

  if (order->alternative_note != NULL && *order->alternative_note != '\0')
    note = g_strdup_printf (_ ("The handler wrote: %s"), order->alternative_note);
  hall_data_row_set_value (row, hall_substate_get_label (state, hall_app_lang ()), NULL);
  hall_data_row_set_verdict (row, state == HALL_AUTH_PASSED ? HALL_GOOD : HALL_DOUBTFUL, note);
}

static void
show_evidence (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *id = hall_data_row_get_id (row);

  if (hall_evidence_find (view->evidence, HALL_EVIDENCE_DOCUMENT, id) != NULL)
    show_document (row, hall_order_find_document (view->order, id), view->look);
  else if (g_str_equal (id, HALL_PLACE_HANDLER_AUTH))
    show_auth (row, view->order);
}

static void
show_field (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *id = hall_data_row_get_id (row);
  const HallField *field = hall_catalog_find_field (view->catalog, id);
  const HallFinding *finding = hall_field_words_find (view->order, id);
  const HallApplication *application = view->order->application;
  gboolean changed = view->look != NULL && hall_second_look_find_before (view->look, id) != NULL;
  g_autofree char *value =
      hall_field_words_format (application, field, hall_application_get (application, id));
  g_autofree char *sentence = hall_field_words_say (view->order, field, view->look);

  gtk_widget_set_visible (GTK_WIDGET (row), *value != '\0' || finding != NULL || changed);
  hall_data_row_set_value (row, *value != '\0' ? value : "—",
                           hall_application_get (application, id));
  hall_data_row_set_verdict (row, finding != NULL ? finding->severity : HALL_GOOD, sentence);
  hall_ui_set_class (GTK_WIDGET (row), "hall-row-changed", changed);
}

static void
show_facts (HallDataPane *self, const HallDataView *view)
{
  for (guint i = 0; i < hall_desk_facts_get_n (); i++)
    {
      HallDataRow *row = hall_data_section_find (self->facts, hall_desk_facts_get_id (i));
      g_autofree char *text = hall_desk_facts_format (i, view->order, view->catalog);

      hall_data_row_set_value (row, text, text);
      gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (hall_data_section_find (self->facts, HALL_PLACE_ORDER)),
                          is_returnable (view, HALL_PLACE_ORDER)
                              || hall_return_basket_get_n (view->basket) > 0);
}

static void
build (HallDataPane *self, const HallDataView *view)
{
  const HallOrder *order = view->order;
  g_autofree char *ids = join_ids (view->evidence);
  gboolean other = g_strcmp0 (self->number, order->number) != 0;

  if (other || self->catalog != view->catalog
      || g_strcmp0 (self->type, order->certificate_type) != 0)
    {
      g_clear_pointer (&self->catalog, hall_catalog_unref);
      self->catalog = hall_catalog_ref (view->catalog);
      g_free (self->number);
      self->number = g_strdup (order->number);
      g_free (self->type);
      self->type = g_strdup (order->certificate_type);
      build_fields (self, view);
      build_facts (self, view);
      g_clear_pointer (&self->evidence_ids, g_free);
    }
  if (g_strcmp0 (ids, self->evidence_ids) != 0)
    {
      build_evidence (self, view);
      g_free (self->evidence_ids);
      self->evidence_ids = g_steal_pointer (&ids);
    }
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
hall_data_pane_show (HallDataPane *self, const HallDataView *view)
{
  g_return_if_fail (HALL_IS_DATA_PANE (self));

  build (self, view);
  hall_data_section_foreach (self->evidence, show_evidence, (gpointer) view);
  for (guint i = 0; i < self->sections->len; i++)
    {
      HallDataSection *section = g_ptr_array_index (self->sections, i);

      hall_data_section_foreach (section, show_field, (gpointer) view);
      hall_data_section_update (section);
    }
  show_facts (self, view);
  hall_timeline_set_steps (self->timeline, view->order->timeline);
  hall_data_pane_show_returns (self, view);
}

GtkBox *
hall_data_pane_get_head (HallDataPane *self)
{
  g_return_val_if_fail (HALL_IS_DATA_PANE (self), NULL);

  return self->head;
}

GtkBox *
hall_data_pane_get_foot (HallDataPane *self)
{
  g_return_val_if_fail (HALL_IS_DATA_PANE (self), NULL);

  return self->foot;
}

/* Activates the row of a field or a piece of evidence, as if it was pressed. */
gboolean
hall_data_pane_go_to (HallDataPane *self, const char *id)
{
  HallDataRow *row = hall_data_section_find (self->evidence, id);

  for (guint i = 0; row == NULL && i < self->sections->len; i++)
    row = hall_data_section_find (g_ptr_array_index (self->sections, i), id);
  if (row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  on_row_activated_cb (self, row);
  return TRUE;
}

static void
mark_row (HallDataRow *row, gpointer user_data)
{
  const HallEvidence *evidence = user_data;

  hall_data_row_set_shown (row, evidence != NULL
                                    && g_str_equal (hall_data_row_get_id (row), evidence->id));
}

void
hall_data_pane_mark_shown (HallDataPane *self, const HallEvidence *evidence)
{
  g_return_if_fail (HALL_IS_DATA_PANE (self));

  if (self->evidence != NULL)
    hall_data_section_foreach (self->evidence, mark_row, (gpointer) evidence);
}

static void
hall_data_pane_dispose (GObject *object)
{
  HallDataPane *self = HALL_DATA_PANE (object);

  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->proofs, g_hash_table_unref);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->evidence_ids, g_free);
  G_OBJECT_CLASS (hall_data_pane_parent_class)->dispose (object);
}

static void
hall_data_pane_class_init (HallDataPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_data_pane_dispose;
  signals[EVIDENCE_CHOSEN] =
      g_signal_new ("evidence-chosen", HALL_TYPE_DATA_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[RETURN_WANTED] =
      g_signal_new ("return-wanted", HALL_TYPE_DATA_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-data-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, column);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, hint);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, fields_box);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, facts_box);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, history);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, head);
  gtk_widget_class_bind_template_child (widget_class, HallDataPane, foot);
}

static void
hall_data_pane_init (HallDataPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_follow_focus (self->scroller, GTK_CONTAINER (self->column));
  self->sections = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->proofs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->timeline = HALL_TIMELINE (hall_timeline_new ());
  gtk_container_add (GTK_CONTAINER (self->history), GTK_WIDGET (self->timeline));
}

GtkWidget *
hall_data_pane_new (void)
{
  return g_object_new (HALL_TYPE_DATA_PANE, NULL);
}
