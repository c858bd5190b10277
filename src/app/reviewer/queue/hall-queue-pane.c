/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for staff.
 */
#include "hall-queue-pane.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-empty.h"
#include "hall-notice.h"
#include "hall-queue-list.h"
#include "hall-queue-tabs.h"
#include "hall-queue.h"
#include "hall-ui.h"

#define REFRESH_S 60

struct _HallQueuePane
{
  GtkBox parent_instance;

  GtkBox *tabs_box;
  GtkEntry *search;
  GtkBox *notice_box;
  GtkStack *stack; /* "wait", "empty" or "list" */
  GtkBox *empty_box;
  GtkBox *list_box;
  GtkBox *foot;

  HallQueueTabs *tabs; /* in @tabs_box */
  HallNotice *notice;  /* in @notice_box */
  HallEmpty *empty;    /* in @empty_box */
  HallQueueList *list; /* in @list_box */

  HallSession *session;
  HallQueue *queue;          /* (nullable): while started */
  HallCatalog *catalog;      /* (nullable): of the hall's first project */
  GCancellable *cancellable; /* (nullable): while started */
  guint timer;
  gboolean found_wanted; /* the focus goes on to what is being searched */
};

G_DEFINE_FINAL_TYPE (HallQueuePane, hall_queue_pane, GTK_TYPE_BOX)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_empty (HallQueuePane *self)
{
  const char *tab = hall_tab_get_label (hall_queue_get_tab (self->queue), hall_app_lang ());
  g_autofree char *title = g_strdup_printf (_ ("“%s” is empty"), tab);

  if (hall_queue_get_search (self->queue) != NULL)
    hall_empty_set (self->empty, "edit-find-symbolic", _ ("Not found"),
                    _ ("No order has this number, organisation, credit code or mobile number."),
                    NULL);
  else
    hall_empty_set (self->empty, "object-select-symbolic", title,
                    _ ("New orders appear here by themselves."), NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_state (HallQueuePane *self)
{
  for (HallTab tab = 0; tab < HALL_N_TABS; tab++)
    hall_queue_tabs_set_count (self->tabs, tab, hall_queue_get_count (self->queue, tab));
  if (!hall_queue_is_loaded (self->queue))
    gtk_stack_set_visible_child_name (self->stack, "wait");
  else if (hall_queue_get_n (self->queue) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_empty (self);
}

static void
on_failed_cb (HallQueuePane *self, const GError *error)
{
  gtk_widget_show (GTK_WIDGET (self->notice_box));
  hall_notice_show_error (self->notice, error);
}

static void
on_search_changed_cb (GtkSearchEntry *entry, HallQueuePane *self)
{
  g_autofree char *before = NULL;

  if (self->queue == NULL)
    return;
  before = g_strdup (hall_queue_get_search (self->queue));
  hall_queue_search (self->queue, gtk_entry_get_text (self->search));
  if (g_strcmp0 (hall_queue_get_search (self->queue), before) == 0)
    return;
  self->found_wanted = FALSE;
  hall_queue_list_rewind (self->list);
}

static void
go_to_found (HallQueuePane *self)
{
  if (!self->found_wanted || !hall_queue_is_loaded (self->queue))
    return;
  self->found_wanted = FALSE;
  if (gtk_widget_has_focus (GTK_WIDGET (self->search)))
    hall_queue_list_focus (self->list);
}

/* From the search into what was found. What was typed last counts at once. */
static void
on_search_activated_cb (GtkEntry *entry, HallQueuePane *self)
{
  if (self->queue == NULL)
    return;
  on_search_changed_cb (GTK_SEARCH_ENTRY (entry), self);
  self->found_wanted = TRUE;
  go_to_found (self);
}

static void
on_stop_search_cb (GtkSearchEntry *entry, HallQueuePane *self)
{
  gtk_entry_set_text (GTK_ENTRY (entry), "");
  hall_queue_list_focus (self->list);
}

static void
on_activated_cb (HallQueuePane *self, const char *number)
{
  g_autofree char *copy = g_strdup (number);

  hall_queue_set_current (self->queue, copy);
  g_signal_emit (self, signals[OPEN], 0, copy);
}

static void
on_tab_chosen_cb (HallQueuePane *self, guint tab)
{
  hall_queue_list_rewind (self->list);
  gtk_entry_set_text (self->search, "");
  hall_queue_set_tab (self->queue, tab);
}

static void
refresh (HallQueuePane *self)
{
  hall_queue_list_refresh (self->list, self->catalog, hall_session_get_now_s (self->session));
}

static gboolean
on_time_passed_cb (gpointer user_data)
{
  refresh (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_catalog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallQueuePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  /* without it the rows lack the name of the certificate type, no more */
  if (catalog == NULL)
    return;
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->catalog = g_steal_pointer (&catalog);
  refresh (self);
}

static void
hall_queue_pane_dispose (GObject *object)
{
  HallQueuePane *self = HALL_QUEUE_PANE (object);

  hall_queue_pane_stop (self);
  self->list = NULL; /* goes with the others below */
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_queue_pane_parent_class)->dispose (object);
}

static void
hall_queue_pane_class_init (HallQueuePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_queue_pane_dispose;
  signals[OPEN] = g_signal_new ("open", HALL_TYPE_QUEUE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-queue-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, tabs_box);
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, search);
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, stack);
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, list_box);
  gtk_widget_class_bind_template_child (widget_class, HallQueuePane, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
hall_queue_pane_init (HallQueuePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tabs = HALL_QUEUE_TABS (hall_queue_tabs_new ());
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->empty = HALL_EMPTY (hall_empty_new ("object-select-symbolic", "", "", NULL));
  self->list = HALL_QUEUE_LIST (hall_queue_list_new ());
  gtk_container_add (GTK_CONTAINER (self->tabs_box), GTK_WIDGET (self->tabs));
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_box_pack_start (self->empty_box, GTK_WIDGET (self->empty), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->list_box), GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->tabs, "chosen", G_CALLBACK (on_tab_chosen_cb), self);
  g_signal_connect_swapped (self->list, "activated", G_CALLBACK (on_activated_cb), self);
}

GtkWidget *
hall_queue_pane_new (HallSession *session)
{
  HallQueuePane *self = g_object_new (HALL_TYPE_QUEUE_PANE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* Where somebody's work waits: that of the first part they play. */
static HallTab
find_own_tab (guint actors)
{
  static const struct
  {
    HallActor actor;
    HallTab tab;
  } rows[] = {
    { HALL_ACTOR_REVIEWER, HALL_TAB_REVIEW },
    { HALL_ACTOR_CASHIER, HALL_TAB_FUNDS },
    { HALL_ACTOR_PRODUCER, HALL_TAB_PRODUCTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((actors & HALL_ACTOR_BIT (rows[i].actor)) != 0)
      return rows[i].tab;
  return HALL_TAB_ALL;
}

static void
load_catalog (HallQueuePane *self)
{
  const HallInfo *info = hall_session_get_info (self->session);

  if (info == NULL || info->projects->len == 0)
    return;
  hall_session_load_catalog_async (self->session,
                                   ((const HallProjectInfo *) g_ptr_array_index (info->projects, 0))
                                       ->id,
                                   self->cancellable, on_catalog_cb, g_object_ref (self));
}

void
hall_queue_pane_start (HallQueuePane *self)
{
  const HallIdentity *identity;

  g_return_if_fail (HALL_IS_QUEUE_PANE (self));

  hall_queue_pane_stop (self);
  identity = hall_session_get_identity (self->session);
  self->cancellable = g_cancellable_new ();
  self->queue = hall_queue_new (self->session);
  if (identity != NULL)
    hall_queue_set_tab (self->queue, find_own_tab (identity->actors));
  hall_queue_tabs_set_tab (self->tabs, hall_queue_get_tab (self->queue));
  g_signal_connect_swapped (self->queue, "rows-changed", G_CALLBACK (show_state), self);
  g_signal_connect_swapped (self->queue, "state-changed", G_CALLBACK (show_state), self);
  g_signal_connect_swapped (self->queue, "failed", G_CALLBACK (on_failed_cb), self);
  hall_queue_list_set_me (self->list, identity != NULL ? identity->name : NULL);
  hall_queue_list_set_queue (self->list, self->queue);
  g_signal_connect_swapped (self->queue, "rows-changed", G_CALLBACK (go_to_found), self);
  refresh (self);
  hall_queue_start (self->queue);
  self->timer = g_timeout_add_seconds (REFRESH_S, on_time_passed_cb, self);
  load_catalog (self);
  show_state (self);
}

void
hall_queue_pane_stop (HallQueuePane *self)
{
  g_return_if_fail (HALL_IS_QUEUE_PANE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list != NULL)
    hall_queue_list_set_queue (self->list, NULL);
  if (self->queue != NULL)
    {
      hall_queue_stop (self->queue);
      g_signal_handlers_disconnect_by_data (self->queue, self);
    }
  g_clear_object (&self->queue);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
}

void
hall_queue_pane_mark_open (HallQueuePane *self, const char *number)
{
  g_return_if_fail (HALL_IS_QUEUE_PANE (self));

  hall_queue_list_mark (self->list, number);
}

HallQueue *
hall_queue_pane_get_queue (HallQueuePane *self)
{
  g_return_val_if_fail (HALL_IS_QUEUE_PANE (self), NULL);

  return self->queue;
}

void
hall_queue_pane_find (HallQueuePane *self)
{
  g_return_if_fail (HALL_IS_QUEUE_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
hall_queue_pane_open_first (HallQueuePane *self)
{
  HallOrderItem *item;

  g_return_if_fail (HALL_IS_QUEUE_PANE (self));

  item = self->queue != NULL ? hall_queue_get (self->queue, 0) : NULL;
  if (item != NULL)
    on_activated_cb (self, hall_order_item_get_order (item)->number);
}

void
hall_queue_pane_focus (HallQueuePane *self)
{
  g_return_if_fail (HALL_IS_QUEUE_PANE (self));

  hall_queue_list_focus (self->list);
}

GtkBox *
hall_queue_pane_get_foot (HallQueuePane *self)
{
  g_return_val_if_fail (HALL_IS_QUEUE_PANE (self), NULL);

  return self->foot;
}
