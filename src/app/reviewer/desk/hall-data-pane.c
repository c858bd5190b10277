/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of an order with their verdicts.
 */
#include "hall-data-pane.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-data-section.h"
#include "hall-data-show.h"
#include "hall-desk-facts.h"
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
  ACCEPT_WANTED,
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

/* What is returned is looked at: a box may be drawn on it. Beside a row out of view the reasons
 * would take the keys without being seen. */
static void
on_return_wanted_cb (HallDataRow *row, HallDataPane *self)
{
  hall_ui_scroll_to (self->scroller, GTK_WIDGET (row));
  on_row_activated_cb (self, row);
  g_signal_emit (self, signals[RETURN_WANTED], 0, hall_data_row_get_id (row),
                 hall_data_row_get_tick (row));
}

/* What was accepted leads on to the next that is open. */
static void
on_accept_wanted_cb (HallDataRow *row, HallDataPane *self)
{
  g_autofree char *place = g_strdup (hall_data_row_get_id (row));

  g_signal_emit (self, signals[ACCEPT_WANTED], 0, place);
  if (hall_data_row_is_accepted (row))
    hall_data_pane_focus_open (self, place);
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
  g_signal_connect (row, "accept-wanted", G_CALLBACK (on_accept_wanted_cb), self);
  return row;
}

void
hall_data_pane_show_returns (HallDataPane *self, const HallDataView *view)
{
  g_return_if_fail (HALL_IS_DATA_PANE (self));

  gtk_widget_set_visible (self->hint,
                          hall_order_can (view->order, HALL_ACTION_REJECT)
                              || hall_order_can (view->order, HALL_ACTION_REJECT_FUNDS));
  hall_data_section_foreach (self->evidence, hall_data_show_return, (gpointer) view);
  hall_data_section_foreach (self->facts, hall_data_show_return, (gpointer) view);
  for (guint i = 0; i < self->sections->len; i++)
    hall_data_section_foreach (g_ptr_array_index (self->sections, i), hall_data_show_return,
                               (gpointer) view);
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
                          hall_data_show_is_returnable (view, HALL_PLACE_ORDER)
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
  hall_data_section_foreach (self->evidence, hall_data_show_evidence, (gpointer) view);
  for (guint i = 0; i < self->sections->len; i++)
    {
      HallDataSection *section = g_ptr_array_index (self->sections, i);

      hall_data_section_foreach (section, hall_data_show_field, (gpointer) view);
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

typedef struct
{
  const char *place;
  gboolean passed;
  HallDataRow *first; /* (nullable) */
  HallDataRow *next;  /* (nullable) */
} OpenSearch;

static void
look_for_open (HallDataRow *row, gpointer user_data)
{
  OpenSearch *search = user_data;

  if (g_strcmp0 (hall_data_row_get_id (row), search->place) == 0)
    search->passed = TRUE;
  else if (hall_data_row_is_open (row) && search->passed && search->next == NULL)
    search->next = row;
  else if (hall_data_row_is_open (row) && search->first == NULL)
    search->first = row;
}

gboolean
hall_data_pane_focus_open (HallDataPane *self, const char *place)
{
  OpenSearch search = { .place = place };

  g_return_val_if_fail (HALL_IS_DATA_PANE (self), FALSE);

  hall_data_section_foreach (self->evidence, look_for_open, &search);
  for (guint i = 0; i < self->sections->len; i++)
    hall_data_section_foreach (g_ptr_array_index (self->sections, i), look_for_open, &search);
  if (search.next == NULL)
    search.next = search.first;
  if (search.next == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (search.next));
  on_row_activated_cb (self, search.next);
  return TRUE;
}

void
hall_data_pane_take_focus (HallDataPane *self)
{
  g_return_if_fail (HALL_IS_DATA_PANE (self));

  if (self->evidence != NULL && !hall_data_pane_focus_open (self, NULL))
    gtk_widget_child_focus (GTK_WIDGET (self->evidence), GTK_DIR_TAB_FORWARD);
}

/* (nullable) */
static HallDataRow *
get_focused (HallDataPane *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, HALL_TYPE_DATA_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? HALL_DATA_ROW (row)
                                                                        : NULL;
}

gboolean
hall_data_pane_accept_focused (HallDataPane *self)
{
  HallDataRow *row = get_focused (self);

  if (row == NULL || !hall_data_row_is_acceptable (row))
    return FALSE;
  on_accept_wanted_cb (row, self);
  return TRUE;
}

gboolean
hall_data_pane_return_focused (HallDataPane *self)
{
  HallDataRow *row = get_focused (self);

  if (row == NULL || !gtk_widget_get_visible (hall_data_row_get_tick (row)))
    return FALSE;
  on_return_wanted_cb (row, self);
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
  signals[ACCEPT_WANTED] = g_signal_new ("accept-wanted", HALL_TYPE_DATA_PANE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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
