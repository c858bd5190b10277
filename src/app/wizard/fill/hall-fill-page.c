/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in. The fields are HallFillGroups; this is what stands around them, and going on.
 */
#include "hall-fill-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-fill-groups.h"
#include "hall-money.h"
#include "hall-notice.h"
#include "hall-reopen-box.h"
#include "hall-ui.h"

struct _HallFillPage
{
  GtkBox parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *why;
  GtkLabel *type;
  GtkButton *type_button;
  GtkWidget *return_box; /* what was returned and is no field */
  GtkLabel *return_text;
  GtkBox *reopen_box;
  GtkBox *groups_box;
  GtkBox *notice_box;

  HallFillGroups *groups; /* in @groups_box */
  HallNotice *notice;     /* in @notice_box */

  HallDraft *draft; /* (nullable): NULL once disposed */
};

static void hall_fill_page_wizard_init (HallWizardPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallFillPage,
                               hall_fill_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_WIZARD_PAGE,
                                                      hall_fill_page_wizard_init))

static void
show_type (HallFillPage *self)
{
  const HallCertificateType *type = hall_draft_get_certificate_type (self->draft);
  g_autofree char *amount = hall_money_format (type->amount_fen);
  /* Translators: what is applied for, and what it costs in yuan */
  g_autofree char *text = g_strdup_printf (_ ("%1$s · %2$s yuan"),
                                           hall_label_get (&type->label, hall_app_lang ()), amount);

  gtk_label_set_text (self->type, text);
  gtk_widget_set_visible (GTK_WIDGET (self->type_button),
                          hall_draft_get_order (self->draft)->state == HALL_STATE_DRAFT);
}

/* Returns: (transfer full): what was returned as a whole, a line each; "" if nothing was */
static char *
describe_order_returns (const HallOrder *order)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->returns->len; i++)
    {
      const HallReturn *returned = g_ptr_array_index (order->returns, i);
      g_autofree char *reason = hall_return_format (returned, hall_app_lang ());

      if (g_str_equal (returned->place, HALL_PLACE_ORDER))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", reason);
    }
  return g_string_free (text, FALSE);
}

/* What the page is for, in the state of the order. */
static void
show_words (HallFillPage *self, HallState state)
{
  const char *title;
  const char *why;

  if (state == HALL_STATE_REJECTED)
    {
      title = _ ("Correct the application");
      why = _ ("What was returned is marked with its reason and can be changed; the rest stays as "
               "it is.");
    }
  else if (state == HALL_STATE_DRAFT)
    {
      title = _ ("Fill in the application");
      why = _ ("Everything is saved as you type. What stands on the form must be exactly as on "
               "your documents.");
    }
  else
    {
      title = _ ("What was filled in");
      why = _ ("So it was confirmed, and so it will be reviewed.");
    }
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->why, why);
}

static void
show_state (HallFillPage *self)
{
  const HallOrder *order = hall_draft_get_order (self->draft);
  g_autofree char *returns =
      order->state == HALL_STATE_REJECTED ? describe_order_returns (order) : g_strdup ("");

  show_words (self, order->state);
  gtk_label_set_text (self->return_text, returns);
  gtk_widget_set_visible (self->return_box, *returns != '\0');
}

static void
follow_draft (HallFillPage *self)
{
  show_type (self);
  show_state (self);
}

static void
on_type_clicked_cb (GtkButton *button, HallFillPage *self)
{
  hall_wizard_page_go_to (HALL_WIZARD_PAGE (self), HALL_STEP_PROJECT);
}

static void
on_edited_cb (HallFillPage *self)
{
  hall_notice_clear (self->notice);
}

static void
on_entered_cb (HallFillPage *self)
{
  hall_wizard_page_ask_next (HALL_WIZARD_PAGE (self));
}

static void
focus_due (HallFillPage *self)
{
  HallFieldRow *row = hall_fill_groups_find_due (self->groups);

  if (row != NULL)
    hall_field_row_focus (row);
}

static void
on_reopened_cb (HallFillPage *self)
{
  hall_notice_clear (self->notice);
  focus_due (self);
}

static void
on_reopen_failed_cb (HallFillPage *self, const GError *error)
{
  hall_notice_show_error (self->notice, error);
}

/* What is wrong with no single field, if anything. */
static const HallFinding *
find_worst (HallDraft *draft)
{
  GPtrArray *findings = hall_draft_get_findings (draft);

  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity > HALL_HINT && !finding->confirmed)
        return finding;
    }
  return NULL;
}

