/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-checks-pane.h"

#include <glib/gi18n.h>

#include "hall-badge.h"
#include "hall-check-list.h"
#include "hall-data-row.h"
#include "hall-ui.h"

struct _HallChecksPane
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkListBox *doubts;
  GtkExpander *rest;
  GtkListBox *good;

  HallSession *session;
  char *number;              /* (nullable): of the order in view */
  gint64 version;            /* for which was asked */
  HallSecondLook *look;      /* (nullable) */
  GCancellable *cancellable; /* (nullable): while it is on its way */
  GPtrArray *lines;          /* (element-type HallCheckLine) */
};

G_DEFINE_FINAL_TYPE (HallChecksPane, hall_checks_pane, GTK_TYPE_BOX)

enum
{
  SHOW,
  OPEN,
  LOOKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HallChecksPane *self)
{
  const HallCheckLine *line = g_object_get_data (G_OBJECT (row), "hall-line");
  g_autofree char *other = g_strdup (line->other);
  g_autofree char *where = g_strdup (line->where);
  HallPlace place = line->place;

  if (other != NULL)
    g_signal_emit (self, signals[OPEN], 0, other);
  else if (where != NULL)
    g_signal_emit (self, signals[SHOW], 0, where, &place);
}

/* Rows that are there already are used again: making one takes longer than filling ten. */
static GtkWidget *
get_row (GtkListBox *list, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) index);
  GtkWidget *made;

  if (row != NULL)
    return GTK_WIDGET (row);
  made = hall_data_row_new ("", "");
  gtk_container_add (GTK_CONTAINER (list), made);
  return made;
}

static void
show_line (GtkWidget *row, const HallCheckLine *line)
{
  hall_data_row_set_label (HALL_DATA_ROW (row), line->title);
  hall_data_row_set_verdict (HALL_DATA_ROW (row), line->verdict, line->sentence);
  hall_data_row_set_value (HALL_DATA_ROW (row), NULL, NULL);
  hall_data_row_set_returnable (HALL_DATA_ROW (row), FALSE, "");
  g_object_set_data (G_OBJECT (row), "hall-line", (gpointer) line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    line->other != NULL || line->where != NULL);
  hall_ui_set_accessible_name (row, line->title);
  hall_ui_set_accessible_description (row, line->sentence != NULL ? line->sentence : "");
  gtk_widget_show (row);
}

/* Their lines are gone. */
static void
hide_rest (GtkListBox *list, guint from)
{
  GtkListBoxRow *row;

  for (guint i = from; (row = gtk_list_box_get_row_at_index (list, (int) i)) != NULL; i++)
    {
      g_object_set_data (G_OBJECT (row), "hall-line", NULL);
      gtk_widget_hide (GTK_WIDGET (row));
    }
}

static void
show_lines (HallChecksPane *self, const HallOrder *order, HallCatalog *catalog)
{
  guint n_good = 0, n_doubts = 0;
  g_autofree char *rest = NULL;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines =
      hall_check_list_make (order, catalog, self->look, hall_session_get_now_s (self->session));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const HallCheckLine *line = g_ptr_array_index (self->lines, i);

      if (line->verdict <= HALL_GOOD)
        show_line (get_row (self->good, n_good++), line);
      else
        show_line (get_row (self->doubts, n_doubts++), line);
    }
  hide_rest (self->good, n_good);
  hide_rest (self->doubts, n_doubts);
  /* Translators: %u is how many checks found nothing wrong */
  rest = g_strdup_printf (_ ("In order: %u"), n_good);
  gtk_expander_set_label (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_good > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), n_doubts > 0);
}

static void
on_look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallChecksPane) self = user_data;
  g_autoptr (GError) error = NULL;
  HallSecondLook *look = hall_client_take_second_look_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (look == NULL)
    return; /* what the order itself says stands; it is asked again with the next version */
  g_clear_pointer (&self->look, hall_second_look_free);
  self->look = look;
  g_signal_emit (self, signals[LOOKED], 0);
}

static void
stop (HallChecksPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
hall_checks_pane_dispose (GObject *object)
{
  HallChecksPane *self = HALL_CHECKS_PANE (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->look, hall_second_look_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_checks_pane_parent_class)->dispose (object);
}

static void
hall_checks_pane_class_init (HallChecksPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_checks_pane_dispose;
  signals[SHOW] = g_signal_new ("show-place", HALL_TYPE_CHECKS_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", HALL_TYPE_CHECKS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOOKED] = g_signal_new ("looked", HALL_TYPE_CHECKS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-checks-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HallChecksPane, title);
  gtk_widget_class_bind_template_child (widget_class, HallChecksPane, doubts);
  gtk_widget_class_bind_template_child (widget_class, HallChecksPane, rest);
  gtk_widget_class_bind_template_child (widget_class, HallChecksPane, good);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
hall_checks_pane_init (HallChecksPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_walk_between_lists (self->doubts);
  hall_ui_walk_between_lists (self->good);
}

GtkWidget *
hall_checks_pane_new (HallSession *session)
{
  HallChecksPane *self = g_object_new (HALL_TYPE_CHECKS_PANE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
hall_checks_pane_show (HallChecksPane *self, const HallOrder *order, HallCatalog *catalog)
{
  gboolean other;

  g_return_if_fail (HALL_IS_CHECKS_PANE (self));

  other = order == NULL || g_strcmp0 (order->number, self->number) != 0;
  if (other)
    {
      stop (self);
      g_clear_pointer (&self->look, hall_second_look_free);
      g_clear_pointer (&self->number, g_free);
    }
  if (order == NULL)
    return;
  if (other || order->version != self->version)
    {
      stop (self);
      if (other)
        self->number = g_strdup (order->number);
      self->version = order->version;
      self->cancellable = g_cancellable_new ();
      hall_client_take_second_look_async (hall_session_get_client (self->session), order->number,
                                          self->cancellable, on_look_cb, g_object_ref (self));
    }
  show_lines (self, order, catalog);
}

const HallSecondLook *
hall_checks_pane_get_look (HallChecksPane *self)
{
  g_return_val_if_fail (HALL_IS_CHECKS_PANE (self), NULL);

  return self->look;
}
