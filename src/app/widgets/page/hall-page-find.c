/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which text of the pages is searched.
 */
#include "hall-page-find.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

struct _HallPageFind
{
  GtkBox parent_instance;

  GtkEntry *entry;
  GtkLabel *count;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  HallPageWords *words; /* owned */
};

G_DEFINE_FINAL_TYPE (HallPageFind, hall_page_find, GTK_TYPE_BOX)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
move (HallPageFind *self, int step)
{
  HallPlace place;
  guint n_matches = hall_page_words_get_n_matches (self->words);
  guint number = hall_page_words_step (self->words, step, &place);
  g_autofree char *text = NULL;

  if (number == 0)
    return;
  /* Translators: the match that is shown and how many there are */
  text = g_strdup_printf (_ ("%1$u of %2$u"), number, n_matches);
  gtk_label_set_text (self->count, text);
  g_signal_emit (self, signals[MOVED], 0, &place);
}

static void
show_count (HallPageFind *self)
{
  guint n_matches = hall_page_words_get_n_matches (self->words);
  gboolean is_empty = gtk_entry_get_text_length (self->entry) == 0;

  if (n_matches == 0)
    gtk_label_set_text (self->count, is_empty ? "" : _ ("Nothing found"));
  gtk_widget_set_sensitive (self->previous_button, n_matches > 0);
  gtk_widget_set_sensitive (self->next_button, n_matches > 0);
}

/* Texts of further pages come one by one. */
static void
on_text_ready_cb (HallPageWords *words, guint page, HallPageFind *self)
{
  show_count (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    move (self, 0);
}

static void
on_search_changed_cb (GtkSearchEntry *entry, HallPageFind *self)
{
  hall_page_words_search (self->words, gtk_entry_get_text (self->entry));
  show_count (self);
  move (self, 0);
}

static void
on_previous_cb (GtkWidget *widget, HallPageFind *self)
{
  move (self, -1);
}

static void
on_next_cb (GtkWidget *widget, HallPageFind *self)
{
  move (self, 1);
}

static void
on_close_cb (GtkWidget *widget, HallPageFind *self)
{
  hall_page_find_close (self);
}

static gboolean
on_entry_key_cb (GtkWidget *entry, GdkEventKey *event, HallPageFind *self)
{
  if (event->keyval != GDK_KEY_Return && event->keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  move (self, (event->state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
hall_page_find_dispose (GObject *object)
{
  g_clear_object (&HALL_PAGE_FIND (object)->words);
  G_OBJECT_CLASS (hall_page_find_parent_class)->dispose (object);
}

static void
hall_page_find_class_init (HallPageFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_page_find_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-page-find.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPageFind, entry);
  gtk_widget_class_bind_template_child (widget_class, HallPageFind, count);
  gtk_widget_class_bind_template_child (widget_class, HallPageFind, previous_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageFind, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_cb);
  signals[MOVED] = g_signal_new ("moved", HALL_TYPE_PAGE_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
hall_page_find_init (HallPageFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->count);
}

GtkWidget *
hall_page_find_new (HallPageWords *words)
{
  HallPageFind *self = g_object_new (HALL_TYPE_PAGE_FIND, NULL);

  self->words = g_object_ref (words);
  g_signal_connect_object (words, "text-ready", G_CALLBACK (on_text_ready_cb), self, 0);
  return GTK_WIDGET (self);
}

void
hall_page_find_open (HallPageFind *self)
{
  gtk_widget_show (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  hall_page_words_search (self->words, gtk_entry_get_text (self->entry));
  show_count (self);
}

void
hall_page_find_close (HallPageFind *self)
{
  gtk_widget_hide (GTK_WIDGET (self));
  hall_page_words_search (self->words, "");
}
