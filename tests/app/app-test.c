/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "hall-ui.h"
#include "quark-table.h"

#define PATIENCE_MS 60000 /* of a loaded machine */
#define SETTLE_MS   50

void
app_test_init (int *argc, char ***argv)
{
  quark_table_keep ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check (argc, argv))
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (77);
    }
  hall_ui_init ();
}

GtkWidget *
app_test_show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);

  gtk_window_set_default_size (GTK_WINDOW (window), APP_TEST_WIDTH_PX, 700);
  gtk_container_add (GTK_CONTAINER (window), child);
  gtk_widget_show (window);
  gtk_window_present (GTK_WINDOW (window));
  app_test_settle ();
  return window;
}

static void
on_finalized (gpointer data, GObject *where_it_was)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
app_test_close (GtkWidget *window, gpointer child)
{
  gboolean finalized = FALSE;

  g_object_weak_ref (G_OBJECT (child), on_finalized, &finalized);
  gtk_widget_destroy (window);
  app_test_wait (is_true, &finalized);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Some frames have to be laid out and drawn. */
void
app_test_settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MS, on_settled_cb, &settled, NULL);
  while (!settled)
    gtk_main_iteration_do (TRUE);
}

static gboolean
on_patience_ended_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
app_test_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gboolean too_long = FALSE;
  guint source = g_timeout_add (PATIENCE_MS, on_patience_ended_cb, &too_long);

  while (!done (data) && !too_long)
    gtk_main_iteration_do (TRUE);
  g_assert_false (too_long);
  g_source_remove (source);
}

void
app_test_wait_to_rest (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 end_us = g_get_monotonic_time () + PATIENCE_MS * 1000;
  guint n = 0;
  gulong handler = g_signal_connect (clock, "update", G_CALLBACK (app_test_count_cb), &n);

  /* a cursor that blinks does so twice in this time, something that turns as often as it can */
  do
    {
      n = 0;
      for (guint i = 0; i < 10; i++)
        app_test_settle ();
    }
  while (n > 5 && g_get_monotonic_time () < end_us);
  g_signal_handler_disconnect (clock, handler);
  g_assert_cmpuint (n, <=, 5);
}

typedef struct
{
  const char *name;
  GType type;
  const char *text;
  GtkWidget *found;
} Search;

static void
search (GtkWidget *widget, gpointer data)
{
  Search *wanted = data;
  const char *name = atk_object_get_name (gtk_widget_get_accessible (widget));

  if (wanted->found != NULL)
    return;
  if (wanted->name != NULL && g_strcmp0 (name, wanted->name) == 0)
    wanted->found = widget;
  else if (wanted->type != 0 && G_TYPE_CHECK_INSTANCE_TYPE (widget, wanted->type))
    wanted->found = widget;
  else if (wanted->text != NULL && GTK_IS_LABEL (widget) && gtk_widget_is_drawable (widget)
           && strstr (gtk_label_get_text (GTK_LABEL (widget)), wanted->text) != NULL)
    wanted->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search, data);
}

GtkWidget *
app_test_find (GtkWidget *root, const char *name)
{
  Search wanted = { .name = name };

  search (root, &wanted);
  return wanted.found;
}

GtkWidget *
app_test_find_type (GtkWidget *root, GType type)
{
  Search wanted = { .type = type };

  search (root, &wanted);
  return wanted.found;
}

gboolean
app_test_says (GtkWidget *root, const char *text)
{
  Search wanted = { .text = text };

  search (root, &wanted);
  return wanted.found != NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Saying;

static gboolean
is_said (gpointer data)
{
  const Saying *saying = data;

  return app_test_says (saying->root, saying->text);
}

void
app_test_wait_to_say (GtkWidget *root, const char *text)
{
  Saying saying = { root, text };

  g_test_message ("until it says “%s”", text);
  app_test_wait (is_said, &saying);
}

void
app_test_shoot (GtkWidget *window, const char *folder, const char *name)
{
  int width = gtk_widget_get_allocated_width (window);
  int height = gtk_widget_get_allocated_height (window);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  gtk_widget_draw (window, cairo);
  cairo_destroy (cairo);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s cannot be written\n", path);
  cairo_surface_destroy (surface);
}

void
app_test_key (GtkWidget *widget, guint keyval)
{
  app_test_press (widget, keyval, 0);
}

void
app_test_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  GdkEvent *event = gdk_event_new (GDK_KEY_PRESS);
  GdkKeymap *keymap = gdk_keymap_get_for_display (gdk_display_get_default ());
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  gtk_widget_grab_focus (widget);
  app_test_settle ();
  event->key.window = g_object_ref (gtk_widget_get_window (gtk_widget_get_toplevel (widget)));
  event->key.keyval = keyval;
  event->key.state = state;
  if (gdk_keymap_get_entries_for_keyval (keymap, keyval, &keys, &n_keys))
    event->key.hardware_keycode = (guint16) keys[0].keycode;
  gdk_event_set_device (event, gdk_seat_get_keyboard (
                                   gdk_display_get_default_seat (gdk_display_get_default ())));
  gtk_widget_event (gtk_widget_get_toplevel (widget), event);
  gdk_event_free (event);
  app_test_settle ();
}

void
app_test_count_cb (gpointer instance, guint *count)
{
  (*count)++;
}
