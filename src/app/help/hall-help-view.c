/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 帮助: questions, answers, and whom else to ask. Knows none of the texts.
 */
#include "hall-help-view.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-empty.h"
#include "hall-faq-group.h"
#include "hall-ui.h"

struct _HallHelpView
{
  GtkBox parent_instance;

  GtkStack *stack; /* "loading", "failed" or "help" */
  GtkBox *failed_box;
  GtkSearchEntry *search;
  GtkBox *groups;
  GtkLabel *nothing;

  HallEmpty *failed; /* in @failed_box */

  HallSession *session;
  char *shown;               /* (nullable): of which catalogues the help is in view */
  guint n_loading;           /* catalogues that are still to come */
  GError *error;             /* (nullable): of those that did not */
  GCancellable *cancellable; /* (nullable): of loading them */
};

G_DEFINE_FINAL_TYPE (HallHelpView, hall_help_view, GTK_TYPE_BOX)

static void
show_matches (HallHelpView *self)
{
  const char *text = gtk_entry_get_text (GTK_ENTRY (self->search));
  g_autoptr (GList) groups = gtk_container_get_children (GTK_CONTAINER (self->groups));
  guint n_matches = 0;

  for (GList *group = groups; group != NULL; group = group->next)
    n_matches += hall_faq_group_filter (group->data, text);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n_matches == 0);
}

static void
on_search_changed_cb (GtkSearchEntry *entry, HallHelpView *self)
{
  show_matches (self);
}

static void
on_search_stopped_cb (GtkSearchEntry *entry, HallHelpView *self)
{
  gtk_entry_set_text (GTK_ENTRY (entry), "");
}

static void
show_all (HallHelpView *self)
{
  const HallInfo *info = hall_session_get_info (self->session);

  hall_ui_clear (GTK_CONTAINER (self->groups));
  for (guint i = 0; info != NULL && i < info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (info->projects, i);
      HallCatalog *catalog = hall_session_get_catalog (self->session, project->id);

      if (catalog != NULL)
        gtk_container_add (GTK_CONTAINER (self->groups),
                           hall_faq_group_new (catalog, info->projects->len > 1));
    }
  show_matches (self);
  gtk_stack_set_visible_child_name (self->stack, "help");
}

static void
show_failed (HallHelpView *self)
{
  g_clear_pointer (&self->shown, g_free);
  hall_empty_set (self->failed, "dialog-error-symbolic", _ ("The help cannot be shown"),
                  self->error->message, _ ("Try again"));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
on_catalog_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallHelpView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
  if (--self->n_loading > 0)
    return;
  if (self->error != NULL)
    show_failed (self);
  else
    show_all (self);
}

/* Which catalogues the hall has now. Returns: (transfer full) */
static char *
describe (const HallInfo *info)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; info != NULL && i < info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (info->projects, i);

      g_string_append_printf (text, "%s=%s ", project->id, project->sha256);
    }
  return g_string_free (text, FALSE);
}

static void
stop_loading (HallHelpView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->n_loading = 0;
}

static void
load (HallHelpView *self)
{
  const HallInfo *info = hall_session_get_info (self->session);
  g_autofree char *wanted = describe (info);

  if (g_strcmp0 (self->shown, wanted) == 0 || info == NULL)
    return;
  stop_loading (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&wanted);
  self->cancellable = g_cancellable_new ();
  self->n_loading = info->projects->len;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  for (guint i = 0; i < info->projects->len; i++)
    {
      const HallProjectInfo *project = g_ptr_array_index (info->projects, i);

      hall_session_load_catalog_async (self->session, project->id, self->cancellable,
                                       on_catalog_loaded_cb, g_object_ref (self));
    }
}

static void
hall_help_view_dispose (GObject *object)
{
  HallHelpView *self = HALL_HELP_VIEW (object);

  stop_loading (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_help_view_parent_class)->dispose (object);
}

static void
hall_help_view_finalize (GObject *object)
{
  g_free (HALL_HELP_VIEW (object)->shown);
  G_OBJECT_CLASS (hall_help_view_parent_class)->finalize (object);
}

static void
hall_help_view_class_init (HallHelpViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_help_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_help_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-help-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallHelpView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallHelpView, failed_box);
  gtk_widget_class_bind_template_child (widget_class, HallHelpView, search);
  gtk_widget_class_bind_template_child (widget_class, HallHelpView, groups);
  gtk_widget_class_bind_template_child (widget_class, HallHelpView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
}

static void
hall_help_view_init (HallHelpView *self)
{
  GtkWidget *failed = hall_empty_new ("dialog-error-symbolic", "", "", NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->failed = HALL_EMPTY (failed);
  gtk_container_add (GTK_CONTAINER (self->failed_box), failed);
  g_signal_connect_swapped (failed, "activated", G_CALLBACK (load), self);
}

GtkWidget *
hall_help_view_new (HallFrame *frame)
{
  HallHelpView *self = g_object_new (HALL_TYPE_HELP_VIEW, NULL);

  self->session = g_object_ref (hall_frame_get_session (frame));
  return GTK_WIDGET (self);
}

void
hall_help_view_enter (HallHelpView *self)
{
  g_return_if_fail (HALL_IS_HELP_VIEW (self));

  load (self);
}

void
hall_help_view_find (HallHelpView *self)
{
  g_return_if_fail (HALL_IS_HELP_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