/* Says what is missing and goes there; FALSE if nothing is. */
static gboolean
show_trouble (HallFillPage *self)
{
  const HallFinding *worst;
  HallFieldRow *row;

  hall_fill_groups_reveal (self->groups);
  row = hall_fill_groups_find_trouble (self->groups);
  worst = find_worst (self->draft);
  if (row != NULL)
    {
      hall_notice_show (self->notice, HALL_WRONG,
                        _ ("Some entries still need something; the first one is marked."), NULL);
      hall_field_row_focus (row);
    }
  else if (worst != NULL)
    {
      g_autofree char *text = hall_issue_format (&worst->issue, hall_app_lang ());

      hall_notice_show (self->notice, worst->severity, text, NULL);
    }
  return row != NULL || worst != NULL;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HallFillPage *self = g_task_get_source_object (task);
  gboolean saved = hall_draft_save_finish (HALL_DRAFT (source), result, &error);

  if (self->draft == NULL)
    g_task_return_boolean (task, FALSE); /* the window has gone */
  else if (saved)
    g_task_return_boolean (task, TRUE);
  else
    {
      if (!show_trouble (self))
        hall_notice_show_error (self->notice, error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
hall_fill_page_next_async (HallWizardPage *page,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  HallFillPage *self = HALL_FILL_PAGE (page);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  hall_notice_clear (self->notice);
  if (show_trouble (self))
    g_task_return_boolean (task, FALSE);
  else
    hall_draft_save_async (self->draft, cancellable, on_saved_cb, g_steal_pointer (&task));
}

static gboolean
hall_fill_page_next_finish (HallWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const char *
hall_fill_page_get_next_label (HallWizardPage *page)
{
  return _ ("_Next");
}

/* Whoever comes back to the page finds the cursor where it was. */
static void
hall_fill_page_enter (HallWizardPage *page)
{
  HallFillPage *self = HALL_FILL_PAGE (page);
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->groups)))
    focus_due (self);
}

static void
hall_fill_page_wizard_init (HallWizardPageInterface *iface)
{
  iface->enter = hall_fill_page_enter;
  iface->get_next_label = hall_fill_page_get_next_label;
  iface->next_async = hall_fill_page_next_async;
  iface->next_finish = hall_fill_page_next_finish;
}

static void
hall_fill_page_dispose (GObject *object)
{
  g_clear_object (&HALL_FILL_PAGE (object)->draft);
  G_OBJECT_CLASS (hall_fill_page_parent_class)->dispose (object);
}

static void
hall_fill_page_class_init (HallFillPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_fill_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-fill-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, title);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, why);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, type);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, type_button);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, return_box);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, return_text);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, reopen_box);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, groups_box);
  gtk_widget_class_bind_template_child (widget_class, HallFillPage, notice_box);
  gtk_widget_class_bind_template_callback (widget_class, on_type_clicked_cb);
}

static void
hall_fill_page_init (HallFillPage *self)
{
  GtkWidget *notice;

  gtk_widget_init_template (GTK_WIDGET (self));
  notice = hall_notice_new ();
  self->notice = HALL_NOTICE (notice);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  hall_ui_make_alert (self->return_text);
}

static void
add_reopen_box (HallFillPage *self, HallFrame *frame)
{
  GtkWidget *reopen = hall_reopen_box_new (frame, self->draft);

  gtk_container_add (GTK_CONTAINER (self->reopen_box), reopen);
  g_signal_connect_swapped (reopen, "reopened", G_CALLBACK (on_reopened_cb), self);
  g_signal_connect_swapped (reopen, "failed", G_CALLBACK (on_reopen_failed_cb), self);
}

static void
add_groups (HallFillPage *self)
{
  GtkWidget *groups = hall_fill_groups_new (self->draft);

  self->groups = HALL_FILL_GROUPS (groups);
  gtk_container_add (GTK_CONTAINER (self->groups_box), groups);
  hall_ui_follow_focus (self->scroller, GTK_CONTAINER (self->groups_box));
  g_signal_connect_swapped (groups, "edited", G_CALLBACK (on_edited_cb), self);
  g_signal_connect_swapped (groups, "entered", G_CALLBACK (on_entered_cb), self);
}

GtkWidget *
hall_fill_page_new (HallFrame *frame, HallDraft *draft)
{
  HallFillPage *self = g_object_new (HALL_TYPE_FILL_PAGE, NULL);

  self->draft = g_object_ref (draft);
  add_reopen_box (self, frame);
  add_groups (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (follow_draft), self, G_CONNECT_SWAPPED);
  follow_draft (self);
  return GTK_WIDGET (self);
}
