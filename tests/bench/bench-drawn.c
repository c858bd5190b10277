/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A module that GTK loads into any program (GTK_MODULES): says when the first window has been
 * drawn and the display server has it, in microseconds of the monotonic clock, and ends the
 * program.
 */
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

G_MODULE_EXPORT void gtk_module_init (int *argc, char ***argv);

static void
on_painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  gdk_display_sync (gdk_display_get_default ());
  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  _exit (0);
}

static gboolean
on_drawn_cb (GtkWidget *window, cairo_t *cairo, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (window, on_drawn_cb, user_data);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted_cb),
                    NULL);
  return FALSE;
}

static gboolean
on_map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (!GTK_IS_WINDOW (widget))
    return TRUE;
  g_signal_connect_after (widget, "draw", G_CALLBACK (on_drawn_cb), NULL);
  return FALSE;
}

void
gtk_module_init (int *argc, char ***argv)
{
  g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map_cb, NULL, NULL);
}
