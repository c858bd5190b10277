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
  GPtrArray *all_sections;   /* (element-type HallDataSection), in @fields_box, as in @catalog */
  GPtrArray *sections;       /* (element-type HallDataSection): those of the order's type */
  HallCatalog *catalog;      /* (nullable): what the rows were made for */
  char *number;              /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallDataPane, hall_data_pane, GTK_TYPE_BOX)

enum
{
  ROW_CHOSEN,
  RETURN_WANTED,
  ACCEPT_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (HallDataPane *self, HallDataRow *row)
{
  g_signal_emit (self, signals[ROW_CHOSEN], 0, hall_data_row_get_id (row));
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

/* For all types: orders of the one and of the other come by turns. */
static void
build_fields (HallDataPane *self, const HallDataView *view)
{
  hall_ui_clear (GTK_CONTAINER (self->fields_box));
  g_ptr_array_set_size (self->all_sections, 0);
  for (guint i = 0; i < view->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (view->catalog->sections, i);
      HallDataSection *box =
          add_section (self, self->fields_box, hall_label_get (&section->label, hall_app_lang ()));

      g_ptr_array_add (self->all_sections, box);
      for (guint j = 0; j < section->fields->len; j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);

          add_row (self, box, field->id, hall_label_get (&field->label, hall_app_lang ()));
        }
    }
}

static void
choose_sections (HallDataPane *self, const HallDataView *view)
{
  const HallCertificateType *type =
      hall_catalog_find_type (view->catalog, view->order->certificate_type);

  g_ptr_array_set_size (self->sections, 0);
  for (guint i = 0; i < view->catalog->sections->len; i++)
    {
      GtkWidget *box = g_ptr_array_index (self->all_sections, i);

      if (type != NULL
          && hall_section_is_in_type (g_ptr_array_index (view->catalog->sections, i), type))
        g_ptr_array_add (self->sections, box);
      else
        gtk_widget_hide (box);
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

static void
add_auth_row (HallDataPane *self, const HallDataView *view)
{
  HallDataRow *row =
      add_row (self, self->evidence, HALL_PLACE_HANDLER_AUTH,
               hall_place_get_label (view->catalog, HALL_PLACE_HANDLER_AUTH, hall_app_lang ()));

  hall_data_row_set_heading (row);
  hall_data_row_set_key (row, 0);
}

/* Of all that an order can have. */
static void
build_evidence (HallDataPane *self, const HallDataView *view)
{
  g_autoptr (GPtrArray) possible = hall_evidence_list_possible (view->catalog, hall_app_lang ());
  gboolean has_auth = FALSE;

  hall_ui_clear (GTK_CONTAINER (self->evidence_box));
  self->evidence = add_section (self, self->evidence_box, _ ("Documents"));
  for (guint i = 0; i < possible->len; i++)
    {
      const HallEvidence *evidence = g_ptr_array_index (possible, i);

      if (evidence->kind != HALL_EVIDENCE_DOCUMENT && !has_auth)
        {
          add_auth_row (self, view);
          has_auth = TRUE;
        }
      hall_data_row_set_heading (add_row (self, self->evidence, evidence->id, evidence->label));
    }
}

/* What the order has, and the keys for it. */
static void
choose_evidence (HallDataRow *row, gpointer user_data)
{
  const HallDataView *view = user_data;
  const char *id = hall_data_row_get_id (row);

  if (g_str_equal (id, HALL_PLACE_HANDLER_AUTH))
    return;
  gtk_widget_hide (GTK_WIDGET (row));
  for (guint i = 0; i < view->evidence->len; i++)
    if (g_str_equal (((const HallEvidence *) g_ptr_array_index (view->evidence, i))->id, id))
      {
        hall_data_row_set_key (row, i < MAX_KEY ? i + 1 : 0);
        gtk_widget_show (GTK_WIDGET (row));
      }
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

/* Nobody stands in the middle of an order that has just come. */
static void
start_anew (HallDataPane *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (get_focused (self) != NULL)
    gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The rows are made once for a catalogue: that takes longer than all the rest. */
static void
build (HallDataPane *self, const HallDataView *view)
{
  if (self->catalog != view->catalog)
    {
      g_clear_pointer (&self->catalog, hall_catalog_unref);
      self->catalog = hall_catalog_ref (view->catalog);
      build_fields (self, view);
      build_facts (self, view);
      build_evidence (self, view);
    }
  choose_sections (self, view);
  hall_data_section_foreach (self->evidence, choose_evidence, (gpointer) view);
  if (g_strcmp0 (self->number, view->order->number) == 0)
    return;
  g_free (self->number);
  self->number = g_strdup (view->order->number);
  start_anew (self);
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
  g_clear_pointer (&self->all_sections, g_ptr_array_unref);
  g_clear_pointer (&self->number, g_free);
  G_OBJECT_CLASS (hall_data_pane_parent_class)->dispose (object);
}

static void
hall_data_pane_class_init (HallDataPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_data_pane_dispose;
  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", HALL_TYPE_DATA_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
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
  self->all_sections = g_ptr_array_new ();
  self->timeline = HALL_TIMELINE (hall_timeline_new ());
  gtk_container_add (GTK_CONTAINER (self->history), GTK_WIDGET (self->timeline));
}

GtkWidget *
hall_data_pane_new (void)
{
  return g_object_new (HALL_TYPE_DATA_PANE, NULL);
}
