/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-queue-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hall-queue-row.h"
#include "hall-ui.h"

#define FIRST_GUESS 72 /* height of a row before one has been measured */
#define WHEEL_ROWS  1.5
#define MAX_WIDGETS 200

struct _HallQueueList
{
  GtkBox parent_instance;

  GtkScrolledWindow *port; /* cuts off the parts of the first and the last row */
  GtkListBox *list;
  GtkWidget *bar;
  GtkAdjustment *place; /* in pixels of the whole list */
  GPtrArray *rows;      /* (element-type HallQueueRow), owned by @list */

  HallQueue *queue;     /* (nullable) */
  HallCatalog *catalog; /* (nullable) */
  char *marked;         /* (nullable) */
  char *me;             /* (nullable): name of who looks */
  gint64 now_s;
  int row_height;
  int height;  /* of @port, when it was filled or will be */
  guint first; /* position of the first row widget */
  guint fill_source;
  gboolean measured; /* @row_height, on a row that has something to show */
  gboolean setting;  /* by the program */
};

G_DEFINE_FINAL_TYPE (HallQueueList, hall_queue_list, GTK_TYPE_BOX)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkAdjustment *
get_inner (HallQueueList *self)
{
  return gtk_scrolled_window_get_vadjustment (self->port);
}

static guint
get_n (HallQueueList *self)
{
  return self->queue != NULL ? hall_queue_get_n (self->queue) : 0;
}

static void
show_row (HallQueueList *self, HallQueueRow *row, guint position)
{
  HallOrderItem *item = hall_queue_get (self->queue, position);

  hall_queue_row_set_me (row, self->me);
  hall_queue_row_set_item (row, item, self->catalog, self->now_s);
  hall_queue_row_set_open (row,
                           item != NULL
                               && g_strcmp0 (hall_queue_row_get_number (row), self->marked) == 0);
}

/* The part of the first row that is above the edge. */
static void
set_offset (HallQueueList *self)
{
  double offset = gtk_adjustment_get_value (self->place) - (double) self->first * self->row_height;

  self->setting = TRUE;
  gtk_adjustment_set_value (get_inner (self), offset);
  self->setting = FALSE;
}

static void
show_rows (HallQueueList *self)
{
  guint n = get_n (self);

  self->first = (guint) (gtk_adjustment_get_value (self->place) / self->row_height);
  for (guint i = 0; i < self->rows->len; i++)
    {
      HallQueueRow *row = g_ptr_array_index (self->rows, i);
      gboolean there = self->first + i < n;

      if (there)
        show_row (self, row, self->first + i);
      gtk_widget_set_visible (GTK_WIDGET (row), there);
    }
  set_offset (self);
}

static void
look (HallQueueList *self)
{
  if (self->queue != NULL)
    hall_queue_look (self->queue, self->first, MAX (self->rows->len, 1));
}

static void
on_place_changed_cb (GtkAdjustment *place, HallQueueList *self)
{
  if (self->queue == NULL)
    return;
  show_rows (self);
  look (self);
}

/* The focus went to a row that is cut off: the whole list moves as far. */
static void
on_inner_changed_cb (GtkAdjustment *inner, HallQueueList *self)
{
  if (!self->setting && self->queue != NULL)
    gtk_adjustment_set_value (self->place, (double) self->first * self->row_height
                                               + gtk_adjustment_get_value (inner));
}

static void
add_row (HallQueueList *self)
{
  GtkWidget *row = hall_queue_row_new ();

  gtk_container_add (GTK_CONTAINER (self->list), row);
  g_ptr_array_add (self->rows, row);
}

static void
measure (HallQueueList *self)
{
  int height = 0;

  if (self->rows->len == 0)
    return;
  gtk_widget_set_size_request (g_ptr_array_index (self->rows, 0), -1, -1);
  gtk_widget_get_preferred_height (g_ptr_array_index (self->rows, 0), NULL, &height);
  if (height > 0)
    {
      self->row_height = height;
      self->measured = *hall_queue_row_get_number (g_ptr_array_index (self->rows, 0)) != '\0';
    }
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_size_request (g_ptr_array_index (self->rows, i), -1, self->row_height);
}

