/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every widget stands on.
 */
#include "hall-ui.h"

#include <handy.h>

#include "hall-data-dir.h"
#include "hall-resources.h"

#define STYLE_RESOURCE "/io/github/certhall/hall-style.css"

/* What stays in view above and below the focus. */
#define FOCUS_MARGIN_PX 24

#define RETIRE_MS 1000

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, STYLE_RESOURCE);
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (), GTK_STYLE_PROVIDER (style),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* The program's own icon, where it runs without being installed. */
static void
find_icons (void)
{
  g_autofree char *folder = hall_data_dir_find ("icons");

  if (folder != NULL)
    gtk_icon_theme_append_search_path (gtk_icon_theme_get_default (), folder);
}

void
hall_ui_init (void)
{
  static gboolean done = FALSE;

  if (done)
    return;
  done = TRUE;

  hdy_init ();
  hall_register_resource ();
  find_icons ();
  load_style ();
}

void
hall_ui_set_accessible_name (GtkWidget *widget, const char *name)
{
  atk_object_set_name (gtk_widget_get_accessible (widget), name);
}

void
hall_ui_set_accessible_description (GtkWidget *widget, const char *description)
{
  atk_object_set_description (gtk_widget_get_accessible (widget), description);
}

void
hall_ui_make_alert (GtkLabel *label)
{
  atk_object_set_role (gtk_widget_get_accessible (GTK_WIDGET (label)), ATK_ROLE_ALERT);
}

void
hall_ui_set_class (GtkWidget *widget, const char *style_class, gboolean on)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (on)
    gtk_style_context_add_class (context, style_class);
  else
    gtk_style_context_remove_class (context, style_class);
}

static gboolean
on_wheel_turned_cb (GtkWidget *widget, GdkEvent *event, gpointer user_data)
{
  g_signal_stop_emission_by_name (widget, "scroll-event");
  return GDK_EVENT_PROPAGATE;
}

void
hall_ui_ignore_wheel (GtkWidget *widget)
{
  g_signal_connect (widget, "scroll-event", G_CALLBACK (on_wheel_turned_cb), NULL);
}

static gboolean
focus_in_row (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget *content = gtk_bin_get_child (GTK_BIN (row));

  return content != NULL && gtk_widget_is_visible (row)
         && gtk_widget_child_focus (content, direction);
}

/* A list would take Tab as the way out of it, from any row. */
static gboolean
on_list_focused_cb (GtkWidget *list, GtkDirectionType direction, gpointer user_data)
{
  GtkWidget *current = gtk_container_get_focus_child (GTK_CONTAINER (list));
  g_autoptr (GList) rows = NULL;
  GList *row;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  rows = gtk_container_get_children (GTK_CONTAINER (list));
  if (direction == GTK_DIR_TAB_BACKWARD)
    rows = g_list_reverse (rows);
  row = current != NULL ? g_list_find (rows, current) : rows;
  for (; row != NULL; row = row->next)
    if (focus_in_row (row->data, direction))
      return TRUE;
  g_signal_stop_emission_by_name (list, "focus");
  return FALSE;
}

void
hall_ui_tab_through_rows (GtkListBox *list)
{
  g_signal_connect (list, "focus", G_CALLBACK (on_list_focused_cb), NULL);
}

typedef struct
{
  GtkWidget *list; /* that is left */
  gboolean passed;
  GtkWidget *above; /* (nullable) */
  GtkWidget *below; /* (nullable) */
} ListSearch;

/* (nullable): the first row that is seen, or the last */
static GtkWidget *
find_end_row (GtkWidget *list, gboolean last)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (list));

  if (last)
    rows = g_list_reverse (rows);
  for (GList *row = rows; row != NULL; row = row->next)
    if (gtk_widget_get_mapped (row->data))
      return row->data;
  return NULL;
}

static void
find_neighbours (GtkWidget *widget, gpointer data)
{
  ListSearch *search = data;

  if (widget == search->list)
    search->passed = TRUE;
  else if (GTK_IS_LIST_BOX (widget) && find_end_row (widget, FALSE) != NULL)
    {
      if (!search->passed)
        search->above = widget;
      else if (search->below == NULL)
        search->below = widget;
    }
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_neighbours, search);
}

