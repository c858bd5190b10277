/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of the wizard.
 */
#include "hall-wizard-page.h"

G_DEFINE_INTERFACE (HallWizardPage, hall_wizard_page, GTK_TYPE_WIDGET)

static void
hall_wizard_page_default_init (HallWizardPageInterface *iface)
{
  GType type = G_TYPE_FROM_INTERFACE (iface);

  g_signal_new ("next-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("go-to", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("show-order", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("draft-created", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                HALL_TYPE_DRAFT);
}

void
hall_wizard_page_enter (HallWizardPage *self)
{
  HallWizardPageInterface *iface;

  g_return_if_fail (HALL_IS_WIZARD_PAGE (self));

  iface = HALL_WIZARD_PAGE_GET_IFACE (self);
  if (iface->enter != NULL)
    iface->enter (self);
}

const char *
hall_wizard_page_get_next_label (HallWizardPage *self)
{
  g_return_val_if_fail (HALL_IS_WIZARD_PAGE (self), NULL);

  return HALL_WIZARD_PAGE_GET_IFACE (self)->get_next_label (self);
}

gboolean
hall_wizard_page_can_next (HallWizardPage *self)
{
  HallWizardPageInterface *iface;

  g_return_val_if_fail (HALL_IS_WIZARD_PAGE (self), FALSE);

  iface = HALL_WIZARD_PAGE_GET_IFACE (self);
  return iface->can_next == NULL || iface->can_next (self);
}

void
hall_wizard_page_next_async (HallWizardPage *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HallWizardPageInterface *iface;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HALL_IS_WIZARD_PAGE (self));

  iface = HALL_WIZARD_PAGE_GET_IFACE (self);
  if (iface->next_async != NULL)
    {
      iface->next_async (self, cancellable, callback, user_data);
      return;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hall_wizard_page_next_async);
  g_task_return_boolean (task, TRUE);
}

gboolean
hall_wizard_page_next_finish (HallWizardPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HALL_IS_WIZARD_PAGE (self), FALSE);

  if (g_async_result_is_tagged (result, hall_wizard_page_next_async))
    return g_task_propagate_boolean (G_TASK (result), error);
  return HALL_WIZARD_PAGE_GET_IFACE (self)->next_finish (self, result, error);
}

void
hall_wizard_page_next_changed (HallWizardPage *self)
{
  g_signal_emit_by_name (self, "next-changed");
}

void
hall_wizard_page_ask_next (HallWizardPage *self)
{
  g_signal_emit_by_name (self, "next");
}

void
hall_wizard_page_go_to (HallWizardPage *self, HallStep step)
{
  g_signal_emit_by_name (self, "go-to", (guint) step);
}

void
hall_wizard_page_show_order (HallWizardPage *self)
{
  g_signal_emit_by_name (self, "show-order");
}