static void
set_extent (HallQueueList *self)
{
  double height = gtk_widget_get_allocated_height (GTK_WIDGET (self->port));
  double upper = (double) get_n (self) * self->row_height;
  double value = CLAMP (gtk_adjustment_get_value (self->place), 0, MAX (upper - height, 0));

  gtk_widget_set_visible (self->bar, upper > height);
  gtk_adjustment_configure (self->place, value, 0, upper, self->row_height, MAX (height * 0.9, 1),
                            MIN (height, upper));
}

/* As many rows as fit, and one that is cut off. */
static void
fill (HallQueueList *self)
{
  int height = gtk_widget_get_allocated_height (GTK_WIDGET (self->port));
  guint wanted;

  if (get_n (self) == 0 || height <= 1)
    return;
  if (self->rows->len == 0)
    add_row (self);
  show_row (self, g_ptr_array_index (self->rows, 0), self->first);
  measure (self);
  wanted = CLAMP ((guint) (height / self->row_height) + 2, 1, MAX_WIDGETS);
  while (self->rows->len < wanted)
    add_row (self);
  measure (self);
  set_extent (self);
  show_rows (self);
  look (self);
}

static gboolean
on_fill_due_cb (gpointer user_data)
{
  HallQueueList *self = user_data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a size that is being given cannot be changed. */
static void
fill_soon (HallQueueList *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_fill_due_cb, self, NULL);
}

/* Filling allocates again: the same height once more must not fill once more. */
static void
on_resized_cb (HallQueueList *self, const GdkRectangle *allocation)
{
  if (allocation->height == self->height)
    return;
  self->height = allocation->height;
  fill_soon (self);
}

static void
on_rows_changed_cb (HallQueueList *self)
{
  if (!self->measured)
    fill (self);
  set_extent (self);
  show_rows (self);
  look (self);
}

static void
move_by (HallQueueList *self, double pixels)
{
  gtk_adjustment_set_value (self->place, gtk_adjustment_get_value (self->place) + pixels);
}

static gboolean
on_scrolled_cb (GtkWidget *widget, GdkEventScroll *event, HallQueueList *self)
{
  double x, y;

  if (gdk_event_get_scroll_deltas ((GdkEvent *) event, &x, &y))
    move_by (self, y * WHEEL_ROWS * self->row_height);
  else if (event->direction == GDK_SCROLL_UP || event->direction == GDK_SCROLL_DOWN)
    move_by (self, (event->direction == GDK_SCROLL_UP ? -1 : 1) * WHEEL_ROWS * self->row_height);
  return GDK_EVENT_STOP;
}

static int
get_focused (HallQueueList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->rows, i)))
      return (int) (self->first + i);
  return -1;
}

static void
show_position (HallQueueList *self, guint position)
{
  gtk_adjustment_clamp_page (self->place, (double) position * self->row_height,
                             (double) (position + 1) * self->row_height);
}

static void
focus_position (HallQueueList *self, double position)
{
  guint wanted = (guint) CLAMP (position, 0, (double) get_n (self) - 1);

  show_position (self, wanted);
  if (wanted >= self->first && wanted - self->first < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, wanted - self->first));
}

