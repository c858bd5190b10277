/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing reasons for one place.
 */
#include "hall-reason-picker.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-mark-pen.h"
#include "hall-reason-row.h"
#include "hall-ui.h"

struct _HallReasonPicker
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkEntry *search;
  GtkBox *rows;
  GtkWidget *draw_button;

  HallReturnBasket *basket;
  char *place;
  HallPageView *view; /* (nullable): shows the document at @place */
  GtkWidget *before;  /* (nullable): weak: what had the focus */
};

G_DEFINE_FINAL_TYPE (HallReasonPicker, hall_reason_picker, GTK_TYPE_POPOVER)

/* The first row that is seen, counted from @index; NULL if there are not so many. */
static HallReasonRow *
find_seen (HallReasonPicker *self, guint index)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->rows));

  for (GList *row = rows; row != NULL; row = row->next)
    if (gtk_widget_get_visible (row->data) && index-- == 0)
      return row->data;
  return NULL;
}

static void
on_search_changed_cb (GtkSearchEntry *search, HallReasonPicker *self)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->rows));
  const char *wanted = gtk_entry_get_text (GTK_ENTRY (search));
  guint key = 1;

  for (GList *row = rows; row != NULL; row = row->next)
    {
      gboolean seen = hall_reason_row_matches (row->data, wanted);

      gtk_widget_set_visible (row->data, seen);
      hall_reason_row_set_key (row->data, seen && key <= 9 ? key++ : 0);
    }
}

static void
on_search_activated_cb (GtkEntry *search, HallReasonPicker *self)
{
  HallReasonRow *row;

  on_search_changed_cb (GTK_SEARCH_ENTRY (search), self); /* what was typed last counts at once */
  row = find_seen (self, 0);
  if (row != NULL)
    hall_reason_row_toggle (row);
}

static void
on_search_stopped_cb (GtkSearchEntry *search, HallReasonPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* What is drawn, and where it goes. */
typedef struct
{
  HallReturnBasket *basket;
  char *place;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *self = data;

  g_object_unref (self->basket);
  g_free (self->place);
  g_free (self);
}

static void
on_drawn (const HallPlace *box, gpointer data)
{
  Drawing *self = data;
  const HallPlace *before = hall_return_basket_get_mark (self->basket, self->place);
  HallPlace kept = before != NULL ? *before : (HallPlace){ 0 };

  if (box == NULL)
    box = &kept;
  hall_return_basket_set_mark (self->basket, self->place, box->page > 0 ? box : NULL);
}

static void
on_draw_clicked_cb (GtkButton *button, HallReasonPicker *self)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->basket = g_object_ref (self->basket);
  drawing->place = g_strdup (self->place);
  hall_mark_pen_draw (self->view, hall_return_basket_get_mark (self->basket, self->place), on_drawn,
                      drawing, drawing_free);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_draw (HallReasonPicker *self)
{
  gtk_widget_set_visible (self->draw_button,
                          self->view != NULL
                              && hall_return_basket_is_returned (self->basket, self->place));
}

static void
on_row_changed_cb (HallReasonRow *row, HallReasonPicker *self)
{
  HallReason reason = hall_reason_row_get_reason (row);

  if (hall_reason_row_is_chosen (row))
    hall_return_basket_put (self->basket, reason, self->place, hall_reason_row_get_text (row));
  else
    hall_return_basket_remove (self->basket, reason, self->place);
  show_draw (self);
}

static void
on_done_clicked_cb (GtkButton *button, HallReasonPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
on_destroy_due_cb (gpointer user_data)
{
  gtk_widget_destroy (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkPopover *popover, gpointer user_data)
{
  HallReasonPicker *self = HALL_REASON_PICKER (popover);

  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_destroy_due_cb, g_object_ref (popover), g_object_unref);
}

/* A popover that opens while the window is still drawing something else gets no focus by itself. */
static void
on_mapped_cb (GtkWidget *popover, gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (HALL_REASON_PICKER (popover)->search));
}

/* What is typed: digits pick, but in a line that is being written; letters search. */
static GtkWidget *
get_focus (HallReasonPicker *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  return GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;
}

static gboolean
is_writing (HallReasonPicker *self)
{
  GtkWidget *focus = get_focus (self);

  return GTK_IS_EDITABLE (focus)
         && (focus != GTK_WIDGET (self->search) || *gtk_entry_get_text (self->search) != '\0');
}

/* Enter is done: a tick that has the focus was just picked, and is not to be taken back. */
static gboolean
is_done (HallReasonPicker *self, guint keyval)
{
  GtkWidget *focus = get_focus (self);

  return (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
         && focus != GTK_WIDGET (self->search)
         && (GTK_IS_TOGGLE_BUTTON (focus) || GTK_IS_ENTRY (focus));
}

static gboolean
on_key_pressed_cb (GtkWidget *widget, GdkEventKey *event, HallReasonPicker *self)
{
  guint32 typed = gdk_keyval_to_unicode (event->keyval);
  HallReasonRow *row;

  if (is_done (self, event->keyval))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }
  if (is_writing (self) || (event->state & (GDK_CONTROL_MASK | GDK_MOD1_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (typed < '1' || typed > '9')
    return get_focus (self) != GTK_WIDGET (self->search) && g_unichar_isalpha (typed)
           && gtk_search_entry_handle_event (GTK_SEARCH_ENTRY (self->search), (GdkEvent *) event);
  row = find_seen (self, typed - '1');
  if (row != NULL)
    hall_reason_row_toggle (row);
  return GDK_EVENT_STOP;
}

static void
hall_reason_picker_dispose (GObject *object)
{
  HallReasonPicker *self = HALL_REASON_PICKER (object);

  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->basket);
  g_clear_object (&self->view);
  g_clear_pointer (&self->place, g_free);
  G_OBJECT_CLASS (hall_reason_picker_parent_class)->dispose (object);
}

static void
hall_reason_picker_class_init (HallReasonPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_reason_picker_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-reason-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HallReasonPicker, title);
  gtk_widget_class_bind_template_child (widget_class, HallReasonPicker, rows);
  gtk_widget_class_bind_template_child (widget_class, HallReasonPicker, search);
  gtk_widget_class_bind_template_child (widget_class, HallReasonPicker, draw_button);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_draw_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
}

static void
hall_reason_picker_init (HallReasonPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_set_accessible_name (GTK_WIDGET (self->search), _ ("Search the reasons"));
}

static void
add_row (HallReasonPicker *self, HallReason reason, guint key)
{
  GtkWidget *row = hall_reason_row_new (reason, key <= 9 ? key : 0);
  const HallReturn *chosen = hall_return_basket_find (self->basket, reason, self->place);

  hall_reason_row_set (HALL_REASON_ROW (row), chosen != NULL, chosen != NULL ? chosen->text : NULL);
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed_cb), self);
  gtk_container_add (GTK_CONTAINER (self->rows), row);
}