static gboolean
on_list_left_cb (GtkWidget *list, GtkDirectionType direction, gpointer user_data)
{
  GtkWidget *around = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  ListSearch search = { .list = list };
  GtkWidget *next;

  if (around == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  find_neighbours (around, &search);
  next = direction == GTK_DIR_UP ? search.above : search.below;
  if (next == NULL)
    return FALSE;
  gtk_widget_grab_focus (find_end_row (next, direction == GTK_DIR_UP));
  return TRUE;
}

void
hall_ui_walk_between_lists (GtkListBox *list)
{
  g_signal_connect (list, "keynav-failed", G_CALLBACK (on_list_left_cb), NULL);
}

/* (nullable): the row that has the focus within @content, or else what has it. */
static GtkWidget *
find_focused_row (GtkContainer *content)
{
  GtkWidget *child = gtk_container_get_focus_child (content);

  while (child != NULL && !GTK_IS_LIST_BOX_ROW (child) && GTK_IS_CONTAINER (child)
         && gtk_container_get_focus_child (GTK_CONTAINER (child)) != NULL)
    child = gtk_container_get_focus_child (GTK_CONTAINER (child));
  return child;
}

void
hall_ui_scroll_to (GtkScrolledWindow *scroller, GtkWidget *row)
{
  GtkWidget *viewport = gtk_bin_get_child (GTK_BIN (scroller));
  GtkWidget *page = viewport != NULL ? gtk_bin_get_child (GTK_BIN (viewport)) : NULL;
  int top;

  if (page == NULL || !gtk_widget_translate_coordinates (row, page, 0, 0, NULL, &top))
    return;
  top += gtk_widget_get_margin_top (page);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller), top - FOCUS_MARGIN_PX,
                             top + gtk_widget_get_allocated_height (row) + FOCUS_MARGIN_PX);
}

static void
on_focus_moved_cb (GtkContainer *content, GtkWidget *child, GtkScrolledWindow *scroller)
{
  GtkWidget *row = find_focused_row (content);

  if (row != NULL)
    hall_ui_scroll_to (scroller, row);
}

static gboolean
on_grown_cb (gpointer content)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (content, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    on_focus_moved_cb (content, NULL, GTK_SCROLLED_WINDOW (scroller));
  return G_SOURCE_REMOVE;
}

#define HEIGHT_KEY "hall-height"

/* What appears above the focus pushes it out of view. Not at once: a size is being given. */
static void
on_content_allocated_cb (GtkWidget *content, GdkRectangle *size, gpointer user_data)
{
  int before = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (content), HEIGHT_KEY));

  g_object_set_data (G_OBJECT (content), HEIGHT_KEY, GINT_TO_POINTER (size->height));
  if (before != size->height && gtk_container_get_focus_child (GTK_CONTAINER (content)) != NULL)
    g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_grown_cb, g_object_ref (content), g_object_unref);
}

void
hall_ui_follow_focus (GtkScrolledWindow *scroller, GtkContainer *content)
{
  g_signal_connect_after (content, "set-focus-child", G_CALLBACK (on_focus_moved_cb), scroller);
  g_signal_connect_after (content, "size-allocate", G_CALLBACK (on_content_allocated_cb), NULL);
}

#define MIN_WIDTH_KEY "hall-min-width"

static gboolean
on_turned_cb (gpointer user_data)
{
  GtkWidget *box = user_data;
  int min_width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (box), MIN_WIDTH_KEY));
  gboolean narrow = gtk_widget_get_allocated_width (box) < min_width;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  return G_SOURCE_REMOVE;
}

/* Turning it at once would ask for another size while this one is being given. */
static void
on_box_allocated_cb (GtkWidget *box, GdkRectangle *size, gpointer min_width)
{
  gboolean narrow = size->width < GPOINTER_TO_INT (min_width);
  gboolean upright =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (box)) == GTK_ORIENTATION_VERTICAL;

  if (narrow != upright)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_turned_cb, g_object_ref (box), g_object_unref);
}

void
hall_ui_stack_when_narrow (GtkBox *box, int min_width)
{
  g_object_set_data (G_OBJECT (box), MIN_WIDTH_KEY, GINT_TO_POINTER (min_width));
  g_signal_connect (box, "size-allocate", G_CALLBACK (on_box_allocated_cb),
                    GINT_TO_POINTER (min_width));
}

static gboolean
on_dialog_retired_cb (gpointer user_data)
{
  gtk_native_dialog_destroy (user_data);
  return G_SOURCE_REMOVE;
}

/* GTK's file chooser looks at its list half a second after the name was set or typed, even if its
 * widgets are gone by then. It is out of sight at once, and goes when that has passed. */
void
hall_ui_retire_dialog (GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  g_timeout_add_full (G_PRIORITY_LOW, RETIRE_MS, on_dialog_retired_cb, dialog, g_object_unref);
}

void
hall_ui_clear (GtkContainer *container)
{
  g_autoptr (GList) children = gtk_container_get_children (container);

  for (GList *child = children; child != NULL; child = child->next)
    gtk_widget_destroy (child->data);
}