/* Arrows go on where the widgets end. */
static gboolean
on_key_pressed_cb (GtkWidget *widget, GdkEventKey *event, HallQueueList *self)
{
  int page = (int) (gtk_adjustment_get_page_size (self->place) / self->row_height);
  const struct
  {
    guint key, keypad;
    double rows;
  } steps[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -page },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, page },
    { GDK_KEY_Home, GDK_KEY_KP_Home, -G_MAXINT },
    { GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT },
  };
  int focused = get_focused (self);

  if (focused < 0 || (event->state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (event->keyval == steps[i].key || event->keyval == steps[i].keypad)
      {
        focus_position (self, focused + steps[i].rows);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HallQueueList *self)
{
  const char *number = hall_queue_row_get_number (HALL_QUEUE_ROW (row));

  if (*number != '\0')
    g_signal_emit (self, signals[ACTIVATED], 0, number);
}

static void
forget_queue (HallQueueList *self)
{
  if (self->queue != NULL)
    g_signal_handlers_disconnect_by_data (self->queue, self);
  g_clear_object (&self->queue);
  for (guint i = 0; i < self->rows->len; i++)
    {
      hall_queue_row_set_item (g_ptr_array_index (self->rows, i), NULL, NULL, 0);
      gtk_widget_hide (g_ptr_array_index (self->rows, i));
    }
}

static void
hall_queue_list_dispose (GObject *object)
{
  HallQueueList *self = HALL_QUEUE_LIST (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->rows != NULL)
    forget_queue (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_clear_pointer (&self->marked, g_free);
  g_clear_pointer (&self->me, g_free);
  G_OBJECT_CLASS (hall_queue_list_parent_class)->dispose (object);
}

static void
hall_queue_list_class_init (HallQueueListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_queue_list_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", HALL_TYPE_QUEUE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-queue-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HallQueueList, port);
  gtk_widget_class_bind_template_child (widget_class, HallQueueList, list);
  gtk_widget_class_bind_template_child (widget_class, HallQueueList, place);
  gtk_widget_class_bind_template_child (widget_class, HallQueueList, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
hall_queue_list_init (HallQueueList *self)
{
  self->rows = g_ptr_array_new ();
  self->row_height = FIRST_GUESS;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->port, "size-allocate", G_CALLBACK (on_resized_cb), self);
  g_signal_connect_swapped (self->port, "style-updated", G_CALLBACK (fill_soon), self);
  g_signal_connect_object (get_inner (self), "value-changed", G_CALLBACK (on_inner_changed_cb),
                           self, 0);
}

GtkWidget *
hall_queue_list_new (void)
{
  return g_object_new (HALL_TYPE_QUEUE_LIST, NULL);
}

void
hall_queue_list_set_queue (HallQueueList *self, HallQueue *queue)
{
  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  forget_queue (self);
  gtk_adjustment_set_value (self->place, 0);
  if (queue == NULL)
    return;
  self->queue = g_object_ref (queue);
  g_signal_connect_swapped (queue, "rows-changed", G_CALLBACK (on_rows_changed_cb), self);
  on_rows_changed_cb (self);
}

void
hall_queue_list_set_me (HallQueueList *self, const char *me)
{
  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  g_free (self->me);
  self->me = g_strdup (me);
}

void
hall_queue_list_refresh (HallQueueList *self, HallCatalog *catalog, gint64 now_s)
{
  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  if (catalog != NULL)
    hall_catalog_ref (catalog);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->catalog = catalog;
  self->now_s = now_s;
  if (self->queue != NULL)
    show_rows (self);
}

void
hall_queue_list_mark (HallQueueList *self, const char *number)
{
  int position;

  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  if (g_strcmp0 (number, self->marked) == 0)
    return;
  g_free (self->marked);
  self->marked = g_strdup (number);
  if (self->queue == NULL)
    return;
  position = number != NULL ? hall_queue_find (self->queue, number) : -1;
  if (position >= 0)
    show_position (self, (guint) position);
  show_rows (self);
}

void
hall_queue_list_focus (HallQueueList *self)
{
  int position;

  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  if (get_n (self) == 0 || self->rows->len == 0)
    return;
  position = self->marked != NULL ? hall_queue_find (self->queue, self->marked) : -1;
  focus_position (self, position >= 0 ? position : (double) self->first);
}

void
hall_queue_list_rewind (HallQueueList *self)
{
  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  gtk_adjustment_set_value (self->place, 0);
}

void
hall_queue_list_scroll_to (HallQueueList *self, guint position)
{
  g_return_if_fail (HALL_IS_QUEUE_LIST (self));

  gtk_adjustment_set_value (self->place, (double) position * self->row_height);
}

guint
hall_queue_list_get_n_widgets (HallQueueList *self)
{
  g_return_val_if_fail (HALL_IS_QUEUE_LIST (self), 0);

  return self->rows->len;
}