/* What scrolls hides a popover that points at something out of view, and what is picked makes room
 * for itself below: the picker stands beside what scrolls, and only points at the row. */
static void
point_at (HallReasonPicker *self, GtkWidget *beside)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (beside, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *around = scroller != NULL ? gtk_widget_get_parent (scroller) : beside;
  GdkRectangle place = { .width = gtk_widget_get_allocated_width (beside),
                         .height = gtk_widget_get_allocated_height (beside) };

  gtk_popover_set_relative_to (GTK_POPOVER (self), around);
  if (around == beside
      || !gtk_widget_translate_coordinates (beside, around, 0, 0, &place.x, &place.y))
    return;
  place.y = CLAMP (place.y, 0, MAX (gtk_widget_get_allocated_height (around) - place.height, 0));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

HallReasonPicker *
hall_reason_picker_open (GtkWidget *beside, HallReturnBasket *basket, const HallReasonPlace *place)
{
  HallReasonPicker *self = g_object_new (HALL_TYPE_REASON_PICKER, NULL);
  const char *title = hall_place_get_label (place->catalog, place->place, hall_app_lang ());
  guint key = 1;

  self->basket = g_object_ref (basket);
  self->place = g_strdup (place->place);
  g_set_object (&self->view, place->view);
  gtk_label_set_text (self->title, title);
  hall_ui_set_accessible_name (GTK_WIDGET (self), title);
  for (HallReason reason = 0; reason < HALL_N_REASONS; reason++)
    if (hall_reason_fits (reason, place->catalog, place->type, place->place))
      add_row (self, reason, key++);
  show_draw (self);
  point_at (self, beside);
  g_set_weak_pointer (&self->before, get_focus (self));
  gtk_popover_popup (GTK_POPOVER (self));
  return self;
}

gboolean
hall_reason_place_has_reasons (const HallReasonPlace *place)
{
  for (HallReason reason = 0; reason < HALL_N_REASONS; reason++)
    if (hall_reason_fits (reason, place->catalog, place->type, place->place))
      return TRUE;
  return FALSE;
}
